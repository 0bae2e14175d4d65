package io.outcrop.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.announcement.Announcement.AnnouncedCall;
import io.outcrop.access.announcement.Announcements;
import io.outcrop.access.evidence.CallPath;
import io.outcrop.access.evidence.Hop;
import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Observations;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.Examination.Status;
import io.outcrop.access.examination.Scope;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A Lambda function that calls: its role is judged, and whether Lambda may be that role.
final class HopTest {
  private static final String ROLE = "arn:aws:iam::111122223333:role/application";

  @TempDir Path folder;

  private static Json.Obj trust(String service) {
    var text =
        """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow",
         "Principal":{"Service":"%s"},"Action":"sts:AssumeRole"}]}
        """
            .formatted(service);
    return (Json.Obj) ((JsonReading.Read) JsonReader.read(text)).value();
  }

  /// What the role of a world's function amounts to, with that trust policy.
  private Examination judged(String world, String service) {
    try (var living = InWorld.create(folder.resolve(service), world)) {
      var scope = new Scope(List.of(), ROLE, true).through("writer");
      var seen = InWorld.doctor().look(living.request().within(scope.through("")));
      return InWorld.doctor()
          .judge(withHop(seen, new Hop("writer", ROLE, List.of(trust(service)))));
    }
  }

  private static Observations withHop(Observations seen, Hop hop) {
    return new Observations(
        seen.asked(),
        seen.sources(),
        seen.reached(),
        seen.identity(),
        seen.account(),
        seen.permissions(),
        seen.key(),
        seen.plain(),
        seen.streaming(),
        seen.weighed(),
        new CallPath(
            new Observation.Skipped<>("no key"),
            new Observation.Succeeded<>(hop, "lambda:GetFunctionConfiguration"),
            new Observation.Skipped<>("no endpoint"),
            new Observation.Skipped<>("nobody deploys")));
  }

  @Test
  void aRoleThatLambdaMayNotAssumeIsTheRoot() {
    var examination = judged("session-policy-no-allow", "ec2.amazonaws.com");

    assertThat(examination.root()).map(one -> one.cause().slug()).contains("assume-role-denied");
    assertThat(examination.root().orElseThrow().sentence())
        .contains("`lambda.amazonaws.com`", "function `writer`");
  }

  @Test
  void oneThatItMayAssumeIsJudgedByItsPolicies() {
    assertThat(judged("session-policy-no-allow", Hop.SERVICE).findings())
        .noneMatch(finding -> finding.cause().slug().equals("assume-role-denied"));
  }

  @Test
  void aFunctionThatCannotBeReadLeavesItOpen() {
    try (var living = InWorld.create(folder, "healthy")) {
      var examination =
          InWorld.doctor().examine(living.request().within(Scope.ALL.through("nowhere")));

      assertThat(examination.status()).isEqualTo(Status.UNKNOWN);
      assertThat(examination.stages())
          .filteredOn(stage -> stage.name().equals("identity"))
          .singleElement()
          .satisfies(stage ->
              assertThat(stage.why())
                  .startsWith("the role of the function could not be found out: lambda:"));
    }
  }

  @Test
  void itIsAnnouncedWithoutACallToTheModel() {
    try (var living = InWorld.create(folder, "healthy")) {
      var announced =
          Announcements.of(List.of(living.request().within(Scope.ALL.through("writer"))));

      assertThat(announced.calls())
          .noneMatch(AnnouncedCall::examined)
          .extracting(AnnouncedCall::operation)
          .contains(
              "lambda:GetFunctionConfiguration",
              "iam:GetRolePolicy",
              // of whoever deploys
              "iam:GetUserPolicy");
      assertThat(announced.policies().toString())
          .contains("arn:aws:lambda:us-east-1:*:function:writer");
    }
  }
}
