package io.outcrop.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.announcement.Announcement;
import io.outcrop.access.announcement.Announcement.AnnouncedCall;
import io.outcrop.access.announcement.Announcement.Detection;
import io.outcrop.access.announcement.Announcements;
import io.outcrop.access.evidence.Observation;
import io.outcrop.access.examination.ClientCall;
import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.access.examination.ExaminationRequest.Probing;
import io.outcrop.access.examination.Scope;
import io.outcrop.cloud.AwsAccount;
import io.outcrop.cloud.Connection;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.call.PolicyOwner;
import io.outcrop.cloud.client.Setting;
import io.outcrop.cloud.credentials.CredentialSearches;
import io.outcrop.iam.request.Layer;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is said beforehand is held against what the sandbox's CloudTrail records afterwards.
final class AnnouncementsTest {
  private static final String ROLE = "arn:aws:iam::111122223333:role/application";

  @TempDir Path folder;

  /// What one run said that it would do, and what it left behind.
  private record Held(Announcement announced, Set<String> recorded, Set<String> agents) {
    Set<String> events(boolean always) {
      return announced.calls().stream()
          .filter(call -> !always || call.onlyIf().isEmpty())
          .map(AnnouncedCall::event)
          .map(event -> event.source() + " " + event.name() + " " + event.region())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private Held run(String world, UnaryOperator<ExaminationRequest> change) {
    Announcement announced;
    try (var living = InWorld.create(folder, world)) {
      var request = change.apply(living.request());
      announced = Announcements.of(List.of(request));
      var _ = InWorld.doctor().look(request);
    }
    var events = recorded();
    return new Held(
        announced,
        events.stream()
            .map(event ->
                text(event, "eventSource")
                    + " "
                    + text(event, "eventName")
                    + " "
                    + text(event, "awsRegion"))
            .collect(Collectors.toCollection(TreeSet::new)),
        events.stream().map(event -> text(event, "userAgent")).collect(Collectors.toSet()));
  }

  private static String text(Json.Obj event, String name) {
    return event.text(name).orElse("");
  }

  private List<Json.Obj> recorded() {
    try (var files = Files.list(folder.resolve("traces"))) {
      return files
          .filter(file -> file.getFileName().toString().contains("events-"))
          .flatMap(file -> TestFiles.text(file).lines())
          .map(line -> (Json.Obj) ((JsonReading.Read) JsonReader.read(line)).value())
          .toList();
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  private static void holds(Held held) {
    assertThat(held.recorded()).isNotEmpty();
    assertThat(held.events(false)).containsAll(held.recorded());
    assertThat(held.agents()).allMatch(agent -> agent.contains(held.announced().userAgent()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "healthy",
        "seed-a",
        "seed-c",
        "seed-d",
        "seed-e",
        "scp-explicit-deny",
        "organization",
        "permissions-boundary-no-allow",
        "session-policy-no-allow",
        "assume-role-denied",
        "api-key-call-denied",
        "web-identity-trust-denied",
        "wrong-principal-used",
        "key-quarantined",
      })
  void nothingIsCalledThatWasNotAnnounced(String world) {
    holds(run(world, request -> request));
  }

  @Test
  void whatIsAnnouncedWithoutConditionIsCalled() {
    var held = run("healthy", request -> request);

    assertThat(held.recorded()).containsAll(held.events(true));
  }

  @ParameterizedTest
  @EnumSource(ClientCall.class)
  void everyCallOfTheClientIsAnnouncedAsItIsMade(ClientCall call) {
    var held = run("healthy", request -> request.within(Scope.ALL.of(call)));

    holds(held);
    assertThat(held.announced().calls())
        .filteredOn(AnnouncedCall::examined)
        .isNotEmpty()
        .noneMatch(AnnouncedCall::paid);
  }

  @Test
  void aRoleThatIsAssumedAndOneThatIsJudgedAreAnnounced() {
    holds(run("healthy", request -> request.within(new Scope(List.of(), ROLE, false))));
  }

  @Test
  void aRoleThatIsJudgedIsAnnouncedWithoutCalls() {
    var held = run("healthy", request -> request.within(new Scope(List.of(), ROLE, true)));

    holds(held);
    assertThat(held.announced().calls()).noneMatch(AnnouncedCall::examined);
  }

  @Test
  void onlyPaidProbesArePaidFor() {
    var held = run("healthy", request -> request.probing(Probing.PAID));

    holds(held);
    assertThat(held.announced().calls())
        .filteredOn(AnnouncedCall::paid)
        .extracting(AnnouncedCall::operation)
        .containsExactly(
            "bedrock-runtime:InvokeModel", "bedrock-runtime:InvokeModelWithResponseStream");
  }

  @Test
  void thePolicyNamesEveryActionOfWhatIsNotExaminedAndNothingElse() {
    try (var living = InWorld.create(folder, "healthy")) {
      var announced = Announcements.of(List.of(living.request()));

      assertThat(announced.policies()).isNotEmpty();
      var granted =
          announced.policies().stream()
              .flatMap(policy -> policy.document().list("Statement").stream())
              .flatMap(statement -> ((Json.Obj) statement).list("Action").stream())
              .flatMap(action -> action.asText().stream())
              .collect(Collectors.toSet());
      var needed =
          announced.calls().stream()
              .filter(call -> !call.examined())
              .flatMap(call -> call.actions().stream())
              .collect(Collectors.toSet());
      assertThat(granted).isEqualTo(needed).doesNotContain("bedrock:InvokeModel");
    }
  }

  @Test
  void thePolicyIsEnoughToLook() {
    try (var living = InWorld.create(folder, "iam-get-inference-profile-denied")) {
      var request = asTheCallerAlone(living.request());
      assertThat(InWorld.doctor().look(request).permissions())
          .isInstanceOf(Observation.NotPermitted.class);
      var policy = Announcements.of(List.of(request)).policies().getFirst().document();
      try (var administrator = administrator(living.request())) {
        var user = new PolicyOwner(PolicyOwner.Kind.USER, "application");
        assertThat(administrator.iam().putInlinePolicy(user, "Doctor", policy))
            .isInstanceOf(Answer.Succeeded.class);
      }

      var seen = InWorld.doctor().look(request);

      assertThat(seen.permissions().seen()).isPresent();
      assertThat(seen.permissions().seen().get().layers().identity())
          .isInstanceOf(Layer.Known.class);
      assertThat(
              Stream.of(
                  seen.account().models(),
                  seen.account().profiles(),
                  seen.account().availability(),
                  seen.account().form(),
                  seen.account().optIn(),
                  seen.account().quotas(),
                  seen.account().invocations(),
                  seen.account().throttles()))
          .allMatch(Observation.Succeeded.class::isInstance);
    }
  }

  private static ExaminationRequest asTheCallerAlone(ExaminationRequest request) {
    return new ExaminationRequest(
        request.client(),
        request.model(),
        request.region(),
        "",
        "",
        Probing.FREE,
        request.endpoint(),
        request.timeout(),
        request.clock());
  }

  private static AwsAccount administrator(ExaminationRequest request) {
    var credentials =
        CredentialSearches.search(request.client(), request.adminProfile(), request.clock())
            .winner()
            .orElseThrow();
    return AwsAccount.open(
        new Connection(
            request.client(),
            credentials,
            request.region().value(),
            request.endpoint(),
            request.timeout()));
  }

  @Test
  void detectionsDependOnTheKeyAndTheRegions() {
    try (var living = InWorld.create(folder, "healthy")) {
      var request = living.request();
      assertThat(Announcements.of(List.of(request)).detections())
          .extracting(Detection::id)
          .contains("bedrock-reconnaissance", "list-then-invoke", "invalid-body")
          .doesNotContain("many-regions");
      var elsewhere =
          request.of(request.model(), new Setting("AWS_REGION", "eu-west-1", "--region"));
      assertThat(Announcements.of(List.of(request, elsewhere)).detections())
          .extracting(Detection::id)
          .contains("many-regions");
      assertThat(Announcements.of(List.of(request.probing(Probing.NONE))).detections())
          .extracting(Detection::id)
          .doesNotContain("invalid-body", "list-then-invoke");
    }
  }

  @Test
  void withoutCredentialsNothingIsCalled() {
    try (var living = InWorld.create(folder, "no-credentials")) {
      var announced = Announcements.of(List.of(living.request()));

      assertThat(announced.calls()).isEmpty();
      assertThat(Stream.of(announced.policies(), announced.detections())).allMatch(List::isEmpty);
      assertThat(announced.notes())
          .contains("without credentials, or without a region, AWS is not called at all");
    }
  }
}
