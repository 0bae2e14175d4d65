package io.outcrop.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.examination.Cure;
import io.outcrop.access.examination.Evidence;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Of policies that were not read nobody says that they allow a call: what kept them from being
/// read is said, and what makes them readable.
final class UnreadPoliciesTest {
  private static final String NOT_READ = "the identity policies of whoever calls were not read";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{kind: THROTTLE, service: iam, operation: GetUserPolicy, count: -1} | Rate exceeded |"
            + " --timeout",
        "{kind: THROTTLE, service: iam, count: -1} | Rate exceeded | --timeout",
      })
  void areNotSaidToAllow(String fault, String why, String help) {
    try (var world = InWorld.written(folder.resolve("world"), world(fault))) {
      var examination = world.examine();

      var root = examination.findings().getFirst();
      assertThat(root.cause().slug()).isEqualTo("iam-missing-stream-action");
      assertThat(root.evidence())
          .extracting(Evidence::kind)
          .contains("unread")
          .doesNotContain("differs");
      assertThat(root.evidence())
          .filteredOn(one -> one.kind().equals("unread"))
          .allSatisfy(one -> assertThat(one.text()).contains(NOT_READ, why));
      assertThat(examination.notes()).noneMatch(note -> note.contains("do not deny this call"));
      assertThat(root.cures()).extracting(Cure::title).first().asString().contains(help, why);
    }
  }

  private static String world(String fault) {
    return """
    formatVersion: 1
    name: unread
    summary: The policies cannot be read now
    extends: iam-missing-stream-action
    faults: [%s]
    """
        .formatted(fault);
  }
}
