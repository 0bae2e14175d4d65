package io.outcrop.grants.generate;

import io.outcrop.grants.Condition;
import io.outcrop.grants.LeastStatement;
import io.outcrop.grants.Need;
import io.outcrop.grants.generate.PolicyLine.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// Says why each line of a statement is there.
final class Reasons {
  private final String document;
  private final LeastStatement statement;
  private final List<PolicyLine> lines = new ArrayList<>();

  private Reasons(String document, LeastStatement statement) {
    this.document = document;
    this.statement = statement;
  }

  static List<PolicyLine> of(String document, LeastStatement statement) {
    return new Reasons(document, statement).all();
  }

  private List<PolicyLine> all() {
    line(Element.STATEMENT, statement.name(), List.of(statement.purpose()));
    for (var action : statement.actions()) {
      line(
          Element.ACTION,
          action,
          because(need -> need.authorization().action().equals(action), Need::call));
    }
    for (var resource : statement.resources()) {
      line(
          Element.RESOURCE,
          resource,
          because(
              need -> need.authorization().resource().equals(resource),
              need -> need.authorization().why() + ": calls " + need.target()));
    }
    statement.conditions().forEach(this::condition);
    return List.copyOf(lines);
  }

  private void condition(Condition condition) {
    var key = condition.key();
    for (var value : condition.values()) {
      line(
          Element.CONDITION,
          key + " = " + value,
          because(
              need -> value.equals(need.authorization().context().get(key)),
              need -> sentence(key) + ": calls " + need.target()));
    }
  }

  private void line(Element element, String text, List<String> because) {
    lines.add(new PolicyLine(document, statement.name(), element, text, because));
  }

  private List<String> because(Predicate<Need> mine, Function<Need, String> words) {
    return statement.needs().stream().filter(mine).map(words).distinct().toList();
  }

  private static String sentence(String key) {
    return switch (key) {
      case "bedrock:InferenceProfileArn" -> "the model answers through this profile only";
      case "bedrock:BearerTokenType", "bedrock-mantle:BearerTokenType" ->
          "this kind of API key only";
      case "bedrock-mantle:Model" -> "this model only: the project does not name it";
      case "aws:CalledViaLast" -> "through this service only";
      case "aws-marketplace:ProductId" -> "this product only";
      case "aws:RequestedRegion" -> "this region only: the action knows no resource that names it";
      default -> "the call brings this value";
    };
  }
}
