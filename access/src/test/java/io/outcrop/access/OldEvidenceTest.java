package io.outcrop.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.bundle.Bundle;
import io.outcrop.access.bundle.BundleReading;
import io.outcrop.access.evidence.Observation;
import io.outcrop.access.examination.ClientCall;
import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Evidence of a version that did not look at what lies between is read all the same.
final class OldEvidenceTest {
  @TempDir Path folder;

  @Test
  void whatItDoesNotHoldNobodyLookedAt() {
    try (var living = InWorld.create(folder, "seed-e")) {
      var seen = InWorld.doctor().look(living.request());
      var bundle = Bundle.write(List.of(seen), "1", "seed-e", false);
      var cell = (Json.Obj) bundle.list("cells").getFirst();
      var asked = cell.object("asked").orElseThrow();
      var scope =
          asked
              .object("scope")
              .orElseThrow()
              .without("calls")
              .without("hop")
              .without("guardrail")
              .without("expected");
      var old = cell.without("path").with("asked", asked.with("scope", scope));
      var text = JsonWriter.compact(bundle.with("cells", Json.array(List.of(old))));

      assertThat(Bundle.read(text))
          .isInstanceOfSatisfying(
              BundleReading.Read.class,
              read -> {
                var again = read.cells().getFirst();
                assertThat(again.path().hop()).isInstanceOf(Observation.Skipped.class);
                assertThat(again.asked().scope().call()).isEqualTo(ClientCall.INVOKE);
                assertThat(InWorld.doctor().judge(again).root())
                    .map(root -> root.cause().slug())
                    .contains("identity-explicit-deny");
              });
    }
  }
}
