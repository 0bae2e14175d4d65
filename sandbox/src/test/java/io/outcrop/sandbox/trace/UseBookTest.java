package io.outcrop.sandbox.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UseBookTest {
  private static final Instant START = Instant.parse("2026-11-20T09:00:00Z");
  private static final String KEY = "AKIAIOSFODNN7EXAMPLE";

  private static LastUse.Use after(long seconds) {
    return new LastUse.Use(START.plusSeconds(seconds), "iam", "us-east-1");
  }

  @Test
  void bookThatWasClosedIsExact(@TempDir Path folder) {
    try (var book = UseBook.open(folder)) {
      for (var second = 0; second < 600; second += 7) {
        book.key(KEY, after(second));
        book.model("111122223333", "anthropic.claude-opus-5", after(second));
      }
    }
    try (var book = UseBook.open(folder)) {
      assertThat(book.ofKey(KEY)).contains(after(595));
      assertThat(book.ofModel("111122223333", "anthropic.claude-opus-5"))
          .contains(START.plusSeconds(595));
      assertThat(book.ofModel("444455556666", "anthropic.claude-opus-5")).isEmpty();
      assertThat(book.ofRole("111122223333", KEY)).isEmpty();
    }
  }

  @Test
  void bookOfAProcessThatDiedIsAMinuteOldAtMost(@TempDir Path folder) throws IOException {
    var book = UseBook.open(folder);
    for (var second = 0; second <= 600; second++) {
      book.role("111122223333", "Caller", after(second));
      try (var other = UseBook.open(folder)) {
        assertThat(other.ofRole("111122223333", "Caller"))
            .hasValueSatisfying(use ->
                assertThat(use.at())
                    .isAfter(
                        book.ofRole("111122223333", "Caller").orElseThrow().at().minusSeconds(61)));
      }
    }
    Files.writeString(folder.resolve("use.jsonl"), "{\"what\":\"key AK", StandardOpenOption.APPEND);
    try (var other = UseBook.open(folder)) {
      assertThat(other.ofRole("111122223333", "Caller")).isPresent();
    }
  }
}
