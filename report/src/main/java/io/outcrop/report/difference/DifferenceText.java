package io.outcrop.report.difference;

import io.outcrop.iam.difference.AccessChange;
import io.outcrop.iam.difference.AccessChange.Cause;
import io.outcrop.iam.difference.AccessChange.Direction;
import io.outcrop.iam.difference.AccessChange.Example;
import io.outcrop.iam.difference.AccessChange.Side;
import io.outcrop.iam.difference.PolicyDifference;
import io.outcrop.report.Ending;
import io.outcrop.report.policy.PolicyWords;
import io.outcrop.report.style.Look;
import io.outcrop.report.style.Mark;
import io.outcrop.report.style.Page;
import io.outcrop.report.style.Style;
import io.outcrop.report.style.Styled;
import java.util.List;
import java.util.TreeSet;

/// What access changes between two versions of a policy, for a person.
public final class DifferenceText {
  private static final int COLUMN = 9;
  private static final int SIDE = 11;

  private final ComparedPolicies compared;
  private final Page page = new Page();

  private DifferenceText(ComparedPolicies compared) {
    this.compared = compared;
  }

  /// The page.
  public static String render(ComparedPolicies compared, Ending ending, Look look) {
    var text = new DifferenceText(compared);
    switch (compared.difference()) {
      case PolicyDifference.Equivalent() ->
          text.page.item(0, Mark.FINE, strong("no difference", ": both give the same access"));
      case PolicyDifference.Changed(var changes, var tried) -> text.changed(changes, tried);
      case PolicyDifference.NoDifferenceFound(var tried, var differing) ->
          text.notFound(tried, differing);
    }
    ending.addTo(text.page);
    return text.page.render(look);
  }

  private static Styled strong(String start, String rest) {
    return Styled.of(Style.STRONG, start).plus(Styled.prose(rest));
  }

  private void changed(List<AccessChange> changes, int tried) {
    var gained = changes.stream().filter(one -> one.direction() == Direction.GAINED).count();
    var lost = changes.size() - gained;
    page.item(
        0,
        Mark.WARNING,
        strong(
            "access changes",
            ": %s%s%s"
                .formatted(
                    gained > 0 ? gained + " gained" : "",
                    gained > 0 && lost > 0 ? ", " : "",
                    lost > 0 ? lost + " lost" : "")));
    changes.forEach(this::change);
    page.gap()
        .item(
            0,
            Mark.NOTHING,
            Styled.prose(
                "all other layers taken to allow; %d requests were decided under both"
                    .formatted(tried)));
  }

  private void change(AccessChange change) {
    var gained = change.direction() == Direction.GAINED;
    page.gap()
        .item(
            0,
            gained ? Mark.WARNING : Mark.NOTHING,
            strong(gained ? "gained" : "lost", ": " + change.words()));
    change.causes().forEach(cause -> cause("by", cause));
    example(change.example());
  }

  private void cause(String label, Cause cause) {
    var sid = cause.statement().sid();
    page.labelled(
        2,
        label,
        COLUMN,
        Styled.prose(
            "%s%s (%s)"
                .formatted(
                    cause.side() == Side.OLD ? "the old " : "the new ",
                    sid.isEmpty()
                        ? "statement " + (cause.statement().index() + 1)
                        : "statement `" + sid + "`",
                    compared.place(cause))));
  }

  private void example(Example example) {
    var request = example.request();
    page.labelled(
        2,
        "example",
        COLUMN,
        Styled.prose("`" + request.action() + "` on `" + request.resource() + "`"));
    detail("principal", request.principal().words());
    for (var key : new TreeSet<>(request.context().keys())) {
      request
          .context()
          .get(key)
          .ifPresent(
              value -> detail("context", value.name() + " = " + String.join(", ", value.texts())));
    }
    detail(
        "before",
        PolicyWords.outcome(example.before())
            + (example.beside() ? ", beside a policy that allows everything" : ""));
    detail("after", PolicyWords.outcome(example.after()));
  }

  private void detail(String label, String value) {
    page.labelled(2 + COLUMN, label, SIDE, Styled.prose(value));
  }

  private void notFound(int tried, List<Cause> differing) {
    page.item(
        0,
        Mark.WARNING,
        strong(
            "could not find out",
            ": the texts differ where it could matter, but none of %d requests is decided otherwise"
                .formatted(tried)));
    page.gap();
    differing.forEach(cause -> cause("differs", cause));
  }
}
