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

/// Lifts the denials of identity policies and boundaries, one change a policy, whatever number of
/// findings it cures: so the changes of two findings are the same change.
final class Denies {
  private static final String AWS = ":iam::aws:policy/";

  private final List<Change> changes = new ArrayList<>();
  private final List<String> loosened = new ArrayList<>();
  private final Set<String> groups = new TreeSet<>();
  private final Set<String> shared = new TreeSet<>();
  private static final Set<LayerName> OWNED = Set.of(LayerName.IDENTITY, LayerName.BOUNDARY);

  private final List<String> knownNames;
  private boolean complete = true;

  private Denies(List<String> knownNames) {
    this.knownNames = knownNames;
  }

  /// Lifts all of `denials` that stand in identity policies or the boundary.
  ///
  /// @param knownNames models and profiles that a pattern of a policy may mean
  static Denies of(List<Denial> denials, Permissions permissions, List<String> knownNames) {
    var result = new Denies(knownNames);
    var explicit =
        denials.stream()
            .filter(denial -> denial.explicit() && OWNED.contains(denial.layer()))
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
    var layer = refs.getFirst().layer();
    var after = after(refs, needs, permissions);
    if (layer == LayerName.BOUNDARY) {
      boundary(policy, before, after);
    } else if (policy.arn().isEmpty()) {
      inline(policy, before, after, permissions);
    } else {
      managed(policy, before, after);
    }
  }

  /// What others have, too, is narrowed for this caller alone; one's own policy in as few
  /// statements as can be.
  private Optional<Json.Obj> after(
      List<StatementRef> refs, List<RequiredAuthorization> needs, Permissions permissions) {
    var policy = refs.getFirst().policy();
    if (!policy.arn().isEmpty() || policy.attachedTo().startsWith("group ")) {
      var shared = new SharedEdit(permissions, knownNames);
      var edited = shared.letting(policy, refs.getFirst().layer(), needs);
      if (edited.isPresent()) {
        loosened.addAll(shared.loosened());
        return edited.filter(document -> !PolicyText.statements(document).isEmpty());
      }
    }
    var narrowing = new Narrowing(needs, knownNames);
    var narrowed = narrowed(policy.document().source(), refs, narrowing);
    loosened.addAll(narrowing.loosened());
    return narrowed;
  }

  /// A boundary is nobody's to take off: without one, everything is let through.
  private void boundary(NamedPolicy policy, Json.Obj before, Optional<Json.Obj> after) {
    if (policy.arn().isEmpty() || policy.arn().contains(AWS) || after.isEmpty()) {
      complete = false;
      return;
    }
    shared.add("policy `" + policy.name() + "`");
    changes.add(new Change.ReplaceManagedPolicy(policy.arn(), before, after.get()));
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
    var byAws = policy.arn().contains(AWS);
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
