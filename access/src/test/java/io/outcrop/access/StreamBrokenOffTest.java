package io.outcrop.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.examination.ExaminationRequest.Probing;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Streams that begin well and break off: the plain call answers, and what the last frame says is
/// the cause, as an answer's would be.
final class StreamBrokenOffTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "0, throttlingException, 'Too many requests, please wait before trying again.',"
        + " throttle-requests-per-minute",
    "2, serviceUnavailableException, Bedrock is unable to process your request.,"
        + " service-unavailable",
    "1, internalServerException, The system encountered an unexpected error during processing.,"
        + " internal-server-error"
  })
  void theLastFrameNamesTheCause(int after, String code, String message, String cause) {
    InWorld.write(
        folder.resolve("world"),
        """
        formatVersion: 1
        name: broken-off
        summary: Streams break off
        extends: application
        faults:
          - kind: EXCEPTION
            model: anthropic.claude-sonnet-5-5
            after: %d
            error: {code: %s, message: "%s"}
        """
            .formatted(after, code, message));
    try (var world =
        InWorld.at(folder.resolve("world"), () -> Instant.parse("2026-11-20T09:00:00Z"))) {
      var examination = InWorld.doctor().examine(world.request().probing(Probing.PAID));

      assertThat(Mending.causes(examination)).first().isEqualTo(cause);
    }
  }
}
