package io.outcrop.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.Examination.Status;
import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.access.examination.ExaminationRequest.Probing;
import io.outcrop.sandbox.WorldFolder;
import io.outcrop.sandbox.world.Worlds;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The doctor in the built-in worlds, through a real sandbox.
final class WorldsTest {
  private static final Instant TODAY = Instant.parse("2026-11-20T00:00:00Z");

  @TempDir Path folder;

  private static List<String> slugs(Examination examination) {
    return examination.findings().stream().map(finding -> finding.cause().slug()).toList();
  }

  private static String words(Examination examination) {
    return Stream.of(examination.findings(), examination.notes(), examination.stages())
        .flatMap(List::stream)
        .map(Object::toString)
        .map(text -> text.replaceAll("Cause\\[slug=([^,]+),.*?asOf=[^\\]]*\\]", "$1"))
        .collect(Collectors.joining("\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "seed-a, iam-no-identity-policy-allow, on-demand-not-supported",
    "seed-b, no-credentials, invalid-model-id-suffix",
    "seed-c, marketplace-permissions, iam-missing-stream-action",
    "seed-d, credentials-invalid,",
    "seed-e, identity-explicit-deny, iam-no-identity-policy-allow",
  })
  void namesTheRootAndWhatComesNext(String world, String root, String next) {
    try (var living = InWorld.create(folder, world)) {
      var examination = InWorld.doctor().examine(living.request());

      assertThat(slugs(examination))
          .as(words(examination))
          .isEqualTo(next == null ? List.of(root) : List.of(root, next));
      assertThat(examination.status()).isEqualTo(Status.BROKEN);
      assertThat(examination.stages()).hasSize(8);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "seed-a, iam-no-identity-policy-allow",
    "seed-c, marketplace-permissions",
    "seed-d, credentials-invalid",
    "seed-e, identity-explicit-deny",
  })
  void todayTheRootIsTheSameAndTheModelsLifeIsOverNext(String world, String root) {
    WorldFolder.create(folder, Worlds.get(world));
    try (var living = InWorld.open(folder, TODAY)) {
      var examination = InWorld.doctor().examine(living.request());
      var slugs = slugs(examination);

      assertThat(slugs).as(words(examination)).first().isEqualTo(root);
      assertThat(slugs.subList(1, slugs.size()))
          .as(words(examination))
          .contains("model-end-of-life");
    }
  }

  private static ExaminationRequest probing(ExaminationRequest request, Probing probing) {
    return new ExaminationRequest(
        request.client(),
        request.model(),
        request.region(),
        request.profile(),
        request.adminProfile(),
        probing,
        request.endpoint(),
        request.timeout(),
        request.clock());
  }

  @ParameterizedTest
  @EnumSource(Probing.class)
  void howeverItIsProbedHealthyIsHealthy(Probing probing) {
    try (var living = InWorld.create(folder, "healthy")) {
      var examination = InWorld.doctor().examine(probing(living.request(), probing));

      assertThat(examination.findings()).as(words(examination)).isEmpty();
      assertThat(examination.status()).isEqualTo(Status.HEALTHY);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "seed-a, iam-no-identity-policy-allow",
    "seed-b, no-credentials",
    "seed-c, marketplace-permissions",
    "seed-d, credentials-invalid",
    "seed-e, identity-explicit-deny",
    "permissions-boundary-no-allow, permissions-boundary-no-allow",
    "anthropic-use-case-form, anthropic-use-case-form",
    "data-retention-mode-required, data-retention-mode-required",
    "marketplace-agreement-pending, marketplace-agreement-pending",
    "region-not-opted-in, region-not-opted-in",
    "throttle-quota-zero-or-low, throttle-quota-zero-or-low",
  })
  void predictionAloneNamesTheSameRoot(String world, String root) {
    try (var living = InWorld.create(folder, world)) {
      var examination = InWorld.doctor().examine(probing(living.request(), Probing.NONE));

      assertThat(slugs(examination)).as(words(examination)).first().isEqualTo(root);
    }
  }

  @Test
  void whereNobodyMayReadTheScpsPredictionAloneDoesNotKnow() {
    try (var living = InWorld.create(folder, "scp-explicit-deny")) {
      var examination = InWorld.doctor().examine(probing(living.request(), Probing.NONE));

      assertThat(examination.status()).isEqualTo(Status.UNKNOWN);
      assertThat(examination.notes())
          .anyMatch(note -> note.startsWith("not seen: service control"));
    }
  }
}
