package io.outcrop.sandbox.guard;

import io.outcrop.aws.Arn;
import io.outcrop.iam.decision.Decision;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.decision.StatementRef;
import io.outcrop.sandbox.call.Call;
import io.outcrop.sandbox.realm.Realm;
import java.util.Comparator;

/// AWS's sentence for a denial. Source: IAM User Guide, "Troubleshoot access denied error
/// messages"; AWS Security Blog on additional policy details in access denied messages, January
/// 2026. One policy type is named even if several deny: the first in the order of evaluation.
public final class DenialSentence {
  private static final String TRUST = "role trust policy";

  /// The account of what AWS maintains, which every account may use.
  private static final String AWS = "aws";

  private final Guard.Wish wish;
  private final Decision decision;
  private final Reach reach;
  private final boolean throughEndpoint;

  private DenialSentence(Guard.Wish wish, Decision decision, Reach reach, boolean throughEndpoint) {
    this.wish = wish;
    this.decision = decision;
    this.reach = reach;
    this.throughEndpoint = throughEndpoint;
  }

  /// How far it is from the caller to the resource. AWS tells nothing of policies to callers of
  /// another organization, or of another account where there is none.
  private enum Reach {
    SAME_ACCOUNT,
    SAME_ORGANIZATION,
    ELSEWHERE
  }

  /// The sentence for `decision`, which is a denial of `wish` in `call`.
  public static String of(
      Realm realm, Visitor visitor, Call call, Guard.Wish wish, Decision decision) {
    var owner =
        Arn.parse(wish.resource())
            .map(Arn::account)
            .filter(account -> !account.isEmpty() && !account.equals(AWS))
            .orElse(visitor.account().id());
    var throughEndpoint =
        realm.circumstances().endpointPolicies().stream()
            .anyMatch(Way.of(realm, call)::leadsThrough);
    var sentence =
        new DenialSentence(wish, decision, reach(realm, visitor, owner), throughEndpoint);
    return "User: " + visitor.arn() + " is not authorized to perform: " + sentence.rest();
  }

  private static Reach reach(Realm realm, Visitor visitor, String owner) {
    var account = visitor.account().id();
    if (account.equals(owner)) {
      return Reach.SAME_ACCOUNT;
    }
    var organization = realm.organization();
    return organization.contains(account) && organization.contains(owner)
        ? Reach.SAME_ORGANIZATION
        : Reach.ELSEWHERE;
  }

  private String rest() {
    var isNamed =
        !wish.resource().equals("*") || GuardFacts.SHIPPED.namesStar().contains(wish.action());
    var resource = isNamed ? " on resource: " + wish.resource() : "";
    return wish.action() + resource + (reach == Reach.ELSEWHERE ? "" : reason());
  }

  private String reason() {
    return switch (decision.outcome()) {
      case ALLOWED -> throw new IllegalArgumentException("this is no denial");
      case EXPLICITLY_DENIED -> explicit();
      case IMPLICITLY_DENIED, DEPENDS_ON_UNKNOWN -> implicit();
    };
  }

  private String implicit() {
    return decision.blockedBy().stream()
        .min(Comparator.naturalOrder())
        .map(layer -> " because no %s allows the %s action".formatted(words(layer), wish.action()))
        .orElse("");
  }

  private String explicit() {
    return decision.decidedBy().stream()
        .min(Comparator.comparing(StatementRef::layer))
        .map(deciding -> " with an explicit deny in " + place(deciding))
        .orElse("");
  }

  private String place(StatementRef deciding) {
    if (deciding.layer() == LayerName.SCP && throughEndpoint && reach != Reach.SAME_ACCOUNT) {
      return "a VPC endpoint policy transitively through a service control policy";
    }
    var words = words(deciding.layer());
    var article = words.equals(TRUST) ? "the" : words.startsWith("i") ? "an" : "a";
    var arn = deciding.policy().arn();
    return article + " " + words + (arn.isEmpty() ? "" : ": " + arn);
  }

  private String words(LayerName layer) {
    return layer == LayerName.RESOURCE && isAskedOfTrust(wish.action()) ? TRUST : layer.words();
  }

  /// What a role's trust policy is asked, and no other resource's policy.
  private static boolean isAskedOfTrust(String action) {
    return action.startsWith("sts:AssumeRole")
        || action.equals("sts:TagSession")
        || action.equals("sts:SetSourceIdentity");
  }
}
