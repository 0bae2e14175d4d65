package io.outcrop.access.cure;

import io.outcrop.access.change.Change;
import io.outcrop.access.evidence.Permissions;
import io.outcrop.access.prediction.Denial;
import io.outcrop.cloud.call.PolicyOwner;
import io.outcrop.grants.RequiredAuthorization;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.decision.StatementRef;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Lifts the denials of identity policies, one change a policy, whatever number of findings it
/// cures: so the changes of two findings are the same change.
final class Denies {
  private final List<Change> changes = new ArrayList<>();
  private final List<String> loosened = new ArrayList<>();
  private final Set<String> groups = new TreeSet<>();
  private final Set<String> shared = new TreeSet<>();
  private final List<String> knownNames;
  private boolean complete = true;

  private Denies(List<String> knownNames) {
    this.knownNames = knownNames;
  }

  /// Lifts all of `denials` that stand in identity policies.
  ///
  /// @param knownNames models and profiles that a pattern of a policy may mean
  static Denies of(List<Denial> denials, Permissions permissions, List<String> knownNames) {
    var result = new Denies(knownNames);
    var explicit =
        denials.stream()
            .filter(denial -> denial.explicit() && denial.layer() == LayerName.IDENTITY)
            .toList();
    var needs = explicit.stream().map(Denial::need).distinct().toList();
    var byPolicy = new LinkedHashMap<String, List<StatementRef>>();
    explicit.stream()
        .flatMap(denial -> denial.statements().stream())
        .forEach(
            ref -> byPolicy.computeIfAbsent(key(ref.policy()), _ -> new ArrayList<>()).add(ref));
    byPolicy.values().forEach(refs -> result.lift(refs, needs, permissions));
    return result;
  }

  /// The changes, one a policy.
  List<Change> changes() {
    return List.copyOf(changes);
  }

  /// Whether every policy can be changed from here.
  boolean isComplete() {
    return complete && !changes.isEmpty();
  }

  /// What the changes do to least privilege, one sentence.
  String effect() {
    var text = new StringBuilder("lifts the denial for exactly what the call needs");
    if (!loosened.isEmpty()) {
      text.append(
          loosened.stream()
              .map(pattern -> "`" + pattern + "`")
              .collect(
                  Collectors.joining(
                      ", ",
                      "; a pattern cannot be cut exactly: of what ",
                      " denied, names that nothing is called by yet may slip through")));
    }
    if (!groups.isEmpty()) {
      text.append("; acts on every member of ").append(String.join(", ", groups));
    }
    if (!shared.isEmpty()) {
      text.append("; acts on everyone who has ").append(String.join(", ", shared));
    }
    return text.append("; it allows nothing by itself").toString();
  }

  private void lift(
      List<StatementRef> refs, List<RequiredAuthorization> needs, Permissions permissions) {
    var policy = refs.getFirst().policy();
    var before = policy.document().source();
    var narrowing = new Narrowing(needs, knownNames);
    var after = narrowed(before, refs, narrowing);
    loosened.addAll(narrowing.loosened());
    if (policy.arn().isEmpty()) {
      inline(policy, before, after, permissions);
    } else {
      managed(policy, before, after);
    }
  }

  private static Optional<Json.Obj> narrowed(
      Json.Obj document, List<StatementRef> refs, Narrowing narrowing) {
    var indexes = refs.stream().map(ref -> ref.statement().index()).collect(Collectors.toSet());
    var kept = new ArrayList<Json>();
    var statements = PolicyText.statements(document);
    for (var i = 0; i < statements.size(); i++) {
      if (indexes.contains(i)) {
        kept.addAll(narrowing.narrowed(statements.get(i)));
      } else {
        kept.add(statements.get(i));
      }
    }
    return kept.isEmpty()
        ? Optional.empty()
        : Optional.of(document.with("Statement", Json.array(kept)));
  }

  private void inline(
      NamedPolicy policy, Json.Obj before, Optional<Json.Obj> after, Permissions permissions) {
    var owner =
        permissions.inline().stream()
            .filter(held -> held.name().equals(policy.name()))
            .map(Permissions.Held::owner)
            .filter(held -> held.toString().equals(policy.attachedTo()))
            .findFirst();
    if (owner.isEmpty() || Owners.isManagedElsewhere(owner.get())) {
      complete = false;
      return;
    }
    note(owner.get());
    changes.add(
        after.isPresent()
            ? new Change.PutInlinePolicy(owner.get(), policy.name(), List.of(before), after.get())
            : new Change.DeleteInlinePolicy(owner.get(), policy.name(), before));
  }

  private void managed(NamedPolicy policy, Json.Obj before, Optional<Json.Obj> after) {
    var owner = Owners.parse(policy.attachedTo());
    var byAws = policy.arn().contains(":iam::aws:policy/");
    if (owner.isEmpty() || Owners.isManagedElsewhere(owner.get())) {
      complete = false;
    } else if (byAws || after.isEmpty()) {
      note(owner.get());
      changes.add(new Change.DetachPolicy(owner.get(), policy.arn()));
    } else {
      shared.add("policy `" + policy.name() + "`");
      changes.add(new Change.ReplaceManagedPolicy(policy.arn(), before, after.get()));
    }
  }

  private void note(PolicyOwner owner) {
    if (owner.kind() == PolicyOwner.Kind.GROUP) {
      groups.add("group `" + owner.name() + "`");
    }
  }

  private static String key(NamedPolicy policy) {
    return policy.arn().isEmpty() ? policy.attachedTo() + "/" + policy.name() : policy.arn();
  }
}
