package io.outcrop.sandbox.service;

import io.outcrop.json.Json;
import io.outcrop.sandbox.wire.constraint.Constraints;
import io.outcrop.sandbox.wire.descriptor.Member;
import io.outcrop.sandbox.wire.descriptor.Operation;
import io.outcrop.sandbox.wire.descriptor.Rule;
import io.outcrop.sandbox.wire.descriptor.ServiceModel;
import io.outcrop.sandbox.wire.descriptor.Structure;
import io.outcrop.sandbox.wire.descriptor.Type;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/// Makes the smallest input of an operation that its model lets pass, as far as a few usual texts
/// fit the model's expressions.
record Sample(ServiceModel model, Operation operation) {
  private static final int MAX_DEPTH = 8;
  private static final List<String> TEXTS =
      List.of(
          "aa",
          "a.model-1",
          "111122223333",
          "us-east-1",
          "someone@example.com",
          "{}",
          "arn:aws:iam::111122223333:role/Example",
          "arn:aws:bedrock:us-east-1::foundation-model/a.model-1",
          "arn:aws:bedrock:us-east-1:111122223333:guardrail/abcdefgh12",
          "p-12345678",
          "r-1234",
          "ou-1234-12345678",
          "2026-11-21",
          "1",
          "a".repeat(40));

  /// All required members, and theirs.
  Json.Obj input() {
    return structure(operation.input(), 0);
  }

  /// Whether the model lets [#input] pass.
  boolean fits() {
    return Constraints.broken(model, operation.input(), input()).isEmpty();
  }

  private Json.Obj structure(Structure structure, int depth) {
    var result = new LinkedHashMap<String, Json>();
    for (var member : structure.members().values()) {
      if (isWanted(structure, member, result.isEmpty()) && depth < MAX_DEPTH) {
        result.put(member.name(), value(member.type(), depth + 1));
      }
    }
    return Json.object(result);
  }

  private static boolean isWanted(Structure structure, Member member, boolean first) {
    return structure.isUnion() ? first : member.required();
  }

  private Json value(Type type, int depth) {
    return switch (type) {
      case Type.Text(List<Rule> rules) -> Json.of(text(rules));
      case Type.Numeric(_, List<Rule> rules) -> Json.of(number(rules));
      case Type.Flag _ -> Json.of(true);
      case Type.Blob _ -> Json.of("eyJhIjogMTIzNDV9");
      case Type.Timestamp _ -> Json.of("2026-11-21T00:00:00Z");
      case Type.Document _ -> Json.object();
      case Type.ListOf list -> Json.array(List.of(value(list.element(), depth)));
      case Type.MapOf map ->
          Json.object()
              .with(value(map.key(), depth).asText().orElse("a"), value(map.value(), depth));
      case Type.Named(String shape) -> structure(model.shape(shape), depth);
    };
  }

  private static String text(List<Rule> rules) {
    var enumerated =
        rules.stream()
            .flatMap(rule ->
                rule instanceof Rule.OneOf(List<String> values) ? values.stream() : Stream.of());
    return Stream.concat(enumerated, TEXTS.stream())
        .filter(text -> rules.stream().allMatch(rule -> fits(rule, text)))
        .findFirst()
        .orElse("aa");
  }

  private static boolean fits(Rule rule, String text) {
    return switch (rule) {
      case Rule.Length(var least, var most) ->
          least.orElse(0) <= text.length() && text.length() <= most.orElse(Integer.MAX_VALUE);
      case Rule.OneOf(List<String> values) -> values.contains(text);
      case Rule.Matches(String expression) -> text.matches(expression);
      case Rule.Range _, Rule.Secret _ -> true;
    };
  }

  private static BigDecimal number(List<Rule> rules) {
    return rules.stream()
        .flatMap(rule -> rule instanceof Rule.Range(var least, _) ? least.stream() : Stream.of())
        .findFirst()
        .orElse(BigDecimal.ONE);
  }
}
