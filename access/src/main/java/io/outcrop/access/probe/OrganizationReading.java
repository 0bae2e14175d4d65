package io.outcrop.access.probe;

import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.call.Organizations;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers.Level;
import io.outcrop.iam.request.PolicyLayers.Organization;
import java.util.ArrayList;
import java.util.List;

/// Reads the SCPs above an account.
final class OrganizationReading {
  private final Organizations organizations;
  private final Answer<Organizations.Organization> described;

  /// Asks at once which organization it is.
  OrganizationReading(Organizations organizations) {
    this.organizations = organizations;
    this.described = organizations.describe();
  }

  /// The organization's id; empty if there is none or it may not be known.
  String id() {
    return described instanceof Answer.Succeeded<Organizations.Organization>(var found, var _)
        ? found.id()
        : "";
  }

  /// The SCPs that reach `account`; none in an organization's management account. Source:
  /// Organizations User Guide, "SCP effects on permissions", read 2026-11-20.
  Organization scps(String account) {
    return switch (described) {
      case Answer.Succeeded<Organizations.Organization>(var organization, var _) ->
          organization.managementAccount().equals(account)
              ? new Organization.None()
              : levels(account);
      case Answer.Refused<?> refused ->
          refused.error().code().startsWith("AWSOrganizationsNotInUse")
              ? new Organization.None()
              : new Organization.Unknown("SCPs: " + refused.error().message());
      case Answer.Unreachable<?> unreachable ->
          new Organization.Unknown("SCPs: " + unreachable.why());
    };
  }

  private Organization levels(String account) {
    return switch (organizations.levels(account)) {
      case Answer.Succeeded<List<Organizations.Level>>(var levels, var _) -> parsed(levels);
      case Answer.Refused<?> refused ->
          new Organization.Unknown("SCPs: " + refused.error().message());
      case Answer.Unreachable<?> unreachable ->
          new Organization.Unknown("SCPs: " + unreachable.why());
    };
  }

  private static Organization parsed(List<Organizations.Level> levels) {
    var result = new ArrayList<Level>();
    for (var level : levels) {
      var where = level.kind() + " " + level.id();
      var policies = new ArrayList<NamedPolicy>();
      for (var scp : level.scps()) {
        switch (PolicyParser.parse(scp.document(), PolicyKind.SCP)) {
          case PolicyParsing.Parsed(var document) ->
              policies.add(new NamedPolicy(scp.id(), scp.arn(), where, document));
          case PolicyParsing.Rejected(var problems) -> {
            return new Organization.Unknown(
                "SCP `" + scp.id() + "` is malformed: " + problems.getFirst());
          }
        }
      }
      result.add(new Level(where, policies));
    }
    return new Organization.Levels(result);
  }
}
