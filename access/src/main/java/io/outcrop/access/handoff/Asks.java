package io.outcrop.access.handoff;

import io.outcrop.access.evidence.Permissions;
import io.outcrop.access.prediction.Denial;
import io.outcrop.access.prediction.Denials;
import io.outcrop.access.prediction.Layers;
import io.outcrop.access.prediction.Refusal.Ground;
import io.outcrop.grants.RequiredAuthorization;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.edit.DocumentEdit;
import io.outcrop.iam.edit.EditAnswer;
import io.outcrop.iam.edit.Ownership;
import io.outcrop.iam.edit.SmallestEdits;
import io.outcrop.iam.request.PolicyLayers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/// Finds what has to change in layers beyond the principal's own policies: the smallest edit of
/// each policy that lets all of the call through.
final class Asks {
  private static final int MOST = 12;

  private final Material material;

  Asks(Material material) {
    this.material = material;
  }

  List<Handoff.Ask> all() {
    var asks =
        new ArrayList<>(material.seen().permissions().seen().map(this::of).orElse(List.of()));
    for (var unread : UnreadLayer.of(material)) {
      if (asks.stream().noneMatch(ask -> ask.layer().equals(unread.layer()))) {
        asks.add(unread.with(everything()));
      }
    }
    return asks;
  }

  /// Every authorisation of the call over the route that it should take.
  private List<String> everything() {
    return material.asked().stream()
        .flatMap(asked -> asked.needs().stream())
        .map(Asks::words)
        .distinct()
        .toList();
  }

  private static String words(RequiredAuthorization need) {
    return "`%s` on `%s`".formatted(need.action(), need.resource());
  }

  /// One authorisation after another, each under the policies as the edits before have left them,
  /// so that the last edit of a policy holds them all.
  private List<Handoff.Ask> of(Permissions permissions) {
    var layers = permissions.layers();
    var asks = new LinkedHashMap<String, List<Handoff.Ask>>();
    for (var need : needs()) {
      var request = Denials.request(permissions, need);
      if (SmallestEdits.find(
              Layers.on(need, layers, permissions.principal().account()),
              request,
              Ownership.ofIdentity())
          instanceof EditAnswer.SomeoneElse other) {
        for (var ask : other.asks()) {
          asks.computeIfAbsent(key(ask.edit()), _ -> new ArrayList<>()).add(said(ask));
          layers = edited(layers, ask.edit());
        }
      }
    }
    return asks.values().stream().map(this::together).toList();
  }

  private List<RequiredAuthorization> needs() {
    return material.prediction().stream()
        .flatMap(one -> one.refusals().stream())
        .flatMap(refusal ->
            refusal.ground() instanceof Ground.Denied(var denials)
                ? denials.stream()
                : Stream.<Denial>empty())
        .filter(denial -> denial.layer() != LayerName.IDENTITY)
        .map(Denial::need)
        .distinct()
        .limit(MOST)
        .toList();
  }

  private static PolicyLayers edited(PolicyLayers layers, DocumentEdit edit) {
    return edit.target() instanceof DocumentEdit.Target.Existing(var policy, var _)
        ? Layers.replaced(layers, policy, edit.document())
        : layers;
  }

  private static String key(DocumentEdit edit) {
    return switch (edit.target()) {
      case DocumentEdit.Target.Existing(var policy, var level) ->
          policy.arn() + " " + policy.name() + " " + level;
      case DocumentEdit.Target.New(var description) -> "new " + description;
    };
  }

  private static Handoff.Ask said(EditAnswer.Ask ask) {
    var edit = ask.edit();
    var policy =
        switch (edit.target()) {
          case DocumentEdit.Target.Existing(var named, var level) ->
              "`"
                  + (named.arn().isEmpty() ? named.name() : named.arn())
                  + "`"
                  + (level.isEmpty() ? "" : " at " + level);
          case DocumentEdit.Target.New(var _) -> "";
        };
    return new Handoff.Ask(
        ask.who(),
        edit.layer().words(),
        policy,
        edit.words(),
        List.of(),
        List.of(edit.document().source()));
  }

  private Handoff.Ask together(List<Handoff.Ask> asks) {
    var last = asks.getLast();
    var changes = asks.stream().map(Handoff.Ask::change).distinct().toList();
    return new Handoff.Ask(
        last.who(), last.layer(), last.policy(), brief(changes), everything(), last.document());
  }

  /// Many edits of one policy are told by the policy itself.
  private static String brief(List<String> changes) {
    return changes.size() < 3
        ? String.join("; ", changes)
        : "%s, and %d more edits like it: the policy below holds them all"
            .formatted(changes.getFirst(), changes.size() - 1);
  }
}
