package io.outcrop.grants.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.grants.document.NamedDocument;
import io.outcrop.grants.document.Target;
import io.outcrop.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Reads the form for Terraform back, makes the policies that its data sources say, and compares
/// them.
final class TerraformTest {
  private static final String ACCOUNT = "111122223333";
  private static final Map<String, String> ELEMENTS =
      Map.of(
          "actions", "Action",
          "not_actions", "NotAction",
          "resources", "Resource",
          "not_resources", "NotResource");

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.outcrop.grants.form.Handovers#all")
  void theDataSourcesSayThePoliciesAsTheyAre(String name, Handover handover) {
    if (Forms.render(Form.TERRAFORM, handover) instanceof Rendering.NotPossible not) {
      assertThat(name).isEqualTo("principal");
      assertThat(not.why()).contains("`Principal`");
      return;
    }
    var text = ((Rendering.Rendered) Forms.render(Form.TERRAFORM, handover)).text();
    var file = HclReader.read(text, ACCOUNT);
    var sources =
        file.of("data").stream()
            .filter(block -> block.labels().get(1).equals("aws_iam_policy_document"))
            .toList();
    assertThat(sources.stream().map(TerraformTest::policy))
        .isEqualTo(
            handover.documents().stream().map(document -> plain(document.document())).toList());
    assertThat(file.of("data").size() - sources.size())
        .isEqualTo(handover.documents().stream().anyMatch(NamedDocument::lacksAccount) ? 1 : 0);
    for (var i = 0; i < sources.size(); i++) {
      resources(handover, handover.documents().get(i), sources.get(i).labels().get(2), file);
    }
  }

  private static void resources(
      Handover handover, NamedDocument document, String name, HclReader.Block file) {
    var own = file.of("resource").stream().filter(one -> one.labels().get(2).equals(name)).toList();
    var policy = Json.of("ref(data.aws_iam_policy_document." + name + ".json)");
    var first = own.getFirst();
    assertThat(first.attributes()).containsEntry("name", Json.of(document.name()));
    assertThat(first.attributes()).containsEntry("policy", policy);
    switch (handover.target()) {
      case Target.Unattached() -> assertThat(own).hasSize(1);
      case Target.Attached(var holder) -> {
        var word = holder.kind().word();
        assertThat(first.labels().get(1)).isEqualTo("aws_iam_policy");
        assertThat(own.get(1).labels().get(1)).isEqualTo("aws_iam_" + word + "_policy_attachment");
        assertThat(own.get(1).attributes())
            .containsEntry(word, Json.of(holder.name()))
            .containsEntry("policy_arn", Json.of("ref(aws_iam_policy." + name + ".arn)"));
      }
      case Target.Inline(var holder) -> {
        var word = holder.kind().word();
        assertThat(own).hasSize(1);
        assertThat(first.labels().get(1)).isEqualTo("aws_iam_" + word + "_policy");
        assertThat(first.attributes()).containsEntry(word, Json.of(holder.name()));
      }
    }
  }

  /// The policy that Terraform makes of a data source, with every list as a list.
  private static Json policy(HclReader.Block source) {
    return Json.object()
        .with("Version", source.attribute("version"))
        .with(
            "Statement",
            Json.array(source.of("statement").stream().map(TerraformTest::statement).toList()));
  }

  private static Json statement(HclReader.Block block) {
    var result = Json.object();
    for (var attribute : block.attributes().entrySet()) {
      var name =
          switch (attribute.getKey()) {
            case "sid" -> "Sid";
            case "effect" -> "Effect";
            case String list -> ELEMENTS.getOrDefault(list, "unknown " + list);
          };
      result = result.with(name, attribute.getValue());
    }
    var conditions = Json.object();
    for (var condition : block.of("condition")) {
      var test = condition.attribute("test").asText().orElseThrow();
      var key = condition.attribute("variable").asText().orElseThrow();
      conditions =
          conditions.with(
              test,
              conditions
                  .object(test)
                  .orElse(Json.object())
                  .with(key, condition.attribute("values")));
    }
    return conditions.members().isEmpty() ? result : result.with("Condition", conditions);
  }

  /// A policy with every list as a list of strings, in its account.
  private static Json plain(Json.Obj document) {
    var statements = several(document.get("Statement").orElseThrow());
    return document.with(
        "Statement", Json.array(statements.stream().map(TerraformTest::plainStatement).toList()));
  }

  private static Json plainStatement(Json json) {
    var result = (Json.Obj) json;
    for (var element : ELEMENTS.values()) {
      if (result.get(element).isPresent()) {
        result = result.with(element, texts(result.get(element).get()));
      }
    }
    var block = result.object("Condition");
    if (block.isPresent()) {
      var conditions = block.get();
      for (var operator : block.get().members().keySet()) {
        var keys = conditions.object(operator).orElseThrow();
        for (var key : keys.members().keySet()) {
          keys = keys.with(key, texts(keys.get(key).orElseThrow()));
        }
        conditions = conditions.with(operator, keys);
      }
      result = result.with("Condition", conditions);
    }
    return result;
  }

  private static Json texts(Json value) {
    return Json.ofTexts(
        several(value).stream()
            .map(one -> one.asText().orElseGet(one::toString))
            .map(text -> text.replace(NamedDocument.IN_ARN, ":" + ACCOUNT + ":"))
            .toList());
  }

  private static List<Json> several(Json value) {
    return value instanceof Json.Arr array ? array.elements() : List.of(value);
  }
}
