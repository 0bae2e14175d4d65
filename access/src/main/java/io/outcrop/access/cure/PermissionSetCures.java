package io.outcrop.access.cure;

import io.outcrop.access.change.Change;
import io.outcrop.access.evidence.Permissions;
import io.outcrop.access.evidence.Permissions.Held;
import io.outcrop.access.examination.Cure;
import io.outcrop.access.steward.SourceChange;
import io.outcrop.access.steward.Steward;
import io.outcrop.aws.Arn;
import io.outcrop.causes.catalogue.Cause.Applicability;
import io.outcrop.cloud.call.PolicyOwner;
import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.List;

/// What people get by signing in through IAM Identity Center is changed in their permission set:
/// what is written into its roles is refused.
final class PermissionSetCures {
  /// What IAM Identity Center calls a permission set's own policy in its roles.
  private static final String INLINE = "AwsSSOInlinePolicy";

  private PermissionSetCures() {}

  /// How whoever administers IAM Identity Center grants `documents`; nothing for a principal that
  /// did not come by it.
  static List<Cure> of(Permissions permissions, List<Json.Obj> documents, String route) {
    return permissions.owner().stream()
        .flatMap(owner ->
            Steward.byName(owner).stream()
                .filter(Steward.IdentityCenter.class::isInstance)
                .map(steward -> cure(permissions, documents, route, owner, steward)))
        .toList();
  }

  private static Cure cure(
      Permissions permissions,
      List<Json.Obj> documents,
      String route,
      PolicyOwner owner,
      Steward steward) {
    var all =
        new ArrayList<>(
            permissions.inline().stream()
                .filter(held -> held.owner().equals(owner) && held.name().equals(INLINE))
                .map(Held::document)
                .toList());
    all.addAll(documents);
    var change = new Change.PutInlinePolicy(owner, INLINE, List.of(), PolicyText.union(all));
    var arn = permissions.principal().knownArn().map(Arn::toString).orElse("");
    return new Cure(
        Applicability.SOMEONE_ELSE,
        "add the least policy for %s to %s".formatted(route, steward.words()),
        List.of(),
        SourceChange.of(steward, change, arn).lines().toList(),
        "everybody who signs in with it may call this then; what its inline policy holds now is"
            + " in the new one");
  }
}
