package io.outcrop.sandbox.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SchemaValueTest {
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#/$defs/p\"}},\"required\":[\"a\"],\"$defs\":{\"p\":{\"type\":\"integer\",\"exclusiveMinimum\":3,\"maximum\":4}}}",
        "{\"type\":\"object\",\"properties\":{\"n\":{\"$ref\":\"#/$defs/node\"}},\"required\":[\"n\"],\"$defs\":{\"node\":{\"type\":\"object\",\"properties\":{\"value\":{\"type\":\"string\"},\"next\":{\"anyOf\":[{\"$ref\":\"#/$defs/node\"},{\"type\":\"null\"}]}},\"required\":[\"value\",\"next\"]}}}",
        "{\"type\":\"string\",\"pattern\":\"^[A-Z]{3}-\\\\d{2,4}(x|y)?$\"}",
        "{\"type\":\"string\",\"pattern\":\"^(\\\\+\\\\d{1,3} )?\\\\w+@\\\\w+\\\\.(com|org)$\"}",
        "{\"type\":\"array\",\"items\":{\"type\":\"string\",\"maxLength\":5},\"minItems\":3,\"uniqueItems\":true}",
        "{\"type\":\"array\",\"prefixItems\":[{\"type\":\"integer\"},{\"type\":\"boolean\"}],\"minItems\":2}",
        "{\"allOf\":[{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}},\"required\":[\"a\"]},{\"properties\":{\"b\":{\"const\":7}},\"required\":[\"b\"]}]}",
        "{\"type\":[\"null\",\"number\"],\"minimum\":0.5,\"maximum\":0.9}",
        "{\"type\":\"number\",\"multipleOf\":0.25,\"exclusiveMinimum\":1,\"exclusiveMaximum\":1.5}",
        "{\"oneOf\":[{\"type\":\"string\",\"format\":\"uuid\"},{\"type\":\"integer\"}]}",
        "{\"type\":\"object\",\"minProperties\":2,\"additionalProperties\":{\"type\":\"integer\"}}",
        "{\"enum\":[\"a\",\"b\"]}",
        "{}"
      })
  void followsTheSchema(String schema) {
    check(schema);
  }

  @Test
  void followsRandomSchemas() {
    var seed = 20261128L;
    var random = new Random(seed);
    for (var i = 0; i < 400; i++) {
      var schema = object(random, 0).toString();
      check(schema);
    }
  }

  private static void check(String text) {
    var schema = (Json.Obj) ((JsonReading.Read) JsonReader.read(text)).value();
    var value = new SchemaValue(schema, "seed").make();
    assertThat(new SchemaValue(schema, "seed").make()).isEqualTo(value);
    var problems = FACTORY.getSchema(text).validate(value.toString(), InputFormat.JSON);
    assertThat(problems).as(text + " got " + value).isEmpty();
  }

  private static Json.Obj object(Random random, int depth) {
    var properties = Json.object();
    var required = new ArrayList<String>();
    for (var i = 0; i < 1 + random.nextInt(4); i++) {
      properties = properties.with("p" + i, any(random, depth + 1));
      if (random.nextBoolean()) {
        required.add("p" + i);
      }
    }
    return Json.object()
        .with("type", Json.of("object"))
        .with("properties", properties)
        .with("required", Json.ofTexts(required))
        .with("additionalProperties", Json.of(false));
  }

  private static Json any(Random random, int depth) {
    var type = Json.object();
    return switch (random.nextInt(depth > 4 ? 5 : 7)) {
      case 0 -> type.with("type", Json.of("boolean"));
      case 1 -> {
        var least = random.nextInt(50) - 25;
        yield type.with("type", Json.of("integer"))
            .with("minimum", Json.of(least))
            .with("maximum", Json.of(least + random.nextInt(5)));
      }
      case 2 -> type.with("enum", Json.ofTexts(List.of("red", "green", "blue")));
      case 3 -> {
        var least = random.nextInt(30);
        yield type.with("type", Json.of("string"))
            .with("minLength", Json.of(least))
            .with("maxLength", Json.of(least + random.nextInt(10)));
      }
      case 4 -> type.with("type", Json.of("string")).with("format", Json.of("date-time"));
      case 5 ->
          type.with("type", Json.of("array"))
              .with("items", any(random, depth + 1))
              .with("minItems", Json.of(random.nextInt(3)))
              .with("maxItems", Json.of(3));
      default -> object(random, depth);
    };
  }
}
