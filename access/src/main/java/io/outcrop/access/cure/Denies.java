package io.outcrop.access.cure;

import io.outcrop.access.change.Change;
import io.outcrop.access.evidence.Permissions;
import io.outcrop.access.prediction.Circumstance;
import io.outcrop.access.prediction.Denial;
import io.outcrop.aws.Arn;
import io.outcrop.aws.Principal;
import io.outcrop.cloud.call.PolicyOwner;
import io.outcrop.grants.RequiredAuthorization;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.decision.StatementRef;
import io.outcrop.iam.reference.ServiceReference;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Narrows the Denies of identity policies and boundaries, one change a policy, whatever number of
/// findings it cures: so the changes of two findings are the same change. What others have, too, is
/// narrowed for this caller alone. Each change is decided before and after, and one that would let
/// through more than is needed, or take from others, is not made.
final class Denies {
  private static final Set<LayerName> OWNED = Set.of(LayerName.IDENTITY, LayerName.BOUNDARY);

  private final Permissions permissions;
  private final ServiceReference reference = ServiceReference.shipped();
  private final Known known;
  private final List<Change> changes = new ArrayList<>();
  private final Set<String> beyond = new LinkedHashSet<>();
  private final Set<String> shared = new TreeSet<>();
  private boolean complete = true;

  private Denies(Permissions permissions, Known known) {
    this.permissions = permissions;
    this.known = known;
  }

  /// Narrows all of `denials` that stand in identity policies or the boundary, and that nobody
  /// wants to be met.
  ///
  /// @param knownNames models and profiles that a pattern of a policy may mean
  static Denies of(List<Denial> denials, Permissions permissions, List<String> knownNames) {
    var result = new Denies(permissions, Known.of(knownNames));
    var explicit =
        denials.stream()
            .filter(denial -> denial.explicit() && OWNED.contains(denial.layer()))
            .filter(denial -> isOpen(denial, permissions))
            .toList();
    var byPolicy = new LinkedHashMap<String, List<Hit>>();
    for (var denial : explicit) {
      for (var ref : denial.statements()) {
        byPolicy
            .computeIfAbsent(key(ref.policy()), _ -> new ArrayList<>())
            .add(new Hit(ref, denial.need()));
      }
    }
    byPolicy.values().forEach(result::narrow);
    return result;
  }

  /// A statement that denies a need.
  private record Hit(StatementRef by, RequiredAuthorization need) {}

  /// Whether nothing of `denial` asks to be met, or was done on purpose.
  private static boolean isOpen(Denial denial, Permissions permissions) {
    return denial.statements().stream().noneMatch(Lockouts::locksOut)
        && Circumstance.of(denial, permissions).isEmpty();
  }

  /// The changes, one a policy; none if not every policy can be changed from here.
  List<Change> changes() {
    return complete ? List.copyOf(changes) : List.of();
  }

  /// What each of the changes does to least privilege, one sentence.
  String effect() {
    var text =
        new StringBuilder(
            "no longer denies exactly what the call needs, to this caller; all else stays denied");
    if (!shared.isEmpty()) {
      text.append(", and to everybody else who has ")
          .append(String.join(", ", shared))
          .append(" all of it");
    }
    if (!beyond.isEmpty()) {
      text.append(
          beyond.stream()
              .map(pattern -> "`" + pattern + "`")
              .collect(
                  Collectors.joining(
                      ", ",
                      "; a policy cannot cut a name out of ",
                      ", so for this caller what AWS may add outside of it one day is denied,"
                          + " too")));
    }
    return text.append("; it allows nothing by itself").toString();
  }

  private void narrow(List<Hit> hits) {
    var policy = hits.getFirst().by().policy();
    var before = policy.document().source();
    var isShared = !policy.arn().isEmpty() || policy.attachedTo().startsWith("group ");
    var caller = isShared ? callerArn() : Optional.<String>empty();
    var after = isShared && caller.isEmpty() ? Optional.<Json.Obj>empty() : after(hits, caller);
    var needs = hits.stream().map(Hit::need).distinct().toList();
    var proof = new NarrowingProof(needs, permissions, reference, known);
    if (after.isEmpty() || !proof.holds(before, after.get(), isShared)) {
      complete = false;
    } else if (policy.arn().isEmpty()) {
      inline(policy, before, after.get());
    } else {
      managed(policy, hits.getFirst().by().layer(), before, after.get());
    }
  }

  /// The document with each statement narrowed by what it denies; empty if that cannot be written.
  private Optional<Json.Obj> after(List<Hit> hits, Optional<String> caller) {
    var document = hits.getFirst().by().policy().document().source();
    var complement = new Complement(reference, known);
    var kept = new ArrayList<Json.Obj>();
    var statements = PolicyText.statements(document);
    for (var i = 0; i < statements.size(); i++) {
      var narrowing = new Narrowing(needs(hits, i), complement, caller);
      var pieces = narrowing.narrowed(statements.get(i));
      if (pieces.isEmpty()) {
        return Optional.empty();
      }
      kept.addAll(pieces.get());
      beyond.addAll(narrowing.beyond());
    }
    return Optional.of(document.with("Statement", Json.array(PolicyText.withFreeSids(kept))));
  }

  private static List<RequiredAuthorization> needs(List<Hit> hits, int statement) {
    return hits.stream()
        .filter(hit -> hit.by().statement().index() == statement)
        .map(Hit::need)
        .distinct()
        .toList();
  }

  private void inline(NamedPolicy policy, Json.Obj before, Json.Obj after) {
    var owner =
        permissions.inline().stream()
            .filter(held -> held.name().equals(policy.name()))
            .map(Permissions.Held::owner)
            .filter(held -> held.toString().equals(policy.attachedTo()))
            .findFirst();
    if (owner.isEmpty()
        || Owners.isManagedElsewhere(owner.get())
        || !InlineRoom.of(permissions, owner.get()).holds(policy.name(), after)) {
      complete = false;
      return;
    }
    if (owner.get().kind() == PolicyOwner.Kind.GROUP) {
      shared.add("group `" + owner.get().name() + "`");
    }
    changes.add(
        PolicyText.statements(after).isEmpty()
            ? new Change.DeleteInlinePolicy(owner.get(), policy.name(), before)
            : new Change.PutInlinePolicy(owner.get(), policy.name(), List.of(before), after));
  }

  private void managed(NamedPolicy policy, LayerName layer, Json.Obj before, Json.Obj after) {
    var owner = Owners.parse(policy.attachedTo());
    var isElsewhere =
        layer == LayerName.IDENTITY && (owner.isEmpty() || Owners.isManagedElsewhere(owner.get()));
    if (isElsewhere || PolicyText.size(after) > PolicyText.MOST_MANAGED) {
      complete = false;
      return;
    }
    shared.add("policy `" + policy.name() + "`");
    changes.add(new Change.ReplaceManagedPolicy(policy.arn(), before, after));
  }

  /// The caller as `aws:PrincipalArn` names it: of a session, its role.
  private Optional<String> callerArn() {
    var given = permissions.context().get("aws:PrincipalArn");
    if (given != null) {
      return Optional.of(given);
    }
    return permissions.principal() instanceof Principal.RoleSession session
        ? Optional.of(session.roleArn().toString())
        : permissions.principal().knownArn().map(Arn::toString);
  }

  private static String key(NamedPolicy policy) {
    return policy.arn().isEmpty() ? policy.attachedTo() + "/" + policy.name() : policy.arn();
  }
}
