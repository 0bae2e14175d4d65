package io.outcrop.access.judgement;

import io.outcrop.access.evidence.AppliedQuota;
import io.outcrop.access.evidence.Asked;
import io.outcrop.access.evidence.KeyState;
import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Observations;
import io.outcrop.access.evidence.Observations.AccountSeen;
import io.outcrop.access.evidence.Permissions;
import io.outcrop.access.evidence.Reached;
import io.outcrop.access.evidence.Sources;
import io.outcrop.access.examination.ExaminationRequest.Probing;
import io.outcrop.access.examination.Scope;
import io.outcrop.aws.AwsError;
import io.outcrop.aws.Principal;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.call.Bedrock.Availability;
import io.outcrop.cloud.call.IamToolbox.Evaluation;
import io.outcrop.cloud.call.IamToolbox.Evaluations;
import io.outcrop.cloud.call.IamToolbox.Matched;
import io.outcrop.cloud.call.IamToolbox.Policy;
import io.outcrop.cloud.call.PolicyOwner;
import io.outcrop.cloud.call.Sts.Identity;
import io.outcrop.cloud.client.Setting;
import io.outcrop.cloud.credentials.SourceTried;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.request.PolicyLayers.Level;
import io.outcrop.iam.request.PolicyLayers.Organization;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.models.quota.Quota;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Observations written by hand: a healthy user `dev` in us-east-1, until something is said.
final class Scene {
  static final String ACCOUNT = "111122223333";
  static final String BODY =
      "Malformed input request: #: required key [max_tokens] not found, please reformat your input"
          + " and try again.";

  private String model = "us.anthropic.claude-3-5-sonnet-20241022-v2:0";
  private String origin = ".env";
  private String region = "us-east-1";
  private Instant at = Instant.parse("2025-10-03T06:00:00Z");
  private Probing probing = Probing.FREE;
  private Principal principal = principal("arn:aws:iam::" + ACCOUNT + ":user/dev");
  private PolicyOwner owner = new PolicyOwner(PolicyOwner.Kind.USER, "dev");
  private final List<NamedPolicy> identity = new ArrayList<>();
  private final List<Permissions.Held> inline = new ArrayList<>();
  private final List<NamedPolicy> scps = new ArrayList<>();
  private boolean policiesSeen = true;
  private boolean credentials = true;
  private List<String> profiles = List.of();
  private Sources.Key key = new Sources.Key("AKIAIOSFODNN7EXAMPLE", false);
  private Observation<KeyState> keyState = new Observation.Skipped<>("AWS accepts the key");
  private Availability availability =
      new Availability("AVAILABLE", "", "AUTHORIZED", "AVAILABLE", "AVAILABLE");
  private boolean form = true;
  private final List<AppliedQuota> quotas = new ArrayList<>();
  private Observation<String> retention = skipped();
  private Observation<String> optIn = skipped();
  private Observation<Reached> reached =
      new Observation.Succeeded<>(
          new Reached("bedrock-runtime.us-east-1.amazonaws.com", false, Duration.ZERO), "host");
  private Observation<String> plain = refused("InvokeModel", 400, "ValidationException", BODY);
  private Observation<String> streaming =
      refused("InvokeModelWithResponseStream", 400, "ValidationException", BODY);

  private Scope scope = Scope.ALL;
  private Observation<Evaluations> weighed = skipped();

  static Principal principal(String arn) {
    return Principal.parse(arn).orElseThrow();
  }

  private static Observation<String> refused(
      String operation, int status, String code, String message) {
    return new Observation.Refused<>(
        "bedrock-runtime:" + operation, new AwsError(status, code, message, "r-1"), message);
  }

  Scene model(String id) {
    model = id;
    return this;
  }

  Scene origin(String from) {
    origin = from;
    return this;
  }

  Scene region(String name) {
    region = name;
    return this;
  }

  Scene at(String instant) {
    at = Instant.parse(instant);
    return this;
  }

  /// A quota of the model that Service Quotas takes requests for, with AWS's default.
  Scene quota(Quota.Kind kind, long value, long standard) {
    quotas.add(
        new AppliedQuota(
            "L-8DBF1BF4",
            "Cross-region model inference " + kind.words(),
            kind,
            false,
            BigDecimal.valueOf(value),
            List.of(BigDecimal.valueOf(standard)),
            true));
    return this;
  }

  Scene retention(String mode) {
    retention = new Observation.Succeeded<>(mode, "bedrock:GetAccountDataRetention");
    return this;
  }

  Scene optIn(String status) {
    optIn = new Observation.Succeeded<>(status, "account:GetRegionOptStatus");
    return this;
  }

  Scene probing(Probing how) {
    probing = how;
    return this;
  }

  Scene role(String name) {
    principal = principal("arn:aws:sts::" + ACCOUNT + ":assumed-role/" + name + "/session");
    owner = new PolicyOwner(PolicyOwner.Kind.ROLE, name);
    return this;
  }

  Scene identityPolicy(String name, String document) {
    var json = json(document);
    identity.add(named(name, owner.toString(), json, PolicyKind.IDENTITY));
    inline.add(new Permissions.Held(owner, name, json));
    return this;
  }

  Scene scp(String name, String document) {
    scps.add(named(name, "ROOT r-1", json(document), PolicyKind.SCP));
    return this;
  }

  Scene policiesUnseen() {
    policiesSeen = false;
    return this;
  }

  Scene nobody(String... usableProfiles) {
    credentials = false;
    profiles = List.of(usableProfiles);
    return this;
  }

  Scene temporaryKeyWithoutToken() {
    key = new Sources.Key("ASIAIOSFODNN7EXAMPLE", false);
    return this;
  }

  Scene keyIs(String status) {
    keyState =
        new Observation.Succeeded<>(
            new KeyState(ACCOUNT, "dev", key.id(), status), "iam:ListAccessKeys");
    return this;
  }

  Scene agreement(String status) {
    availability = new Availability(status, "", "AUTHORIZED", "NOT_AVAILABLE", "AVAILABLE");
    return this;
  }

  Scene formMissing() {
    form = false;
    return this;
  }

  Scene unreachable() {
    reached =
        new Observation.Unreachable<>(
            "bedrock-runtime", Answer.Stage.RESOLVE, "host", "the name is not known");
    return this;
  }

  Scene plain(int status, String code, String message) {
    plain = refused("InvokeModel", status, code, message);
    return this;
  }

  Scene streaming(int status, String code, String message) {
    streaming = refused("InvokeModelWithResponseStream", status, code, message);
    return this;
  }

  Scene both(int status, String code, String message) {
    return plain(status, code, message)
        .streaming(
            status,
            code,
            message.replace("bedrock:InvokeModel ", "bedrock:InvokeModelWithResponseStream "));
  }

  /// Both calls bring an answer.
  Scene answered() {
    plain = new Observation.Succeeded<>("{}", "bedrock-runtime:InvokeModel");
    streaming = new Observation.Succeeded<>("{}", "bedrock-runtime:InvokeModelWithResponseStream");
    return this;
  }

  Scene only(String... stages) {
    scope = new Scope(List.of(stages), "", false);
    return this;
  }

  Scene weighedByScp(String resource) {
    weighed =
        new Observation.Succeeded<>(
            new Evaluations(
                List.of(
                    new Evaluation(
                        "bedrock:InvokeModel",
                        resource,
                        "EXPLICIT_DENY",
                        List.of(new Matched("p-example", List.of("NoClaude DENY"))))),
                List.of(
                    new Policy(
                        "p-example",
                        "SERVICE_CONTROL_POLICY",
                        List.of("arn:aws:organizations::111122223333:ou/o-example/ou-example")))),
            "iam-toolbox:GetRequestAuthorizationDetails");
    return this;
  }

  Observations seen() {
    var asked =
        new Asked(
                new Setting("BEDROCK_MODEL_ID", model, model.isEmpty() ? "" : origin),
                new Setting("AWS_REGION", region, region.isEmpty() ? "" : "environment"),
                "admin",
                "",
                at,
                probing,
                Path.of("work"))
            .within(scope);
    var sources =
        new Sources(
            List.of(
                new SourceTried(
                    "environment",
                    credentials ? SourceTried.Outcome.WINS : SourceTried.Outcome.EMPTY,
                    credentials ? "key" : "`AWS_ACCESS_KEY_ID` is not set")),
            credentials ? "environment" : "",
            credentials ? key : Sources.Key.UNKNOWN,
            "",
            profiles,
            Map.of("BEDROCK_MODEL_ID", "BEDROCK_MODEL_ID=" + model),
            List.of());
    var silent = !credentials || reached instanceof Observation.Unreachable || region.isEmpty();
    return silent ? silent(asked, sources) : spoken(asked, sources);
  }

  private Observations silent(Asked asked, Sources sources) {
    return new Observations(
        asked,
        sources,
        credentials ? reached : skipped(),
        skipped(),
        AccountSeen.skipped("nobody called"),
        skipped(),
        skipped(),
        skipped(),
        skipped(),
        weighed);
  }

  private Observations spoken(Asked asked, Sources sources) {
    var refused = keyState instanceof Observation.Succeeded;
    return new Observations(
        asked,
        sources,
        reached,
        refused
            ? new Observation.Refused<>(
                "sts:GetCallerIdentity",
                new AwsError(
                    403,
                    "InvalidClientTokenId",
                    "The security token included in the request is invalid.",
                    "r-2"),
                "")
            : new Observation.Succeeded<>(
                new Identity(ACCOUNT, principal.knownArn().orElseThrow().toString(), "AIDAEXAMPLE"),
                "sts:GetCallerIdentity"),
        new AccountSeen(
            skipped(),
            skipped(),
            new Observation.Succeeded<>(availability, "bedrock:GetFoundationModelAvailability"),
            new Observation.Succeeded<>(form, "bedrock:GetUseCaseForModelAccess"),
            retention,
            optIn,
            skipped(),
            quotas.isEmpty()
                ? skipped()
                : new Observation.Succeeded<>(
                    List.copyOf(quotas), "servicequotas:ListServiceQuotas"),
            skipped(),
            skipped()),
        policiesSeen ? new Observation.Succeeded<>(permissions(), "iam") : skipped(),
        keyState,
        isCalled() ? plain : skipped(),
        isCalled() ? streaming : skipped(),
        weighed);
  }

  private boolean isCalled() {
    return probing != Probing.NONE && scope.has("calls");
  }

  private static <T> Observation<T> skipped() {
    return new Observation.Skipped<>("nobody called");
  }

  private Permissions permissions() {
    var layers =
        new PolicyLayers(
            new Layer.Known(identity),
            new Layer.Absent(),
            new Layer.Absent(),
            scps.isEmpty()
                ? new Organization.None()
                : new Organization.Levels(List.of(new Level("ROOT r-1", scps))),
            new Organization.None(),
            new Layer.Absent(),
            new Layer.Absent());
    return new Permissions(
        principal,
        Map.of("aws:PrincipalAccount", ACCOUNT),
        List.of(owner),
        layers,
        inline,
        "profile admin");
  }

  private static NamedPolicy named(String name, String at, Json.Obj document, PolicyKind kind) {
    return switch (PolicyParser.parse(document, kind)) {
      case PolicyParsing.Parsed(var parsed) -> new NamedPolicy(name, "", at, parsed);
      case PolicyParsing.Rejected(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  static Json.Obj json(String text) {
    return switch (JsonReader.read(text)) {
      case JsonReading.Read(Json.Obj value) -> value;
      case JsonReading.Read(var other) -> throw new AssertionError(other.kind());
      case JsonReading.Malformed malformed -> throw new AssertionError(malformed.toString());
    };
  }
}
