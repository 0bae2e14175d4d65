package io.outcrop.lint.action;

import io.outcrop.iam.reference.Action;
import io.outcrop.json.Json;
import io.outcrop.json.JsonPatch.Operation;
import io.outcrop.lint.finding.Certainty;
import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.Element;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.Patterns;
import io.outcrop.lint.subject.Steps;
import io.outcrop.lint.subject.Subject;
import io.outcrop.lint.subject.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/// Whether each name in `Action` and `NotAction` is an action.
public final class ActionChecks implements Check {
  private static final String FROM_THEN_ON = "the action is matched from then on";
  private final NotActions notActions = new NotActions();

  @Override
  public void check(Subject subject, Findings findings) {
    for (var statement : subject.statements()) {
      for (var name : List.of("Action", "NotAction")) {
        statement
            .element(name)
            .ifPresent(element -> {
              element.values().forEach(text -> text(text, element, subject, findings));
              covered(element, findings);
            });
      }
    }
  }

  private void text(Text text, Element element, Subject subject, Findings findings) {
    var action = text.value();
    var colon = action.indexOf(':');
    if (action.equals("*") || action.contains("${")) {
      return;
    }
    if (action.chars().anyMatch(c -> c == ',' || c == ';' || Character.isWhitespace(c))) {
      several(text, findings);
    } else if (colon < 0) {
      withoutService(text, subject, findings);
    } else if (colon == 0 || colon == action.length() - 1 || action.indexOf(':', colon + 1) > 0) {
      findings.add("action-malformed", text.place(), "action", action);
    } else if (Patterns.hasWildcard(action.substring(0, colon))) {
      findings.add("action-wildcard-in-service", text.place(), "action", action);
    } else if (!notAnAction(text, action, colon, subject, findings)) {
      unknown(text, element, subject, findings);
    }
  }

  private static void several(Text text, Findings findings) {
    var parts =
        Arrays.stream(text.value().split("[,;\\s]+", 0)).filter(part -> !part.isEmpty()).toList();
    var reported = findings.add("action-not-one", text.place(), "action", text.value());
    if (parts.isEmpty() || !parts.stream().allMatch(part -> part.matches("[\\w*?-]+:[\\w*?-]+"))) {
      return;
    }
    var steps = new ArrayList<Operation>();
    var pointer = text.place().pointer();
    if (text.siblings() == 0 && parts.size() > 1) {
      steps.add(Steps.replace(pointer, Json.ofTexts(parts)));
    } else {
      steps.add(Steps.replace(pointer, Json.of(parts.getFirst())));
      var slash = pointer.lastIndexOf('/');
      var index = parts.size() > 1 ? Integer.parseInt(pointer.substring(slash + 1)) : 0;
      for (var i = 1; i < parts.size(); i++) {
        steps.add(Steps.add(pointer.substring(0, slash + 1) + (index + i), Json.of(parts.get(i))));
      }
    }
    reported.fix(
        "write `" + String.join("`, `", parts) + "`",
        Certainty.LIKELY,
        "the actions are matched from then on",
        steps.toArray(Operation[]::new));
  }

  private static void withoutService(Text text, Subject subject, Findings findings) {
    var meant = subject.reference().nearestAction(text.value());
    if (meant.isEmpty()) {
      findings.add("action-without-service", text.place(), "action", text.value());
    } else {
      findings
          .add(
              "action-without-service",
              text.place(),
              "action",
              text.value(),
              "meant",
              meant.get().id())
          .replace(text, meant.get().id(), Certainty.LIKELY, FROM_THEN_ON);
    }
  }

  private boolean notAnAction(
      Text text, String action, int colon, Subject subject, Findings findings) {
    var known = notActions.find(action);
    var prefix = notActions.prefix(action.substring(0, colon));
    if (prefix.isPresent()) {
      var meant = prefix.get() + action.substring(colon);
      var real = notActions.find(meant).map(NotActions.NotAction::instead).orElse(meant);
      var reported =
          findings.add(
              "service-name-as-prefix",
              text.place(),
              "action",
              action,
              "prefix",
              action.substring(0, colon),
              "meant",
              prefix.get());
      if (!subject.matching(real).isEmpty()) {
        reported.replace(text, real, Certainty.CERTAIN, FROM_THEN_ON);
      }
      return true;
    }
    if (known.isEmpty()) {
      return false;
    }
    var instead = known.get().instead();
    if (instead.isEmpty()) {
      findings
          .add(known.get().slug(), text.place(), "action", action)
          .remove(text, Certainty.CERTAIN, "");
    } else {
      findings
          .add(known.get().slug(), text.place(), "action", action, "meant", instead)
          .replace(text, instead, Certainty.CERTAIN, FROM_THEN_ON);
    }
    return true;
  }

  private static void unknown(Text text, Element element, Subject subject, Findings findings) {
    var action = text.value();
    var service = action.substring(0, action.indexOf(':'));
    var reference = subject.reference();
    if (!reference.isService(service)) {
      var meant = reference.nearestService(service);
      if (meant.isEmpty()) {
        findings.add("service-unknown", text.place(), "action", action, "service", service);
      } else {
        var better = meant.get() + action.substring(service.length());
        var reported =
            findings.add(
                "service-unknown",
                text.place(),
                "action",
                action,
                "service",
                service,
                "meant",
                meant.get());
        if (!subject.matching(better).isEmpty()) {
          reported.replace(text, better, Certainty.LIKELY, FROM_THEN_ON);
        }
      }
    } else if (subject.matching(action).isEmpty()) {
      missing(text, element, subject, findings);
    }
  }

  private static void missing(Text text, Element element, Subject subject, Findings findings) {
    var action = text.value();
    var service = action.substring(0, action.indexOf(':'));
    if (text.hasWildcard()) {
      findings
          .add("action-pattern-matches-nothing", text.place(), "action", action, "service", service)
          .remove(text, Certainty.LIKELY, "");
      return;
    }
    var slug = element.isNegated() ? "not-action-unknown" : "action-unknown";
    var meant = subject.reference().nearestAction(action).map(Action::id);
    if (meant.isEmpty()) {
      findings.add(slug, text.place(), "action", action, "service", service);
    } else {
      findings
          .add(slug, text.place(), "action", action, "service", service, "meant", meant.get())
          .replace(text, meant.get(), Certainty.LIKELY, FROM_THEN_ON);
    }
  }

  private static void covered(Element element, Findings findings) {
    var wide = element.values().stream().filter(Text::hasWildcard).toList();
    var seen = new HashSet<String>();
    for (var text : element.values()) {
      var action = text.value();
      if (!seen.add(action.toLowerCase(Locale.ROOT))) {
        findings
            .add("action-repeated", text.place(), "action", action)
            .remove(text, Certainty.CERTAIN, "");
        continue;
      }
      wide.stream()
          .filter(outer -> !outer.value().equalsIgnoreCase(action))
          .filter(outer -> Patterns.coversIgnoringCase(outer.value(), action))
          .findFirst()
          .ifPresent(outer ->
              findings
                  .add("action-covered", text.place(), "action", action, "by", outer.value())
                  .remove(text, Certainty.CERTAIN, ""));
    }
  }
}
