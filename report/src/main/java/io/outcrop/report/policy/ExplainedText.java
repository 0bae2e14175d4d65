package io.outcrop.report.policy;

import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.policy.Statement.Effect;
import io.outcrop.iam.walk.LayerAnswer;
import io.outcrop.iam.walk.LayerAnswer.NearMiss;
import io.outcrop.iam.walk.LayerAnswer.Standing;
import io.outcrop.report.Ending;
import io.outcrop.report.policy.Simulation.Ruling;
import io.outcrop.report.style.Look;
import io.outcrop.report.style.Mark;
import io.outcrop.report.style.Page;
import io.outcrop.report.style.Style;
import io.outcrop.report.style.Styled;
import java.util.TreeSet;

/// What every layer says to a request, for a person.
public final class ExplainedText {
  private static final int COLUMN = 11;
  private static final int MOST_NEAR_MISSES = 3;

  private final Look look;
  private final LayersExplained explained;
  private final PolicyWords words;
  private final Page page = new Page();

  private ExplainedText(LayersExplained explained, Look look) {
    this.look = look;
    this.explained = explained;
    this.words = new PolicyWords(explained.whereabouts());
  }

  /// The page.
  public static String render(LayersExplained explained, Ending ending, Look look) {
    var text = new ExplainedText(explained, look);
    text.request(explained.ruling());
    text.page.heading("What each layer says, in AWS's order");
    explained.answers().forEach(text::answer);
    if (!explained.notes().isEmpty()) {
      text.page.gap();
      explained.notes().forEach(note -> text.page.item(0, Mark.NOTHING, Styled.prose(note)));
    }
    ending.addTo(text.page);
    return text.page.render(look);
  }

  /// Whether the page leaves statements out that almost matched, which a verbose one shows.
  public static boolean hides(LayersExplained explained) {
    return explained.answers().stream()
        .anyMatch(answer ->
            answer.nearMisses().stream().filter(miss -> wouldMatter(miss, answer)).count()
                    > MOST_NEAR_MISSES
                || answer.nearMisses().stream().anyMatch(miss -> !wouldMatter(miss, answer)));
  }

  private void request(Ruling ruling) {
    var request = ruling.request();
    page.item(
            0,
            PolicyWords.mark(ruling.verdict()),
            Styled.of(Style.STRONG, PolicyWords.outcome(ruling.decision().outcome()))
                .plus(Style.PLAIN, ": ")
                .plus(Styled.prose(PolicyWords.request(ruling))))
        .gap();
    labelled("principal", DecisionJson.principal(request.principal()));
    labelled("owner", request.resourceAccount());
    labelled("for", ruling.purpose());
    for (var key : new TreeSet<>(request.context().keys())) {
      request
          .context()
          .get(key)
          .ifPresent(value ->
              labelled("context", value.name() + " = " + String.join(", ", value.texts())));
    }
    if (!ruling.decision().missingKeys().isEmpty()) {
      labelled(
          "turns on",
          PolicyWords.missing(ruling.decision().missingKeys()) + ", which is not given");
    }
  }

  private void labelled(String label, String value) {
    if (!value.isEmpty()) {
      page.labelled(0, label, COLUMN, Styled.prose(value));
    }
  }

  private void answer(LayerAnswer answer) {
    page.item(
        0,
        mark(answer),
        Styled.of(Style.STRONG, title(answer)).plus(Style.PLAIN, ": ").plus(sentence(answer)));
    answer
        .matched()
        .forEach(ref ->
            page.labelled(
                2,
                ref.statement().effect() == Effect.DENY ? "denies" : "allows",
                COLUMN,
                Styled.prose(words.inLayer(ref))));
    answer.nearMisses().stream()
        .filter(miss -> look.verbose() || wouldMatter(miss, answer))
        .limit(look.verbose() ? Integer.MAX_VALUE : MOST_NEAR_MISSES)
        .forEach(this::nearMiss);
  }

  /// What is missing is an Allow, in a layer in which nothing allows.
  private static boolean wouldMatter(NearMiss miss, LayerAnswer answer) {
    return answer.standing() instanceof Standing.Silent
        && miss.ref().statement().effect() == Effect.ALLOW;
  }

  private void nearMiss(NearMiss miss) {
    page.labelled(2, "almost", COLUMN, Styled.prose(words.inLayer(miss.ref())));
    page.labelled(
        2 + COLUMN,
        miss.element(),
        COLUMN,
        Styled.prose(
            "wants `%s`, %s"
                .formatted(
                    miss.wanted(),
                    miss.found().isEmpty()
                        ? "the request brings nothing"
                        : "found `" + miss.found() + "`")));
  }

  private static String title(LayerAnswer answer) {
    return answer.layer().words() + (answer.level().isEmpty() ? "" : ", " + answer.level());
  }

  private Styled sentence(LayerAnswer answer) {
    return Styled.prose(
        switch (answer.standing()) {
          case Standing.Denies() -> "denies";
          case Standing.Allows(var alone) ->
              answer.layer() == LayerName.RESOURCE && !alone
                  ? "allows, if an identity-based policy does too"
                  : "allows";
          case Standing.Silent() -> silent(answer);
          case Standing.Absent() -> blocks(answer) ? "none, so nothing allows it" : "none";
          case Standing.OutOfReach() -> "does not reach this caller";
          case Standing.Unknown(var why) -> "could not be looked at: " + why;
        });
  }

  private static String silent(LayerAnswer answer) {
    if (answer.layer() == LayerName.RCP) {
      return "denies nothing here";
    }
    return answer.policies() == 0
        ? "there is no policy, so nothing allows it"
        : "nothing in "
            + answer.policies()
            + (answer.policies() == 1 ? " policy" : " policies")
            + " allows it";
  }

  private Mark mark(LayerAnswer answer) {
    return switch (answer.standing()) {
      case Standing.Denies() -> Mark.BROKEN;
      case Standing.Allows _ -> Mark.FINE;
      case Standing.Silent(), Standing.Absent() -> blocks(answer) ? Mark.BROKEN : Mark.NOTHING;
      case Standing.OutOfReach() -> Mark.NOTHING;
      case Standing.Unknown _ -> Mark.WARNING;
    };
  }

  private boolean blocks(LayerAnswer answer) {
    return explained.ruling().decision().blockedBy().contains(answer.layer());
  }
}
