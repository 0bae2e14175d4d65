package io.outcrop.lint.resource;

import io.outcrop.iam.reference.Action;
import io.outcrop.iam.reference.ResourceType;
import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.Patterns;
import io.outcrop.lint.subject.StatementView;
import io.outcrop.lint.subject.Subject;
import io.outcrop.lint.subject.Text;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whether the resources of a statement are such as its actions are about. Each resource type is
/// compared with each resource once, however many actions know the type.
final class PairingCheck implements Check {
  @Override
  public void check(Subject subject, Findings findings) {
    for (var statement : subject.statements()) {
      var actions = subject.actions(statement);
      if (!actions.isEmpty()
          && !statement.actions().stream().anyMatch(text -> text.value().equals("*"))
          && !statement.resources().isEmpty()
          && !statement.isOnEverything()) {
        new Pairing(statement, actions, subject, findings).check();
      }
    }
  }

  private record Pairing(
      StatementView statement, List<Action> actions, Subject subject, Findings findings) {

    private void check() {
      var sound =
          statement.resources().stream().filter(text -> !findings.isMarked(text.place())).toList();
      var parts = new LinkedHashMap<Text, List<String>>();
      sound.forEach(text -> parts.put(text, Patterns.parts(subject.pattern(text.value()))));
      var reached = new IdentityHashMap<ResourceType, Set<Text>>();
      for (var action : actions) {
        for (var type : action.types()) {
          reached.computeIfAbsent(type, one -> matching(one, parts));
        }
      }
      if (sound.size() == statement.resources().size()) {
        statement.actions().forEach(text -> action(text, reached));
      }
      resources(sound, reached);
    }

    private static Set<Text> matching(ResourceType type, Map<Text, List<String>> resources) {
      var found = new HashSet<Text>();
      resources.forEach((text, parts) -> {
        if (Formats.overlap(type, parts)) {
          found.add(text);
        }
      });
      return found;
    }

    private void action(Text text, IdentityHashMap<ResourceType, Set<Text>> reached) {
      var named = subject.matching(text.value());
      if (named.isEmpty() || findings.isMarked(text.place())) {
        return;
      }
      if (named.stream().allMatch(action -> action.types().isEmpty())) {
        findings.add("action-needs-star", text.place(), "action", text.value());
      } else if (named.stream()
          .flatMap(action -> action.types().stream())
          .allMatch(type -> reached.getOrDefault(type, Set.of()).isEmpty())) {
        findings.add(
            "action-without-resource",
            text.place(),
            "action",
            text.value(),
            "types",
            Words.types(named));
      }
    }

    private void resources(List<Text> sound, IdentityHashMap<ResourceType, Set<Text>> reached) {
      if (reached.isEmpty()
          || statement.actions().stream().allMatch(text -> findings.isMarked(text.place()))) {
        return;
      }
      for (var text : sound) {
        if (reached.values().stream().noneMatch(texts -> texts.contains(text))) {
          findings.add(
              "resource-without-action",
              text.place(),
              "arn",
              text.value(),
              "types",
              Words.types(actions));
        }
      }
    }
  }
}
