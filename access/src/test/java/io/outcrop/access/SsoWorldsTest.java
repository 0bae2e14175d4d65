package io.outcrop.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.evidence.Observation;
import io.outcrop.access.examination.Examination.Status;
import io.outcrop.causes.Confidence;
import io.outcrop.cloud.AwsAccount;
import io.outcrop.cloud.Connection;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.credentials.CredentialSearches;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A profile of IAM Identity Center in a world: its keys come from the world's own portal.
final class SsoWorldsTest {
  @TempDir Path folder;

  @Test
  void whoeverHasSignedInCallsAsThePermissionSet() {
    try (var living = InWorld.create(folder.resolve("world"), "sso-application")) {
      var examination = InWorld.doctor().examine(living.request());

      assertThat(examination.status())
          .as(examination.findings() + "\n" + examination.stages())
          .isEqualTo(Status.HEALTHY);
      assertThat(examination.subject().principal())
          .matches(
              "arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Application_[0-9a-f]{16}/alice");
      assertThat(examination.subject().credentialSource()).startsWith("profile company");
    }
  }

  @Test
  void anAssignmentThatIsMissingIsSaidByThePortal() {
    try (var living = InWorld.create(folder.resolve("world"), "sso-role-not-assigned")) {
      var seen = InWorld.doctor().look(living.request());

      assertThat(seen.identity())
          .isInstanceOfSatisfying(
              Observation.Refused.class,
              refused -> assertThat(refused.operation()).isEqualTo("sso:GetRoleCredentials"));
      assertThat(InWorld.doctor().judge(seen).root())
          .hasValueSatisfying(root -> {
            assertThat(root.cause().slug()).isEqualTo("sso-role-not-assigned");
            assertThat(root.confidence()).isNotEqualTo(Confidence.POSSIBLE);
          });
    }
  }

  /// The cache says that the sign-in holds, and the portal knows better.
  @Test
  void aSignInThatWasEndedElsewhereHasEnded() {
    try (var living = InWorld.create(folder.resolve("world"), "sso-application")) {
      var cache =
          living
              .request()
              .client()
              .home()
              .resolve(".aws/sso/cache/71b21161ffa1e6516bcc072aaf5ef38cbe85b511.json");
      TestFiles.write(cache, TestFiles.text(cache).replaceFirst("\"accessToken\": \"...", "$0x"));

      assertThat(Mending.causes(InWorld.doctor().examine(living.request())))
          .startsWith("sso-token-expired");
    }
  }

  /// Without an endpoint there is no world to ask, and AWS is not asked in its place.
  @Test
  void awsItselfIsNeverAsked() {
    try (var living = InWorld.create(folder.resolve("world"), "sso-application")) {
      var client = living.request().client();
      var winner =
          CredentialSearches.search(client, "", living.request().clock()).winner().orElseThrow();
      try (var account =
          AwsAccount.open(
              new Connection(client, winner, "us-east-1", null, living.request().timeout()))) {
        assertThat(account.sts().callerIdentity())
            .isInstanceOfSatisfying(
                Answer.Unreachable.class,
                unreachable ->
                    assertThat(unreachable.why())
                        .isEqualTo("a sandbox's world is asked at its own endpoint alone"));
      }
    }
  }
}
