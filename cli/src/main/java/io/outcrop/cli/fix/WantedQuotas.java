package io.outcrop.cli.fix;

import io.outcrop.access.change.QuotaOffer;
import io.outcrop.access.examination.Cure;
import io.outcrop.access.examination.Examination;
import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.session.Complaint;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How much of a quota is wanted, as `--quota` says: `VALUE` where one quota is in the way, else
/// `CODE=VALUE` for each.
final class WantedQuotas {
  private static final Pattern SHAPE =
      Pattern.compile("(?:(L-[A-F0-9]{8})=)?([1-9][0-9]{0,14}(?:\\.[0-9]{1,3})?)");

  private final Map<String, BigDecimal> said;

  private WantedQuotas(Map<String, BigDecimal> said) {
    this.said = said;
  }

  /// What `arguments` say; no quota where they say nothing.
  static WantedQuotas of(Arguments arguments) {
    var said = new LinkedHashMap<String, BigDecimal>();
    for (var text : arguments.all("--quota")) {
      var match = SHAPE.matcher(text);
      if (!match.matches()) {
        throw Complaint.usage(
            "`--quota` is `" + text + "`, which is neither VALUE nor CODE=VALUE",
            "--quota 2000000, or --quota L-0123ABCD=2000000");
      }
      said.put(match.group(1) == null ? "" : match.group(1), new BigDecimal(match.group(2)));
    }
    return new WantedQuotas(said);
  }

  /// The words that say the same again.
  static String[] words(Arguments arguments) {
    return arguments.all("--quota").stream()
        .flatMap(text -> Stream.of("--quota", text))
        .toArray(String[]::new);
  }

  /// How much of each quota, by its code.
  ///
  /// @throws Complaint if what was said is not what `before` leaves to be asked for
  Map<String, BigDecimal> of(Examination before) {
    if (said.isEmpty()) {
      return Map.of();
    }
    var offers =
        before.findings().stream()
            .flatMap(finding -> finding.cures().stream())
            .map(Cure::offers)
            .flatMap(List::stream)
            .collect(
                Collectors.toMap(
                    QuotaOffer::code, offer -> offer, (one, _) -> one, LinkedHashMap::new));
    if (offers.isEmpty()) {
      throw Complaint.usage(
          "no quota that Service Quotas takes a request for is in the way of this call",
          "outcrop doctor -v shows what is, and the quotas; tokens per day are a case for AWS"
              + " Support");
    }
    var wanted = new LinkedHashMap<String, BigDecimal>();
    said.forEach((code, value) -> {
      if (code.isEmpty() && offers.size() > 1) {
        throw Complaint.usage(
            "several quotas are in the way, and `--quota` names none of them",
            offers.values().stream()
                .map(offer -> "--quota " + offer.code() + "=" + value.toPlainString())
                .collect(Collectors.joining(", ")));
      }
      var offer = code.isEmpty() ? offers.firstEntry().getValue() : offers.get(code);
      if (offer == null) {
        throw Complaint.usage(
            "quota `" + code + "` is not in the way of this call",
            "--quota " + offers.firstEntry().getKey() + "=" + value.toPlainString());
      }
      offer
          .refusal(value)
          .ifPresent(why -> {
            throw Complaint.usage(why, "name a higher value");
          });
      wanted.put(offer.code(), value);
    });
    return wanted;
  }
}
