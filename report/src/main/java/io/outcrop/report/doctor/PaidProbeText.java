package io.outcrop.report.doctor;

import io.outcrop.access.body.MostTokens;
import io.outcrop.access.paid.Cost;
import io.outcrop.access.paid.FirstUse;
import io.outcrop.access.paid.PaidProbe;
import io.outcrop.report.style.Look;
import io.outcrop.report.style.Page;
import io.outcrop.report.style.Style;
import io.outcrop.report.style.Styled;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// What paid probes would start and cost, for the person who is asked.
public final class PaidProbeText {
  private static final int COLUMN = 9;
  private static final int DIGITS = 6;

  private final Page page = new Page();

  private PaidProbeText() {}

  /// The page.
  ///
  /// @param probes at least one
  public static String render(List<PaidProbe> probes, Look look) {
    var text = new PaidProbeText();
    probes.forEach(text::probe);
    if (probes.size() > 1) {
      text.sum(probes);
    }
    return text.page.render(look);
  }

  private void probe(PaidProbe probe) {
    page.heading("What `--probe paid` sends to " + probe.model() + " in " + probe.region());
    labelled(
        "calls",
        String.join(" and ", probe.operations())
            + (probe.operations().size() == 1 ? ", once" : ", once each"));
    labelled("cost", cost(probe));
    firstUse(probe.firstUse());
  }

  private static String cost(PaidProbe probe) {
    return switch (probe.cost()) {
      case Cost.AtMost(var dollars, var each, var source, var asOf) ->
          "at most %s: %d × %s; list prices of %s (%s)"
              .formatted(dollars(dollars), probe.operations().size(), tokens(each), asOf, source);
      case Cost.Free(var why) -> "nothing: " + why;
      case Cost.Unknown(var why) -> why;
    };
  }

  private static String tokens(MostTokens each) {
    return "%d tokens in and %d out".formatted(each.input(), each.output());
  }

  private void firstUse(FirstUse firstUse) {
    switch (firstUse) {
      case FirstUse.Nothing(var why) -> labelled("starts", "nothing: " + why);
      case FirstUse.Subscription(
              var product,
              var certain,
              var why,
              var permission,
              var permissionWhy) -> {
        labelled(
            "starts",
            "%sa subscription of AWS Marketplace%s, which AWS makes in the caller's name on first use (%s)"
                .formatted(
                    certain ? "" : "perhaps ",
                    product.isEmpty() ? "" : " to `" + product + "`",
                    why));
        labelled(
            "allowed",
            switch (permission) {
                  case ALLOWED -> "yes: ";
                  case DENIED -> "no, AWS will refuse the call instead: ";
                  case UNKNOWN -> "not known: ";
                }
                + permissionWhy);
      }
    }
  }

  private void sum(List<PaidProbe> probes) {
    var known = BigDecimal.ZERO;
    var unknown = 0;
    for (var probe : probes) {
      switch (probe.cost()) {
        case Cost.AtMost(var dollars, var _, var _, var _) -> known = known.add(dollars);
        case Cost.Free _ -> {}
        case Cost.Unknown _ -> unknown++;
      }
    }
    page.gap()
        .text(
            0,
            Styled.of(
                Style.STRONG,
                "%d examinations: at most %s%s"
                    .formatted(
                        probes.size(),
                        dollars(known),
                        unknown == 0 ? "" : ", and " + unknown + " of unknown price")));
  }

  /// Never less than it is.
  private static String dollars(BigDecimal dollars) {
    var rounded = dollars.setScale(DIGITS, RoundingMode.UP).stripTrailingZeros();
    return "$" + rounded.toPlainString();
  }

  private void labelled(String label, String words) {
    page.labelled(2, label, COLUMN, Styled.prose(words));
  }
}
