package io.outcrop.cli.demo;

import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.access.examination.Finding;
import io.outcrop.access.plan.FixOutcome;
import io.outcrop.access.plan.Plan;
import io.outcrop.report.style.Look;
import io.outcrop.report.style.Mark;
import io.outcrop.report.style.Page;
import io.outcrop.report.style.Style;
import io.outcrop.report.style.Styled;
import io.outcrop.sandbox.world.Worlds;
import java.util.List;

/// The demo's parts for people.
final class DemoText {
  private static final List<Integer> COLUMNS = List.of(7, 29, 29, 7);
  private static final int LABEL = Column.INDENT - 2;

  private DemoText() {}

  static String opening(Look look) {
    return new Page()
        .text(
            0,
            Styled.prose(
                "Five accounts in which Claude cannot be called, each in a sandbox on this machine:"
                    + " the call that fails, why, what would break next, the cure, the proof."))
        .render(look);
  }

  static String title(String world, Look look) {
    return "\n"
        + new Page()
            .text(
                0,
                Styled.of(Style.STRONG, world)
                    .plus(Style.PLAIN, ": ")
                    .plus(Styled.prose(Worlds.summary(world))))
            .render(look);
  }

  static String call(ExaminationRequest request, Scene.CallSeen call, Look look) {
    return row(
            Mark.NOTHING,
            "calls",
            Styled.of(Style.CODE, request.model().value())
                .plus(Style.PLAIN, " in " + request.region().value()),
            look)
        + row(
            call.went() ? Mark.FINE : Mark.BROKEN,
            "answer",
            Styled.of(Style.PLAIN, call.words()),
            look);
  }

  static String diagnosis(Examination before, Scene.CallSeen call, Look look) {
    var out = new StringBuilder();
    before.root().ifPresent(root -> out.append(finding(Mark.BROKEN, "cause", root, call, look)));
    before.next().forEach(next -> out.append(finding(Mark.WARNING, "then", next, call, look)));
    if (before.root().isEmpty()) {
      out.append(
          row(
              Mark.WARNING,
              "cause",
              Styled.prose("none was found: " + before.status().id()),
              look));
    }
    return out.toString();
  }

  static String plan(Plan plan, Look look) {
    var out = new StringBuilder();
    for (var step : plan.steps()) {
      var as = " (" + step.call() + ", as " + step.actor() + ")";
      out.append(row(Mark.NOTHING, "plan", Styled.prose(step.title()).plus(Style.FAINT, as), look));
    }
    if (plan.steps().isEmpty()) {
      out.append(
          row(Mark.WARNING, "plan", Styled.prose("nothing that can be done from here"), look));
    }
    return out.toString();
  }

  static String cure(FixOutcome outcome, Look look) {
    var done =
        outcome.steps().stream()
            .filter(step ->
                step.state() == FixOutcome.State.APPLIED
                    || step.state() == FixOutcome.State.ALREADY)
            .count();
    var all = outcome.steps().size();
    var why =
        outcome.steps().stream()
            .filter(step -> step.state() == FixOutcome.State.FAILED)
            .map(step -> ": " + step.why())
            .findFirst()
            .orElse("");
    var mark = done == all ? Mark.FINE : Mark.BROKEN;
    var words = "%d of %d changes made; now %s".formatted(done, all, outcome.after().status().id());
    return row(mark, "cure", Styled.prose(words + why), look);
  }

  static String beforeStream(ExaminationRequest request, Look look) {
    return row(
        Mark.NOTHING,
        "calls",
        Styled.of(Style.CODE, request.model().value()).plus(Style.PLAIN, ", streaming"),
        look);
  }

  static String afterStream(Scene.Proof proof, Look look) {
    var words =
        proof.complete() ? "%d events, to the regular end".formatted(proof.events()) : proof.why();
    return (proof.text().isEmpty() ? "" : "\n")
        + row(
            proof.complete() ? Mark.FINE : Mark.BROKEN,
            "proof",
            Styled.of(Style.PLAIN, words),
            look);
  }

  static String table(List<Scene> scenes, Look look) {
    var page = new Page();
    page.cells(List.of(), COLUMNS, List.of("world", "root cause", "would break next", "changes"));
    for (var scene : scenes) {
      var before = scene.before();
      var root = before.root().map(found -> found.cause().slug()).orElse("–");
      var next = before.next().stream().findFirst().map(found -> found.cause().slug()).orElse("–");
      var changes =
          scene.course().applied().stream().mapToInt(outcome -> outcome.steps().size()).sum();
      page.cells(
          List.of(scene.streamed() ? Mark.FINE : Mark.BROKEN),
          COLUMNS,
          List.of(scene.world(), root, next, Integer.toString(changes)));
    }
    var streamed = scenes.stream().filter(Scene::streamed).count();
    page.gap()
        .item(
            0,
            streamed == scenes.size() ? Mark.FINE : Mark.BROKEN,
            Styled.prose("%d of %d stream an answer".formatted(streamed, scenes.size())));
    page.text(
        0,
        Styled.of(
            Style.FAINT,
            "sandbox: worlds on this machine answered, not AWS; nothing is left of them"));
    page.gap().text(0, Styled.of(Style.PLAIN, "Next:")).verbatim(2, "outcrop doctor");
    return "\n" + page.render(look);
  }

  /// What AWS said stands above already, and what is AWS's own long sentence is said in ours.
  private static String finding(
      Mark mark, String label, Finding finding, Scene.CallSeen call, Look look) {
    var sentence = finding.sentence();
    var aws = call.words().contains(sentence) || sentence.startsWith("User: ");
    return row(
        mark,
        label,
        Styled.prose(aws ? finding.cause().summary() : sentence)
            .plus(Style.FAINT, " [" + finding.cause().slug() + "]"),
        look);
  }

  private static String row(Mark mark, String label, Styled text, Look look) {
    return new Page().row(mark, label, LABEL, text, true).render(look);
  }
}
