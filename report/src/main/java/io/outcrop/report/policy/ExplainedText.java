package io.outcrop.report.policy;

import io.outcrop.iam.decision.Decision.Outcome;
import io.outcrop.iam.decision.Explanation.LayerAnswer;
import io.outcrop.iam.decision.Explanation.Match;
import io.outcrop.iam.decision.Explanation.Standing;
import io.outcrop.iam.decision.Explanation.StatementAnswer;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.decision.Mismatch;
import io.outcrop.iam.decision.StatementRef;
import io.outcrop.iam.policy.Statement.Effect;
import io.outcrop.report.Ending;
import io.outcrop.report.policy.Simulation.Ruling;
import io.outcrop.report.style.Look;
import io.outcrop.report.style.Mark;
import io.outcrop.report.style.Page;
import io.outcrop.report.style.Style;
import io.outcrop.report.style.Styled;
import java.util.List;
import java.util.TreeSet;

/// What every layer says to a request, and what would flip the answer, for a person.
public final class ExplainedText {
  private static final int COLUMN = 11;
  private static final int SIDE = 7;
  private static final int MOST_ALMOST = 3;

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
    explained.explanation().layers().forEach(text::answer);
    if (explained.ruling().decision().outcome() == Outcome.DEPENDS_ON_UNKNOWN) {
      text.page.heading("It is allowed if");
      new RequirementText(text.page, text.words).add(explained.explanation().requirement());
    }
    if (!explained.ruling().decision().isAllowed() || look.verbose()) {
      new EditText(text.page, explained, look.verbose()).add();
    }
    if (!explained.notes().isEmpty()) {
      text.page.gap();
      explained.notes().forEach(note -> text.page.item(0, Mark.NOTHING, Styled.prose(note)));
    }
    ending.addTo(text.page);
    return text.page.render(look);
  }

  /// Whether the page leaves out what a verbose one shows: statements that almost matched, and what
  /// would deny a request that is allowed.
  public static boolean hides(LayersExplained explained) {
    return explained.ruling().decision().isAllowed()
        || explained.explanation().layers().stream()
            .anyMatch(answer -> {
              var shown =
                  answer.statements().stream().filter(one -> wouldMatter(one, answer)).count();
              return shown > MOST_ALMOST
                  || answer.statements().stream()
                      .anyMatch(
                          one -> one.match() instanceof Match.Fails && !wouldMatter(one, answer));
            });
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
    labelled("principal", request.principal().words());
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
    labelled("service", ruling.decision().rule());
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
    var almost = 0;
    for (var statement : answer.statements()) {
      switch (statement.match()) {
        case Match.Matches() ->
            statement(
                statement.ref().statement().effect() == Effect.DENY ? "denies" : "allows",
                statement);
        case Match.Depends() ->
            statement(
                statement.ref().statement().effect() == Effect.DENY ? "may deny" : "may allow",
                statement);
        case Match.Fails(var mismatches) -> {
          if (look.verbose() || (wouldMatter(statement, answer) && almost < MOST_ALMOST)) {
            almost(statement, mismatches);
          }
          almost += wouldMatter(statement, answer) ? 1 : 0;
        }
      }
    }
  }

  /// What is missing is an Allow, in a layer in which nothing allows.
  private static boolean wouldMatter(StatementAnswer answer, LayerAnswer layer) {
    return layer.standing() instanceof Standing.Silent
        && answer.match() instanceof Match.Fails
        && answer.ref().statement().effect() == Effect.ALLOW;
  }

  private void statement(String label, StatementAnswer answer) {
    page.labelled(2, label, COLUMN, Styled.prose(words.inLayer(answer.ref())));
  }

  private void almost(StatementAnswer answer, List<Mismatch> mismatches) {
    statement("almost", answer);
    for (var mismatch : look.verbose() ? mismatches : mismatches.subList(0, 1)) {
      compare(mismatch, answer.ref());
    }
    if (!look.verbose() && mismatches.size() > 1) {
      var more = mismatches.size() - 1;
      page.text(
          2 + COLUMN,
          Styled.of(Style.FAINT, "and " + more + (more == 1 ? " more element" : " more elements")));
    }
  }

  /// Both sides of a comparison, one under the other, so that an eye sees where they part.
  private void compare(Mismatch mismatch, StatementRef ref) {
    var found =
        mismatch.brought().isEmpty()
            ? Styled.of(Style.FAINT, "nothing: the request does not bring it")
            : Styled.of(Style.CODE, mismatch.brought());
    page.text(2 + COLUMN, Styled.prose(failure(mismatch) + words.place(ref, mismatch.position())))
        .labelled(2 + COLUMN, "wants", SIDE, Styled.of(Style.CODE, mismatch.wanted()))
        .labelled(2 + COLUMN, "found", SIDE, found);
  }

  private static String failure(Mismatch mismatch) {
    var element = "`" + mismatch.element() + "` ";
    if (mismatch.element().startsWith("Not")) {
      return element + "excepts it";
    }
    return switch (mismatch) {
      case Mismatch.OfResource(_, _, _, var part) when !part.isEmpty() ->
          element + "differs in the " + part;
      case Mismatch.OfAction _, Mismatch.OfPrincipal _, Mismatch.OfResource _ ->
          element + "differs";
      case Mismatch.OfCondition _ -> element + "is not met";
    };
  }

  private static String title(LayerAnswer answer) {
    return answer.layer().words() + (answer.level().isEmpty() ? "" : ", " + answer.level());
  }

  private Styled sentence(LayerAnswer answer) {
    return Styled.prose(
        switch (answer.standing()) {
          case Standing.Denies() -> "denies";
          case Standing.Allows(var alone) -> allows(answer, alone);
          case Standing.Silent() -> silent(answer);
          case Standing.Depends() -> "depends on what is not known";
          case Standing.Absent() -> blocks(answer) ? "none, so nothing allows it" : "none";
          case Standing.OutOfReach() -> "does not reach this request";
          case Standing.Unseen(var why) -> "could not be looked at: " + why;
        });
  }

  private static String allows(LayerAnswer answer, boolean alone) {
    return switch (answer.layer()) {
      case RCP -> "denies nothing here";
      case RESOURCE -> alone ? "allows" : "allows, if an identity-based policy does too";
      case SCP, ENDPOINT, IDENTITY, BOUNDARY, SESSION -> "allows";
    };
  }

  private static String silent(LayerAnswer answer) {
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
      case Standing.Allows _ -> answer.layer() == LayerName.RCP ? Mark.NOTHING : Mark.FINE;
      case Standing.Silent(), Standing.Absent() -> blocks(answer) ? Mark.BROKEN : Mark.NOTHING;
      case Standing.OutOfReach() -> Mark.NOTHING;
      case Standing.Depends(), Standing.Unseen _ -> Mark.WARNING;
    };
  }

  private boolean blocks(LayerAnswer answer) {
    return explained.ruling().decision().blockedBy().contains(answer.layer());
  }
}
