package io.outcrop.access.cure;

import io.outcrop.access.change.Change;
import io.outcrop.access.change.QuotaOffer;
import io.outcrop.access.evidence.AppliedQuota;
import io.outcrop.access.examination.Cure;
import io.outcrop.causes.catalogue.Cause.Applicability;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// What raises a quota. Service Quotas takes requests for at least AWS's default, and none for
/// tokens per day; there AWS Support has to be asked. Source: Amazon Bedrock User Guide, "Request
/// an increase for Amazon Bedrock quotas", read 2026-10.
final class QuotaCures {
  private static final String AWS_DECIDES =
      "AWS decides, and may ask back; a request cannot be taken back, and what a higher quota lets"
          + " through is billed by use";

  private QuotaCures() {}

  static List<Cure> of(List<AppliedQuota> quotas, String region) {
    var cures = new ArrayList<Cure>();
    var requests =
        quotas.stream()
            .filter(AppliedQuota::adjustable)
            .flatMap(quota -> request(quota).stream())
            .toList();
    if (!requests.isEmpty()) {
      cures.add(
          new Cure(
              Applicability.AUTOMATIC,
              "ask AWS for its own default of " + names(quotas, true),
              requests,
              Commands.of(requests),
              AWS_DECIDES,
              quotas.stream()
                  .filter(quota -> !request(quota).isEmpty())
                  .map(QuotaCures::offer)
                  .toList()));
    }
    quotas.stream()
        .filter(AppliedQuota::adjustable)
        .filter(quota -> request(quota).isEmpty())
        .forEach(quota -> cures.add(withValue(quota, region)));
    if (quotas.stream().anyMatch(quota -> !quota.adjustable())) {
      cures.add(
          new Cure(
              Applicability.SOMEONE_ELSE,
              "ask AWS Support to raise %s: Service Quotas takes no request for it"
                  .formatted(names(quotas, false)),
              List.of(),
              quotas.stream()
                  .filter(quota -> !quota.adjustable())
                  .map(quota ->
                      "aws service-quotas get-service-quota --service-code bedrock --region %s"
                              .formatted(region)
                          + " --quota-code "
                          + quota.code())
                  .toList(),
              AWS_DECIDES));
    }
    return List.copyOf(cures);
  }

  /// What cures a body that wants more tokens back than a quota has.
  ///
  /// @param exceeded those quotas, the least first
  static List<Cure> ofBody(List<AppliedQuota> exceeded, String region) {
    var cures = new ArrayList<Cure>();
    cures.add(
        new Cure(
            Applicability.NEEDS_VALUES,
            "lower `max_tokens` (in Converse `maxTokens`) until it and what is sent fit into %s"
                .formatted(plain(exceeded.getFirst().value())),
            List.of(),
            List.of(),
            "a longer answer is cut there"));
    cures.addAll(of(exceeded, region));
    return List.copyOf(cures);
  }

  /// What cures a call that is throttled although the account has its share: what the catalogue
  /// says, with the very quota to ask for more of where Service Quotas takes requests for it.
  ///
  /// @param catalogue the catalogue's own cures
  static List<Cure> waiting(List<Cure> catalogue, List<AppliedQuota> quotas, String region) {
    var adjustable = quotas.stream().filter(AppliedQuota::adjustable).toList();
    if (adjustable.isEmpty()) {
      return catalogue;
    }
    var cures = new ArrayList<Cure>();
    catalogue.stream()
        .filter(cure -> cure.commands().stream().noneMatch(one -> one.contains("service-quotas")))
        .forEach(cures::add);
    adjustable.forEach(quota -> cures.add(withValue(quota, region)));
    return List.copyOf(cures);
  }

  private static List<Change> request(AppliedQuota quota) {
    return quota.standard().stream()
        .filter(standard -> standard.compareTo(quota.value()) > 0)
        .<Change>map(standard ->
            new Change.RequestQuota(
                quota.code(), quota.name(), plain(quota.value()), plain(standard)))
        .toList();
  }

  private static Cure withValue(AppliedQuota quota, String region) {
    return new Cure(
        Applicability.NEEDS_VALUES,
        "ask AWS for a higher `%s` than %s, and no less than its default"
            .formatted(quota.name(), plain(quota.value())),
        List.of(),
        List.of(
            "aws service-quotas request-service-quota-increase --service-code bedrock"
                + " --region %s --quota-code %s --desired-value <value>"
                    .formatted(region, quota.code()),
            "outcrop fix --quota " + quota.code() + "=<value>"),
        AWS_DECIDES,
        List.of(offer(quota)));
  }

  private static QuotaOffer offer(AppliedQuota quota) {
    return new QuotaOffer(quota.code(), quota.name(), quota.value(), quota.standard());
  }

  private static String names(List<AppliedQuota> quotas, boolean adjustable) {
    return String.join(
        ", ",
        quotas.stream()
            .filter(quota -> quota.adjustable() == adjustable)
            .map(quota -> "`" + quota.name() + "`")
            .toList());
  }

  private static String plain(BigDecimal value) {
    return value.toPlainString();
  }
}
