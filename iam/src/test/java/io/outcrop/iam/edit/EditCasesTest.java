package io.outcrop.iam.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.iam.Authorizer;
import io.outcrop.iam.edit.EditAnswer.Ask;
import io.outcrop.iam.suite.CaseReader;
import io.outcrop.iam.suite.CaseReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The cases of the evaluator's own suite, asked for edits: whatever is found flips the decision.
class EditCasesTest {
  private static final Path ROOT = Path.of("src/test/resources/iam/cases");

  private enum Kind {
    FLIPPED,
    OPEN,
    NOT_FOUND
  }

  @Test
  void whatIsFoundFlipsTheDecision() throws IOException {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    try (var files = Files.walk(ROOT)) {
      for (var file : files.filter(one -> one.toString().endsWith(".json")).sorted().toList()) {
        if (CaseReader.read(Files.readString(file)) instanceof CaseReading.Read(var found)
            && found.beyond().isEmpty()) {
          var layers = found.layers();
          var request = found.request();
          var denied = Authorizer.decide(request, layers).isDenied();
          var answer =
              denied
                  ? SmallestEdits.find(layers, request, Ownership.ofEverything())
                  : SmallestEdits.deny(layers, request, Ownership.ofEverything());
          var edits = edits(answer);
          if (!edits.isEmpty() && !(answer instanceof EditAnswer.DependsOnUnknown)) {
            assertThat(edits).hasSizeBetween(1, 3);
            var after = Authorizer.decide(request, EditSuiteTest.applied(layers, edits));
            assertThat(after.isAllowed()).as(file.toString()).isEqualTo(denied);
          }
          counts.merge(kind(answer), 1, Integer::sum);
        }
      }
    }
    assertThat(counts.get(Kind.FLIPPED)).isGreaterThan(100);
    assertThat(counts.getOrDefault(Kind.NOT_FOUND, 0))
        .isLessThan(counts.getOrDefault(Kind.FLIPPED, 0) / 10);
  }

  private static Kind kind(EditAnswer answer) {
    return switch (answer) {
      case EditAnswer.Found _, EditAnswer.SomeoneElse _ -> Kind.FLIPPED;
      case EditAnswer.DependsOnUnknown _, EditAnswer.AlreadyAllowed _, EditAnswer.AlreadyDenied _ ->
          Kind.OPEN;
      case EditAnswer.NotFound _ -> Kind.NOT_FOUND;
    };
  }

  private static List<DocumentEdit> edits(EditAnswer answer) {
    return switch (answer) {
      case EditAnswer.Found(var edits, _) -> edits;
      case EditAnswer.SomeoneElse(var asks, var own, _) ->
          Stream.concat(asks.stream().map(Ask::edit), own.stream()).toList();
      case EditAnswer.DependsOnUnknown _,
          EditAnswer.AlreadyAllowed _,
          EditAnswer.AlreadyDenied _,
          EditAnswer.NotFound _ ->
          List.of();
    };
  }
}
