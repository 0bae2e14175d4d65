package io.outcrop.sandbox.guard;

import io.outcrop.iam.decision.Decision;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.decision.StatementRef;
import java.util.Comparator;

/// AWS's sentence for a denial. Source: IAM User Guide, "Troubleshoot access denied error
/// messages"; AWS Security Blog on additional policy details in access denied messages, January
/// 2026. One policy type is named even if several deny: the first in the order of evaluation.
public final class DenialSentence {
  private DenialSentence() {}

  /// The sentence for `decision`, which is a denial.
  public static String of(Visitor visitor, Guard.Wish wish, Decision decision) {
    var resource = wish.resource().equals("*") ? "" : " on resource: " + wish.resource();
    return "User: %s is not authorized to perform: %s%s%s"
        .formatted(visitor.arn(), wish.action(), resource, reason(wish, decision));
  }

  private static String reason(Guard.Wish wish, Decision decision) {
    return switch (decision.outcome()) {
      case ALLOWED -> throw new IllegalArgumentException("this is no denial");
      case EXPLICITLY_DENIED -> explicit(wish, decision);
      case IMPLICITLY_DENIED, DEPENDS_ON_UNKNOWN -> implicit(wish, decision);
    };
  }

  private static String implicit(Guard.Wish wish, Decision decision) {
    return decision.blockedBy().stream()
        .min(Comparator.naturalOrder())
        .map(layer ->
            " because no %s allows the %s action".formatted(words(wish, layer), wish.action()))
        .orElse("");
  }

  private static String explicit(Guard.Wish wish, Decision decision) {
    return decision.decidedBy().stream()
        .min(Comparator.comparing(StatementRef::layer))
        .map(deciding -> {
          var words = words(wish, deciding.layer());
          var article = words.equals(TRUST) ? "the" : words.startsWith("i") ? "an" : "a";
          var arn = deciding.policy().arn();
          return " with an explicit deny in %s %s%s"
              .formatted(article, words, arn.isEmpty() ? "" : ": " + arn);
        })
        .orElse("");
  }

  private static final String TRUST = "role trust policy";

  private static String words(Guard.Wish wish, LayerName layer) {
    return layer == LayerName.RESOURCE && wish.action().startsWith("sts:AssumeRole")
        ? TRUST
        : layer.words();
  }
}
