package io.outcrop.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.change.Change;
import io.outcrop.access.examination.ClientCall;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.Examination.Status;
import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.access.examination.ExaminationRequest.Probing;
import io.outcrop.access.examination.NamedGuardrail;
import io.outcrop.access.examination.Scope;
import io.outcrop.access.plan.Plan;
import io.outcrop.causes.Confidence;
import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A guardrail that goes with the call is authorised, looked up, granted and sent with it.
final class GuardrailTest {
  private static final NamedGuardrail DRAFT = NamedGuardrail.parse("abcdef123456").orElseThrow();
  private static final String APPLY =
      "arn:aws:bedrock:us-east-1:111122223333:guardrail/abcdef123456";

  /// Calls without version 1 of the guardrail are denied.
  private static final String ENFORCED =
      """
      formatVersion: 1
      name: enforced
      summary: The model may be called through version 1 of a guardrail alone
      extends: iam-apply-guardrail-denied
      accounts:
        "111122223333":
          users:
            application:
              inline:
                Guardrail:
                  Version: "2012-10-17"
                  Statement:
                    - Effect: Allow
                      Action: bedrock:ApplyGuardrail
                      Resource: arn:aws:bedrock:us-east-1:111122223333:guardrail/abcdef123456
                    - Sid: OnlyGuarded
                      Effect: Deny
                      Action: [bedrock:InvokeModel, bedrock:InvokeModelWithResponseStream]
                      Resource: "*"
                      Condition:
                        StringNotEquals:
                          bedrock:GuardrailIdentifier: arn:aws:bedrock:us-east-1:111122223333:guardrail/abcdef123456:1
      """;

  @TempDir Path folder;

  /// A world whose user may apply a guardrail of that account.
  private static String sharedBy(String account) {
    return """
    formatVersion: 1
    name: shared
    summary: The user may apply a guardrail
    extends: application
    accounts:
      "111122223333":
        users:
          application:
            inline:
              Guardrail:
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Action: bedrock:ApplyGuardrail
                    Resource: arn:aws:bedrock:us-east-1:%s:guardrail/abcdef123456
    """
        .formatted(account);
  }

  private InWorld world(String yaml) {
    return InWorld.written(folder.resolve("world"), yaml);
  }

  private static ExaminationRequest under(
      InWorld world, ClientCall call, NamedGuardrail guardrail) {
    return world.request().within(Scope.ALL.of(call).under(guardrail));
  }

  private static List<String> causes(Examination examination) {
    return Mending.causes(examination);
  }

  @ParameterizedTest
  @CsvSource({
    "iam-apply-guardrail-denied, INVOKE, FREE, iam-apply-guardrail-denied",
    "iam-apply-guardrail-denied, INVOKE, PAID, iam-apply-guardrail-denied",
    "iam-apply-guardrail-denied, CONVERSE, FREE, iam-apply-guardrail-denied",
    "iam-apply-guardrail-denied, CONVERSE, PAID, iam-apply-guardrail-denied",
    "guardrail-not-found, INVOKE, PAID, guardrail-not-found",
    "guardrail-not-found, CONVERSE, PAID, guardrail-not-found",
  })
  void whatStandsInItsWayIsTheRoot(String world, ClientCall call, Probing probing, String root) {
    try (var living = InWorld.create(folder.resolve("world"), world)) {
      var examination = InWorld.doctor().examine(under(living, call, DRAFT).probing(probing));

      assertThat(causes(examination)).as(examination.notes().toString()).startsWith(root);
      assertThat(examination.root())
          .map(finding -> finding.confidence())
          .contains(Confidence.CERTAIN);
      assertThat(causes(living.examine())).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INVOKE", "CONVERSE"})
  void itIsGrantedWithTheRest(ClientCall call) {
    try (var living = InWorld.create(folder.resolve("world"), "iam-apply-guardrail-denied")) {
      var request = under(living, call, DRAFT);
      var fixer = InWorld.fixer(folder.resolve("journals"));
      var plan = fixer.plan(InWorld.doctor().examine(request), request);
      assertThat(granted(plan)).contains("bedrock:ApplyGuardrail", APPLY);
      var _ = fixer.apply(plan, request);

      assertThat(InWorld.doctor().examine(request).status()).isEqualTo(Status.HEALTHY);
      assertThat(InWorld.doctor().examine(request.probing(Probing.PAID)).status())
          .isEqualTo(Status.HEALTHY);
    }
  }

  private static String granted(Plan plan) {
    assertThat(plan.steps()).hasSize(1);
    return plan.steps().getFirst().change() instanceof Change.PutInlinePolicy put
        ? JsonWriter.compact(put.after())
        : "";
  }

  /// The version stands in the condition key, and the draft has none.
  @Test
  void theVersionCounts() {
    try (var living = world(ENFORCED)) {
      var first = NamedGuardrail.parse("abcdef123456:1").orElseThrow();
      for (var call : List.of(ClientCall.INVOKE, ClientCall.CONVERSE)) {
        assertThat(causes(InWorld.doctor().examine(under(living, call, DRAFT))))
            .startsWith("identity-explicit-deny");
        assertThat(causes(InWorld.doctor().examine(under(living, call, first))))
            .doesNotContain("identity-explicit-deny");
      }
    }
  }

  @Test
  void theOptionStandsAboveTheBody() {
    var body = Json.object().with("guardrailConfig", DRAFT.inBody());
    var other = NamedGuardrail.parse("zzz:2").orElseThrow();

    assertThat(Scope.ALL.of(ClientCall.CONVERSE).guardrail(List.of(body))).contains(DRAFT);
    assertThat(Scope.ALL.of(ClientCall.CONVERSE).under(other).guardrail(List.of(body)))
        .contains(other);
    assertThat(Scope.ALL.guardrail(List.of(body))).isEmpty();
    assertThat(Scope.ALL.of(ClientCall.MANTLE).under(other).guardrail(List.of())).isEmpty();
  }

  /// Both sides have to allow it, and the other side cannot be read from here.
  @ParameterizedTest
  @CsvSource({"111122223333, iam-apply-guardrail-denied", "444455556666, ''"})
  void aGuardrailOfAnotherAccountIsTheirsToShare(String allowed, String root) {
    try (var living = world(sharedBy(allowed))) {
      var far =
          NamedGuardrail.parse("arn:aws:bedrock:us-east-1:444455556666:guardrail/abcdef123456")
              .orElseThrow();
      var examination =
          InWorld.doctor().examine(under(living, ClientCall.INVOKE, far).probing(Probing.NONE));

      assertThat(causes(examination).stream().limit(1).toList())
          .isEqualTo(root.isEmpty() ? List.of() : List.of(root));
      var unknown = "the guardrail's own policy, which account 444455556666 holds";
      assertThat(examination.stages().toString().contains(unknown)).isEqualTo(root.isEmpty());
    }
  }

  /// A world whose guardrail has a policy of its own.
  private static String withPolicy(String effect, String identity) {
    return """
    formatVersion: 1
    name: shared
    summary: The guardrail has a policy of its own
    extends: iam-apply-guardrail-denied
    accounts:
      "111122223333":
        users:
          application:
            inline:
              Guardrail:
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Action: %s
                    Resource: "*"
        bedrock:
          regions:
            us-east-1:
              guardrails:
                abcdef123456:
                  policy:
                    Version: "2012-10-17"
                    Statement:
                      - Sid: OfTheOwner
                        Effect: %s
                        Principal: {AWS: "arn:aws:iam::111122223333:user/application"}
                        Action: bedrock:ApplyGuardrail
                        Resource: "%s"
    """
        .formatted(identity, effect, APPLY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NONE", "FREE", "PAID"})
  void aDenyInItsOwnPolicyIsTheRootAndNamed(Probing probing) {
    try (var living = world(withPolicy("Deny", "bedrock:ApplyGuardrail"))) {
      var examination =
          InWorld.doctor().examine(under(living, ClientCall.INVOKE, DRAFT).probing(probing));

      assertThat(causes(examination)).containsExactly("iam-apply-guardrail-denied");
      var root = examination.root().orElseThrow();
      assertThat(root.evidence().toString())
          .contains("statement `OfTheOwner`", "resource-based policy", "guardrail abcdef123456");
      assertThat(root.cures().getFirst().title()).contains("the guardrail's own policy");
      assertThat(root.cures().getFirst().commands().getFirst())
          .startsWith("aws bedrock delete-resource-policy");
      if (probing != Probing.NONE) {
        assertThat(root.confidence()).isEqualTo(Confidence.CERTAIN);
      }
    }
  }

  @Test
  void itsOwnPolicyIsEnoughInItsOwnAccount() {
    try (var living = world(withPolicy("Allow", "s3:ListAllMyBuckets"))) {
      for (var probing : Probing.values()) {
        assertThat(
                causes(
                    InWorld.doctor()
                        .examine(under(living, ClientCall.INVOKE, DRAFT).probing(probing))))
            .isEmpty();
      }
    }
  }

  @Test
  void itsOwnPolicyThatMayNotBeReadIsNamed() {
    try (var living = world(withPolicy("Allow", "['iam:Get*', 'iam:List*']"))) {
      var request = under(living, ClientCall.INVOKE, DRAFT).probing(Probing.NONE);
      var asCaller =
          new ExaminationRequest(
                  request.client(),
                  request.model(),
                  request.region(),
                  "",
                  "",
                  Probing.NONE,
                  request.endpoint(),
                  request.timeout(),
                  request.clock())
              .within(request.scope());

      assertThat(InWorld.doctor().examine(asCaller).stages().toString())
          .contains("the guardrail's own policy was not read: may not call");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "abc:0", "abc:latest", "ABC", "arn:aws:iam::111122223333:user/a", "a b"})
  void whatIsNoGuardrailIsNone(String text) {
    assertThat(NamedGuardrail.parse(text)).isEmpty();
  }

  @Test
  void aGuardrailThatTheRequestNamesIsMissed() {
    var body =
        Json.object()
            .with(
                "guardrailConfig",
                Json.object()
                    .with("guardrailIdentifier", Json.of("abcdef123456"))
                    .with("guardrailVersion", Json.of("DRAFT")));
    try (var living = InWorld.create(folder.resolve("world"), "guardrail-not-found")) {
      var examination =
          InWorld.doctor()
              .examine(living.request().within(Scope.ALL.of(ClientCall.CONVERSE)).withBody(body));

      assertThat(causes(examination)).contains("guardrail-not-found");
      assertThat(causes(living.examine())).isEmpty();
    }
  }
}
