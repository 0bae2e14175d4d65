package io.outcrop.report.policy;

import io.outcrop.iam.decision.Decision.Outcome;
import io.outcrop.report.Ending;
import io.outcrop.report.policy.Simulation.Call;
import io.outcrop.report.policy.Simulation.Ruling;
import io.outcrop.report.policy.Simulation.Verdict;
import io.outcrop.report.style.Look;
import io.outcrop.report.style.Mark;
import io.outcrop.report.style.Page;
import io.outcrop.report.style.Style;
import io.outcrop.report.style.Styled;
import java.util.ArrayList;
import java.util.List;

/// What policies answer, for a person.
public final class SimulationText {
  private static final int COLUMN = 9;

  private final Look look;
  private final PolicyWords words;
  private final Page page = new Page();

  private SimulationText(Simulation simulation, Look look) {
    this.look = look;
    this.words = new PolicyWords(simulation.whereabouts());
  }

  /// The page.
  public static String render(Simulation simulation, Ending ending, Look look) {
    var text = new SimulationText(simulation, look);
    simulation.call().forEach(call -> text.call(call, simulation));
    if (simulation.call().isEmpty() && simulation.rulings().size() > 1) {
      text.summary(simulation);
    }
    simulation.rulings().forEach(text::ruling);
    text.notes(simulation.notes());
    ending.addTo(text.page);
    return text.page.render(look);
  }

  private void call(Call call, Simulation simulation) {
    var verdict = simulation.verdict();
    page.item(
            0,
            PolicyWords.mark(verdict),
            Styled.of(Style.STRONG, verdict(verdict))
                .plus(
                    Styled.prose(
                        ": `%s` of `%s` in %s needs %d %s%s"
                            .formatted(
                                call.operation(),
                                call.model(),
                                call.region(),
                                simulation.rulings().size(),
                                simulation.rulings().size() == 1
                                    ? "authorisation"
                                    : "authorisations",
                                shares(simulation)))))
        .gap();
  }

  private void summary(Simulation simulation) {
    page.item(
            0,
            PolicyWords.mark(simulation.verdict()),
            Styled.of(Style.STRONG, simulation.rulings().size() + " requests")
                .plus(Style.PLAIN, ": " + counts(simulation)))
        .gap();
  }

  private static String shares(Simulation simulation) {
    var denied = simulation.count(Verdict.DENIED);
    var unknown = simulation.count(Verdict.DEPENDS_ON_UNKNOWN);
    if (simulation.verdict() == Verdict.ALLOWED) {
      return simulation.rulings().size() == 1 ? ", which is allowed" : ", all of them allowed";
    }
    var parts = new ArrayList<String>();
    if (denied > 0) {
      parts.add(denied + " denied");
    }
    if (unknown > 0) {
      parts.add(unknown + " undecided");
    }
    return ": " + String.join(", ", parts);
  }

  private static String counts(Simulation simulation) {
    var allowed = simulation.count(Verdict.ALLOWED);
    var denied = simulation.count(Verdict.DENIED);
    var unknown = simulation.count(Verdict.DEPENDS_ON_UNKNOWN);
    return allowed
        + (allowed == 1 ? " is allowed" : " are allowed")
        + (denied == 0 ? "" : ", " + denied + " denied")
        + (unknown == 0 ? "" : ", " + unknown + " undecided");
  }

  private static String verdict(Verdict verdict) {
    return switch (verdict) {
      case ALLOWED -> "allowed";
      case DENIED -> "denied";
      case DEPENDS_ON_UNKNOWN -> "undecided";
    };
  }

  private void ruling(Ruling ruling) {
    var decision = ruling.decision();
    if (decision.isAllowed() && !ruling.purpose().isEmpty() && !look.verbose()) {
      page.item(0, Mark.FINE, Styled.prose("allowed: " + ruling.purpose()));
      return;
    }
    page.item(
        0,
        PolicyWords.mark(ruling.verdict()),
        Styled.of(Style.STRONG, PolicyWords.outcome(decision.outcome()))
            .plus(Style.PLAIN, ": ")
            .plus(Styled.prose(PolicyWords.request(ruling))));
    if (!ruling.purpose().isEmpty()) {
      detail("for", ruling.purpose());
    }
    decision.decidedBy().forEach(ref -> detail("by", words.statement(ref)));
    if (decision.outcome() == Outcome.IMPLICITLY_DENIED || look.verbose()) {
      decision.blockedBy().forEach(layer -> detail("because", PolicyWords.nothingAllows(layer)));
    }
    decision.unknown().forEach(why -> detail("unknown", why));
    if (!decision.missingKeys().isEmpty() && (look.verbose() || !decision.isAllowed())) {
      detail("turns on", PolicyWords.missing(decision.missingKeys()) + ", which is not given");
    }
  }

  private void detail(String label, String sentence) {
    page.labelled(2, label, COLUMN, Styled.prose(sentence));
  }

  private void notes(List<String> notes) {
    if (!notes.isEmpty()) {
      page.gap();
      notes.forEach(note -> page.item(0, Mark.NOTHING, Styled.prose(note)));
    }
  }
}
