package io.outcrop.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.examination.Examination.Status;
import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.access.examination.ExpectedPrincipal;
import io.outcrop.access.examination.Scope;
import io.outcrop.aws.Principal;
import io.outcrop.causes.Confidence;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who is meant to call, and what it means that somebody else does.
final class ExpectedPrincipalTest {
  private static final String MEANT = "arn:aws:iam::111122223333:user/application";

  @TempDir Path folder;

  private static ExaminationRequest expecting(InWorld world, String who) {
    return world.request().within(Scope.ALL.expecting(ExpectedPrincipal.parse(who).orElseThrow()));
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:iam::111122223333:user/app, arn:aws:iam::111122223333:user/app, true",
    "arn:aws:iam::111122223333:user/team/app, arn:aws:iam::111122223333:user/app, false",
    "arn:aws:iam::111122223333:role/app, arn:aws:sts::111122223333:assumed-role/app/one, true",
    "arn:aws:iam::111122223333:role/team/app, arn:aws:sts::111122223333:assumed-role/app/one, true",
    "arn:aws:iam::444455556666:role/app, arn:aws:sts::111122223333:assumed-role/app/one, false",
    "arn:aws:sts::111122223333:assumed-role/app/one,"
        + " arn:aws:sts::111122223333:assumed-role/app/one, true",
    "arn:aws:sts::111122223333:assumed-role/app/two,"
        + " arn:aws:sts::111122223333:assumed-role/app/one, false",
    "arn:aws:iam::111122223333:root, arn:aws:iam::111122223333:root, true",
    "111122223333, arn:aws:sts::111122223333:assumed-role/app/one, true",
    "444455556666, arn:aws:sts::111122223333:assumed-role/app/one, false",
    "app, arn:aws:sts::111122223333:assumed-role/app/one, true",
    "one, arn:aws:sts::111122223333:assumed-role/app/one, false",
    "app, arn:aws:iam::111122223333:user/team/app, true",
    "Builders, arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Builders_0123456789abcdef/ann,"
        + " true",
    "Builder, arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Builders_0123456789abcdef/ann,"
        + " false",
  })
  void whoIsMeantIsKnownByWhatWasSaid(String said, String caller, boolean met) {
    var expected = ExpectedPrincipal.parse(said).orElseThrow();

    assertThat(expected.isMet(Principal.parse(caller).orElseThrow())).isEqualTo(met);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "arn:aws:s3:::bucket", "arn:aws:iam", "a b", "a/b"})
  void whatNamesNobodyIsNobody(String said) {
    assertThat(ExpectedPrincipal.parse(said)).isEmpty();
  }

  /// What the other one may not do is told, and never cured.
  @Test
  void anotherOneIsTheRootAlone() {
    try (var living = InWorld.create(folder.resolve("world"), "wrong-principal-used")) {
      var request = expecting(living, MEANT);
      var examination = InWorld.doctor().examine(request);

      assertThat(Mending.causes(examination)).containsExactly("wrong-principal-used");
      var root = examination.root().orElseThrow();
      assertThat(root.confidence()).isEqualTo(Confidence.CERTAIN);
      assertThat(root.sentence())
          .isEqualTo(
              "`arn:aws:iam::111122223333:user/scanner` calls, by credentials from environment,"
                  + " and `%s` was meant".formatted(MEANT));
      assertThat(root.cures().getFirst().commands())
          .contains("unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN");
      assertThat(examination.notes())
          .anyMatch(note -> note.contains("[iam-no-identity-policy-allow]; nothing is cured"));
      assertThat(InWorld.fixer(folder.resolve("journals")).plan(examination, request).steps())
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {MEANT, "application", "111122223333"})
  void whoIsMeantIsNoFinding(String who) {
    try (var living = InWorld.create(folder.resolve("world"), "application")) {
      var examination = InWorld.doctor().examine(expecting(living, who));

      assertThat(examination.status()).isEqualTo(Status.HEALTHY);
    }
  }

  @Test
  void whereNobodyKnowsWhoCallsNothingIsClaimed() {
    try (var living = InWorld.create(folder.resolve("world"), "no-credentials")) {
      var examination = InWorld.doctor().examine(expecting(living, MEANT));

      assertThat(Mending.causes(examination)).startsWith("no-credentials");
    }
  }
}
