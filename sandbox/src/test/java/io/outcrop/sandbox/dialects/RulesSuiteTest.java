package io.outcrop.sandbox.dialects;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.sandbox.call.Call;
import io.outcrop.sandbox.call.Caller;
import io.outcrop.sandbox.traits.TraitsCatalogue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs the cases of `sandbox/rules`: in each file a rule, the door and the model for which it
/// holds, a body that passes, one that fails, and what is said to that.
final class RulesSuiteTest {
  private static final Path CASES = Path.of("src", "test", "resources", "sandbox", "rules");
  private static final Pattern REPEATED = Pattern.compile("<a (\\d+)>");

  static Stream<String> cases() throws IOException {
    try (var files = Files.list(CASES)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void ruleHolds(String file) throws IOException {
    var text = Files.readString(CASES.resolve(file));
    assertThat(JsonReader.read(text)).isInstanceOf(JsonReading.Read.class);
    var rule = object(text);
    assertThat(file).isEqualTo(rule.text("rule").orElseThrow() + ".json");
    assertThat(read(rule, rule.object("passes").orElseThrow()))
        .as("passes")
        .isInstanceOf(Dialect.Reading.Asked.class);
    assertThat(read(rule, rule.object("fails").orElseThrow()))
        .as("fails")
        .isInstanceOfSatisfying(
            Dialect.Reading.Invalid.class,
            invalid -> {
              assertThat(invalid.fault().message()).isEqualTo(rule.text("says").orElseThrow());
              assertThat(invalid.fault().status()).isEqualTo(status(rule));
            });
  }

  private static int status(Json.Obj rule) {
    return rule.get("status")
        .map(value -> ((Json.Num) value).value())
        .map(BigDecimal::intValue)
        .orElse(400);
  }

  private static Dialect.Reading read(Json.Obj rule, Json.Obj body) {
    var signatures = Judgement.standIns();
    Dialect dialect =
        switch (rule.text("door").orElseThrow()) {
          case "InvokeModel" -> new Messages(Judgement.ofInvokeModel(signatures));
          case "TextCompletion" -> new TextCompletions(Judgement.ofInvokeModel(signatures));
          case "Converse" -> new Converse(Judgement.ofConverse(signatures));
          default -> new AnthropicRoute(Judgement.ofAnthropicRoute(signatures));
        };
    var traits = TraitsCatalogue.shipped().of(rule.text("model").orElseThrow());
    return dialect.read(call(body), traits);
  }

  private static Call call(Json.Obj body) {
    var text = REPEATED.matcher(body.toString()).replaceAll(it -> "a ".repeat(count(it.group(1))));
    return new Call(
        "00000000-0000-4000-8000-000000000001",
        "bedrock-runtime",
        "",
        body,
        text,
        Map.of("anthropic-version", "2023-06-01"),
        new Caller.Anonymous(),
        "us-east-1",
        Instant.EPOCH);
  }

  private static int count(String digits) {
    return Integer.parseInt(digits);
  }

  private static Json.Obj object(String text) {
    return JsonReader.read(text) instanceof JsonReading.Read(Json.Obj value)
        ? value
        : Json.object();
  }
}
