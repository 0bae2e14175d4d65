package io.outcrop.grants.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.grants.document.NamedDocument;
import io.outcrop.grants.document.Target;
import io.outcrop.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Reads the forms for CloudFormation and SAM back with a YAML parser, does `!Sub` as
/// CloudFormation would, and compares the policies.
final class TemplateTest {
  private static final String ACCOUNT = "111122223333";

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.outcrop.grants.form.Handovers#all")
  void aStackHoldsThePoliciesAsTheyAre(String name, Handover handover) {
    if (!(Forms.render(Form.CLOUDFORMATION, handover)
        instanceof Rendering.Rendered(var text, _, _))) {
      assertThat(name).isEqualTo("resolve");
      return;
    }
    var template = (Json.Obj) read(text);
    assertThat(template.text("AWSTemplateFormatVersion")).contains("2010-09-09");
    var resources = template.object("Resources").orElseThrow();
    assertThat(resources.members()).as(name).hasSameSizeAs(handover.documents());
    assertThat(resources.members().keySet()).allMatch(id -> id.matches("[A-Za-z0-9]+"));
    var place = 0;
    for (var id : resources.members().keySet()) {
      var document = handover.documents().get(place++);
      var resource = resources.object(id).orElseThrow();
      var properties = resource.object("Properties").orElseThrow();
      assertThat(properties.get("PolicyDocument")).contains(inAccount(document));
      holder(handover, document, resource.text("Type").orElseThrow(), properties);
    }
  }

  private static void holder(
      Handover handover, NamedDocument document, String type, Json.Obj properties) {
    switch (handover.target()) {
      case Target.Unattached() -> {
        assertThat(type).isEqualTo("AWS::IAM::ManagedPolicy");
        assertThat(properties.members()).containsOnlyKeys("ManagedPolicyName", "PolicyDocument");
      }
      case Target.Attached(var holder) -> {
        assertThat(type).isEqualTo("AWS::IAM::ManagedPolicy");
        assertThat(properties.text("ManagedPolicyName")).contains(document.name());
        assertThat(properties.list(Forms.capital(holder.kind()) + "s"))
            .containsExactly(Json.of(holder.name()));
      }
      case Target.Inline(var holder) -> {
        var kind = Forms.capital(holder.kind());
        assertThat(type).isEqualTo("AWS::IAM::" + kind + "Policy");
        assertThat(properties.text("PolicyName")).contains(document.name());
        assertThat(properties.text(kind + "Name")).contains(holder.name());
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.outcrop.grants.form.Handovers#all")
  void aFunctionGetsThePoliciesAsTheyAre(String name, Handover handover) {
    if (!(Forms.render(Form.SAM, handover) instanceof Rendering.Rendered(var text, _, _))) {
      assertThat(name).matches(".*(user|group|govcloud|attached|unknown|too-long|resolve).*");
      return;
    }
    var lines = (Json.Obj) read(text);
    assertThat(lines.members()).containsOnlyKeys("Policies");
    assertThat(lines.list("Policies"))
        .isEqualTo(handover.documents().stream().map(TemplateTest::inAccount).toList());
  }

  private static Json inAccount(NamedDocument document) {
    return substituted(document.document());
  }

  private static Json substituted(Json value) {
    return switch (value) {
      case Json.Str(var text, _) ->
          Json.of(text.replace(NamedDocument.IN_ARN, ":" + ACCOUNT + ":"));
      case Json.Arr array ->
          Json.array(array.elements().stream().map(TemplateTest::substituted).toList());
      case Json.Obj object -> {
        var result = Json.object();
        for (var name : object.members().keySet()) {
          result = result.with(name, substituted(object.get(name).orElseThrow()));
        }
        yield result;
      }
      case Json other -> other;
    };
  }

  private static Json read(String yaml) {
    var settings =
        LoadSettings.builder()
            .setTagConstructors(Map.of(new Tag("!Sub"), new Substitution()))
            .build();
    return json(new Load(settings).loadFromString(yaml));
  }

  private static Json json(Object value) {
    return switch (value) {
      case String text -> Json.of(text);
      case Boolean bool -> Json.of(bool);
      case Integer number -> Json.of(BigDecimal.valueOf(number));
      case List<?> list -> {
        var elements = new ArrayList<Json>();
        list.forEach(element -> elements.add(json(element)));
        yield Json.array(elements);
      }
      case Map<?, ?> map -> {
        var members = new LinkedHashMap<String, Json>();
        map.forEach((key, element) -> members.put((String) key, json(element)));
        yield Json.object(members);
      }
      default -> throw new AssertionError("unexpected " + value);
    };
  }

  /// What CloudFormation makes of `!Sub`.
  private static final class Substitution implements ConstructNode {
    @Override
    public Object construct(Node node) {
      var text = ((ScalarNode) node).getValue();
      var result = new StringBuilder();
      var from = 0;
      for (var at = text.indexOf("${"); at >= 0; at = text.indexOf("${", from)) {
        var end = text.indexOf('}', at);
        var inside = text.substring(at + 2, end);
        result.append(text, from, at).append(value(inside));
        from = end + 1;
      }
      return result.append(text.substring(from)).toString();
    }

    private static String value(String inside) {
      if (inside.startsWith("!")) {
        return "${" + inside.substring(1) + "}";
      }
      return Optional.of(inside)
          .filter("AWS::AccountId"::equals)
          .map(_ -> ACCOUNT)
          .orElseThrow(() -> new AssertionError("no parameter `" + inside + "`"));
    }
  }
}
