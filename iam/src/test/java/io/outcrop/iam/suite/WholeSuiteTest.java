package io.outcrop.iam.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The whole suite as one test, read once: what mutation testing asks again and again.
class WholeSuiteTest {
  private static final List<AuthorizationCase> CASES = read();

  private static List<AuthorizationCase> read() {
    try (var files = Files.walk(Path.of("src/test/resources/iam/cases"))) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .map(WholeSuiteTest::read)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static AuthorizationCase read(Path file) {
    try {
      return switch (CaseReader.read(Files.readString(file))) {
        case CaseReading.Read(var found) -> found;
        case CaseReading.Rejected(var id, var problems) ->
            throw new AssertionError(id + ": " + problems);
      };
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Test
  void engineAgreesWithEveryCase() {
    for (var one : CASES) {
      assertThat(CaseRunner.run(one)).as(one.id()).isEqualTo(new CaseOutcome.Agrees());
    }
  }
}
