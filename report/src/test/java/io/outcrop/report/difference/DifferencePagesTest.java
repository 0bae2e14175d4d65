package io.outcrop.report.difference;

import io.outcrop.iam.difference.AccessChange.Cause;
import io.outcrop.iam.difference.AccessChange.Side;
import io.outcrop.iam.difference.PolicyDifference;
import io.outcrop.iam.difference.PolicyDifferences;
import io.outcrop.iam.policy.PolicyDocument;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import io.outcrop.report.Ending;
import io.outcrop.report.Golden;
import io.outcrop.report.style.Look;
import io.outcrop.report.style.Masking;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class DifferencePagesTest {
  private static final Ending NEXT = new Ending("", "outcrop policy explain --policy new.json");
  private static final String OLD =
      """
      {
        "Version": "2012-10-17",
        "Statement": {
          "Sid": "Models",
          "Effect": "Allow",
          "Action": ["bedrock:InvokeModel", "bedrock:GetGuardrail"],
          "Resource": "*",
          "Condition": { "StringEquals": { "aws:PrincipalTag/team": "ml" } }
        }
      }
      """;

  @Test
  void changesReadAsTheyShould() {
    pages("diff-changed", look -> DifferenceText.render(changed(), NEXT, look));
    json("diff-changed", DifferenceJson.of(changed(), NEXT));
    Golden.check("diff-changed.github", DifferenceAnnotations.of(changed()));
  }

  @Test
  void noAnswerReadsAsItShould() {
    pages("diff-unknown", look -> DifferenceText.render(unknown(), Ending.none(), look));
    json("diff-unknown", DifferenceJson.of(unknown(), Ending.none()));
    Golden.check("diff-unknown.github", DifferenceAnnotations.of(unknown()));
  }

  private static ComparedPolicies changed() {
    var now =
        OLD.replace("bedrock:GetGuardrail", "bedrock:ApplyGuardrail")
            .replace("\"ml\"", "[\"ml\", \"ops\"]");
    return new ComparedPolicies(
        PolicyKind.IDENTITY,
        List.of("policies/old.json"),
        List.of("policies/new.json"),
        PolicyDifferences.between(List.of(document(OLD)), List.of(document(now))));
  }

  private static ComparedPolicies unknown() {
    var cause = new Cause(Side.NEW, 0, document(OLD).statements().getFirst());
    return new ComparedPolicies(
        PolicyKind.IDENTITY,
        List.of("old.json"),
        List.of("new.json"),
        new PolicyDifference.NoDifferenceFound(612, List.of(cause)));
  }

  private static PolicyDocument document(String text) {
    return switch (PolicyParser.parse(text, PolicyKind.IDENTITY)) {
      case PolicyParsing.Parsed(var document) -> document;
      case PolicyParsing.Rejected(var problems) -> throw new AssertionError(problems);
    };
  }

  private static void pages(String name, Function<Look, String> page) {
    Golden.check(name + "-80.txt", page.apply(Look.plain()));
    Golden.check(name + "-120.txt", page.apply(new Look(120, false, false, false, false)));
    Golden.check(name + "-verbose.txt", page.apply(new Look(80, false, false, true, false)));
    Golden.check(name + "-mask-ascii.txt", page.apply(new Look(80, false, true, true, true)));
    Golden.check(name + "-colour.txt", page.apply(new Look(80, true, false, false, false)));
  }

  private static void json(String name, Json.Obj value) {
    Golden.check(name + ".json", JsonWriter.pretty(Masking.of(value, false)) + "\n");
    Golden.check(name + "-mask.json", JsonWriter.pretty(Masking.of(value, true)) + "\n");
  }
}
