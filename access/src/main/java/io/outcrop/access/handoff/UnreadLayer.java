package io.outcrop.access.handoff;

import io.outcrop.access.examination.Evidence;
import io.outcrop.access.examination.Finding;
import io.outcrop.iam.decision.LayerName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A layer that refuses by AWS's own words, and whose policy could not be read.
///
/// @param policy the ARN that AWS named; empty if it named none
record UnreadLayer(Kind kind, String policy) {
  private static final Pattern ARN =
      Pattern.compile("arn:aws[a-z-]*:(?:organizations|iam)::[0-9]*:?policy/[^\\s\"'`),;]+");

  /// A layer, by the causes that are about it.
  enum Kind {
    SCP("scp-", LayerName.SCP, "the owner of the organization"),
    RCP("rcp-", LayerName.RCP, "the owner of the organization"),
    BOUNDARY(
        "permissions-boundary-",
        LayerName.BOUNDARY,
        "whoever manages the permissions boundaries of the account"),
    SESSION(
        "session-policy-", LayerName.SESSION, "whoever makes the session and passes its policies"),
    ENDPOINT("vpce-policy-", LayerName.ENDPOINT, "the owner of the VPC endpoint");

    private final String prefix;
    private final LayerName layer;
    private final String who;

    Kind(String prefix, LayerName layer, String who) {
      this.prefix = prefix;
      this.layer = layer;
      this.who = who;
    }
  }

  /// Those of the findings of `material`, the root's first.
  static List<UnreadLayer> of(Material material) {
    var found = new ArrayList<UnreadLayer>();
    for (var finding : material.examination().findings()) {
      kind(finding)
          .filter(kind -> found.stream().noneMatch(other -> other.kind == kind))
          .ifPresent(kind -> found.add(new UnreadLayer(kind, policy(finding))));
    }
    return found;
  }

  String layer() {
    return kind.layer.words();
  }

  Handoff.Ask with(List<String> needs) {
    return new Handoff.Ask(
        kind.who,
        layer(),
        policy.isEmpty() ? "" : "`" + policy + "`",
        "all of this has to pass; the policy's text could not be read from here",
        needs,
        List.of());
  }

  private static Optional<Kind> kind(Finding finding) {
    return Arrays.stream(Kind.values())
        .filter(kind -> finding.cause().slug().startsWith(kind.prefix))
        .findFirst();
  }

  private static String policy(Finding finding) {
    return finding.evidence().stream()
        .map(Evidence::text)
        .map(ARN::matcher)
        .filter(Matcher::find)
        .map(Matcher::group)
        .findFirst()
        .orElse("");
  }
}
