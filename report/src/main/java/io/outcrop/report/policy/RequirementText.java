package io.outcrop.report.policy;

import io.outcrop.iam.decision.Requirement;
import io.outcrop.iam.decision.StatementRef;
import io.outcrop.iam.decision.Unknown;
import io.outcrop.report.style.Mark;
import io.outcrop.report.style.Page;
import io.outcrop.report.style.Style;
import io.outcrop.report.style.Styled;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// What a decision hangs on, in words: a tree of what has to be so.
final class RequirementText {
  private final Page page;
  private final PolicyWords words;

  RequirementText(Page page, PolicyWords words) {
    this.page = page;
    this.words = words;
  }

  void add(Requirement requirement) {
    add(requirement, 0);
  }

  private void add(Requirement requirement, int indent) {
    switch (requirement) {
      case Requirement.Constant(var allowed) ->
          page.item(indent, Mark.NOTHING, Styled.prose(allowed ? "nothing else" : "never"));
      case Requirement.All(var parts) -> parts("all of this holds:", parts, indent);
      case Requirement.Any(var parts) -> parts("one of this holds:", parts, indent);
      case Requirement.Test(var unknown, var expected, var from) -> {
        page.item(indent, Mark.NOTHING, Styled.prose(sentence(unknown, expected)));
        from.forEach(ref -> from(ref, indent));
      }
    }
  }

  private void parts(String title, List<Requirement> parts, int indent) {
    page.text(indent, Styled.prose(title));
    parts.forEach(part -> add(part, indent + 2));
  }

  private void from(StatementRef ref, int indent) {
    page.text(indent + 2, Styled.of(Style.FAINT, "by ").plus(Styled.prose(words.statement(ref))));
  }

  static String sentence(Unknown unknown, boolean expected) {
    return switch (unknown) {
      case Unknown.OfCondition(var operator, var key, var values) ->
          "`%s %s %s` %s"
              .formatted(
                  operator,
                  key,
                  values.size() == 1 ? values.getFirst() : String.join(" or ", values),
                  expected ? "holds" : "does not hold");
      case Unknown.OfResource(var patterns) ->
          "the resource is " + (expected ? "" : "none of ") + quoted(patterns);
      case Unknown.OfSessionName(var names) ->
          "the session's name is " + (expected ? "" : "not ") + quoted(names);
      case Unknown.OfLayer(var layer, var why) ->
          "each " + layer.words() + (expected ? " allows it" : " does not allow it") + ": " + why;
    };
  }

  private static String quoted(Collection<String> texts) {
    return texts.stream().map(text -> "`" + text + "`").collect(Collectors.joining(" or "));
  }
}
