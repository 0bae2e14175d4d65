package io.outcrop.iam.edit;

import io.outcrop.aws.Principal;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.policy.Statement;
import java.util.stream.Collectors;

/// The sentences of edits.
final class Words {
  private Words() {}

  /// A statement by its `Sid`, else by its place.
  static String name(Statement statement) {
    return statement.sid().isEmpty() ? "" + (statement.index() + 1) : "`" + statement.sid() + "`";
  }

  /// The request: `a` on `r`, for whom and under which values.
  static String of(Point point, boolean withCaller) {
    var text = new StringBuilder("`" + point.action() + "`");
    if (!point.request().resource().equals("*")) {
      text.append(" on `").append(point.request().resource()).append('`');
    }
    if (withCaller) {
      text.append(" for `").append(point.caller()).append('`');
    }
    if (!point.pins().isEmpty()) {
      text.append(
          point.pins().stream().map(Words::pin).collect(Collectors.joining(" and ", " if ", "")));
    }
    return text.toString();
  }

  private static String pin(Pin pin) {
    if (pin.isAbsent()) {
      return "`" + pin.key() + "` is not there";
    }
    var values =
        pin.values().stream().map(value -> "`" + value + "`").collect(Collectors.joining(", "));
    return "`" + pin.key() + "` is " + (pin.multivalued() ? "among " : "") + values;
  }

  /// Who has identity-based policies, as people say it.
  static String owner(Caller caller) {
    return switch (caller.principal()) {
      case Principal.IamUser user -> "user " + user.name();
      case Principal.IamRole role -> "role " + role.name();
      case Principal.RoleSession session -> "role " + session.roleName();
      case Principal.FederatedUser user -> "user " + user.arn().resourceId();
      case Principal.RootUser _,
          Principal.Service _,
          Principal.WebIdentity _,
          Principal.Anonymous _ ->
          caller.toString();
    };
  }

  /// Whom to ask for a change of `layer`.
  static String whoOwns(LayerName layer, DocumentEdit.Target target, Question question) {
    return switch (layer) {
      case SCP, RCP -> "the owner of the organization" + where(target);
      case ENDPOINT -> "the owner of the VPC endpoint";
      case RESOURCE ->
          question.hasForeignResource()
              ? "account " + question.request().resourceAccount() + ", which owns the resource"
              : "whoever manages the policy of the resource";
      case BOUNDARY ->
          "whoever manages the permissions boundaries of account "
              + question.request().principal().account();
      case SESSION -> "whoever makes the session and passes its policies";
      case IDENTITY -> "an administrator of account " + question.request().principal().account();
    };
  }

  private static String where(DocumentEdit.Target target) {
    return switch (target) {
      case DocumentEdit.Target.New(var description) -> " (" + description + ")";
      case DocumentEdit.Target.Existing(var policy, var level) ->
          " (policy `"
              + (policy.arn().isEmpty() ? policy.name() : policy.arn())
              + "` at `"
              + level
              + "`)";
    };
  }
}
