package io.outcrop.sandbox.wire.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.wire.descriptor.Descriptors;
import io.outcrop.sandbox.wire.descriptor.Rule;
import io.outcrop.sandbox.wire.descriptor.Structure;
import io.outcrop.sandbox.wire.descriptor.Type;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Inputs, and what AWS says to them: `sandbox/constraints/*.json`.
class ConstraintsSuiteTest {
  private static final Path CASES = Path.of("src/test/resources/sandbox/constraints");
  private static final Descriptors DESCRIPTORS = new Descriptors();

  static Stream<Named<Json.Obj>> cases() throws IOException {
    try (var files = Files.list(CASES)) {
      return files.sorted().toList().stream()
          .flatMap(file -> object(file).list("cases").stream())
          .map(one -> Named.of(((Json.Obj) one).text("name").orElseThrow(), (Json.Obj) one));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isRefusedInAwsWords(Json.Obj one) {
    var call = one.text("call").orElseThrow().split(" ", 2);
    var model = DESCRIPTORS.model(call[0]);
    var operation = model.operations().find(call[1]).orElseThrow();
    var broken = Constraints.broken(model, operation.input(), one.object("input").orElseThrow());
    var fault =
        broken.isEmpty() ? Optional.<Reply.Fault>empty() : Optional.of(Refusal.of(model, broken));
    var sentence = fault.map(Reply.Fault::message).orElse("");
    one.text("says").ifPresent(says -> assertThat(sentence).isEqualTo(says));
    one.text("begins").ifPresent(begins -> assertThat(sentence).startsWith(begins));
    fault.ifPresent(refusal ->
        assertThat(refusal.code()).isEqualTo(one.text("code").orElse("ValidationException")));
  }

  /// Every structure and type that an operation can reach is well formed, and so is every
  /// expression.
  @Test
  void allThatModelsSayCanBeRead() {
    var structures = 0;
    var expressions = new HashSet<String>();
    for (var name : DESCRIPTORS.names()) {
      var model = DESCRIPTORS.model(name);
      var seen = new HashSet<String>();
      var left = new ArrayDeque<Structure>();
      for (var operation : model.operations().names()) {
        var known = model.operations().find(operation).orElseThrow();
        left.add(known.input());
        left.add(known.output());
      }
      while (!left.isEmpty()) {
        structures++;
        for (var member : left.remove().members().values()) {
          collect(member.type(), expressions).stream()
              .filter(seen::add)
              .map(model::shape)
              .forEach(left::add);
        }
      }
    }
    assertThat(structures).isGreaterThan(2_500);
    assertThat(expressions).hasSizeGreaterThan(250);
    expressions.forEach(expression -> assertThat(Pattern.compile(expression)).isNotNull());
  }

  /// The structures that `type` refers to; its expressions go to `expressions`.
  private static List<String> collect(Type type, Set<String> expressions) {
    type.rules()
        .forEach(rule -> {
          if (rule instanceof Rule.Matches(String expression)) {
            expressions.add(expression);
          }
        });
    return switch (type) {
      case Type.Named(String shape) -> List.of(shape);
      case Type.ListOf list -> collect(list.element(), expressions);
      case Type.MapOf map ->
          Stream.of(map.key(), map.value())
              .flatMap(each -> collect(each, expressions).stream())
              .toList();
      case Type.Text _,
          Type.Numeric _,
          Type.Flag _,
          Type.Blob _,
          Type.Timestamp _,
          Type.Document _ ->
          List.of();
    };
  }

  private static Json.Obj object(Path file) {
    try {
      return (Json.Obj) ((JsonReading.Read) JsonReader.read(Files.readString(file))).value();
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }
}
