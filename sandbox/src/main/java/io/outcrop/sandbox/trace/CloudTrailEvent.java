package io.outcrop.sandbox.trace;

import io.outcrop.aws.Arn;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.sandbox.call.Call;
import io.outcrop.sandbox.call.Caller;
import io.outcrop.sandbox.call.Reply;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A call in CloudTrail's own form. Source: AWS CloudTrail User Guide, "CloudTrail record
/// contents", and Amazon Bedrock User Guide, "Monitor Amazon Bedrock API calls using CloudTrail",
/// read 2026-11.
final class CloudTrailEvent {
  /// Never in any file, whatever operation says it; CloudTrail writes the same words in their
  /// place.
  private static final Set<String> SECRETS =
      Set.of(
          "SecretAccessKey",
          "SessionToken",
          "ServicePassword",
          "ServiceCredentialSecret",
          "Password",
          "OldPassword",
          "NewPassword",
          "WebIdentityToken",
          "SAMLAssertion",
          "TokenCode");

  private static final String HIDDEN = "HIDDEN_DUE_TO_SECURITY_REASONS";

  private final EventSources sources;

  CloudTrailEvent(EventSources sources) {
    this.sources = sources;
  }

  /// Whether it is a data event.
  boolean isData(Call call) {
    return sources.isData(call.service(), call.operation());
  }

  /// The event, as a line.
  String of(Trace trace) {
    return event(trace, "");
  }

  /// The event of another account whose role was assumed, as a line. Source: IAM User Guide,
  /// "Logging IAM and AWS STS API calls with AWS CloudTrail", cross-account AssumeRole; read
  /// 2026-11.
  Optional<String> shared(Trace trace) {
    var owner = sharer(trace);
    return owner.isEmpty() ? Optional.empty() : Optional.of(event(trace, owner));
  }

  /// The account that is told of the call, too; empty if none is.
  private static String sharer(Trace trace) {
    var role = assumed(trace.call());
    var isForeign = !role.isEmpty() && !accountOf(role).equals(trace.visitor().account().id());
    return isForeign && trace.outcome().fault().isEmpty() ? accountOf(role) : "";
  }

  /// The role that a call assumes; empty if it does not.
  private static String assumed(Call call) {
    return call.service().equals("sts") && call.operation().startsWith("AssumeRole")
        ? call.input().text("RoleArn").orElse("")
        : "";
  }

  private static String accountOf(String arn) {
    return Arn.parse(arn).map(Arn::account).orElse("");
  }

  private String event(Trace trace, String told) {
    var call = trace.call();
    var isData = isData(call);
    var isReadOnly = sources.isReadOnly(call.service(), call.operation());
    var isSilent = isReadOnly && !sources.isAnswered(call.service(), call.operation());
    var line = Line.begin().text("eventVersion", "1.11");
    if (told.isEmpty()) {
      EventIdentity.write(line, trace);
    } else {
      EventIdentity.writeForeign(line, trace.visitor());
    }
    line.text("eventTime", trace.at().truncatedTo(ChronoUnit.SECONDS).toString())
        .text("eventSource", sources.source(call.service()))
        .text("eventName", call.operation())
        .text("awsRegion", sources.home(call.service()).orElse(trace.region()))
        .text("sourceIPAddress", "127.0.0.1")
        .text("userAgent", call.headers().getOrDefault("user-agent", ""));
    trace.outcome().fault().ifPresent(fault -> error(line, call, fault));
    line.value("requestParameters", parameters(call))
        .value("responseElements", isSilent ? Json.ofNull() : elements(call, trace.outcome()));
    additional(line, trace);
    line.text("requestID", call.requestId())
        .text("eventID", eventId(told + call.requestId()))
        .flag("readOnly", isReadOnly);
    resources(line, call);
    line.text("eventType", "AwsApiCall")
        .flag("managementEvent", !isData)
        .text("recipientAccountId", told.isEmpty() ? trace.visitor().account().id() : told)
        .textIfAny(
            "sharedEventID", sharer(trace).isEmpty() ? "" : eventId("shared" + call.requestId()))
        .text("eventCategory", isData ? "Data" : "Management");
    line.object("tlsDetails")
        .text("tlsVersion", "TLSv1.3")
        .text("cipherSuite", "TLS_AES_128_GCM_SHA256")
        .text("clientProvidedHostHeader", sources.host(call.service(), trace.region()))
        .close();
    return line.end();
  }

  /// The same call has the same event id.
  private static String eventId(String call) {
    return UUID.nameUUIDFromBytes(call.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /// The role that is assumed.
  private static void resources(Line line, Call call) {
    var role = assumed(call);
    if (!role.isEmpty()) {
      line.value(
          "resources",
          Json.array(
              List.of(
                  Json.object()
                      .with("accountId", Json.of(accountOf(role)))
                      .with("type", Json.of("AWS::IAM::Role"))
                      .with("ARN", Json.of(role)))));
    }
  }

  /// IAM's denials have a name of their own in events, and query services' errors there the names
  /// of their exceptions; EC2 says who is to blame. Source: EC2 User Guide, "Log Amazon EC2 API
  /// calls using AWS CloudTrail", read 2026-11.
  private static void error(Line line, Call call, Reply.Fault fault) {
    var code =
        call.service().equals("ec2")
            ? "Client."
                + (code(fault).equals("AccessDenied") ? "UnauthorizedOperation" : fault.code())
            : code(fault);
    line.text("errorCode", code).text("errorMessage", fault.message());
  }

  /// The error code of an event.
  static String code(Reply.Fault fault) {
    if (fault.fromFrontDoor() && fault.code().startsWith("AccessDenied")) {
      return "AccessDenied";
    }
    return fault.code().endsWith("Exception") || fault.fromFrontDoor()
        ? fault.code()
        : fault.code() + "Exception";
  }

  /// Of a call to a model, never what was said.
  private static Json parameters(Call call) {
    if (call.service().startsWith("bedrock-runtime")) {
      return call.input()
          .text("modelId")
          .or(() -> modelInBody(call))
          .<Json>map(id -> Json.object().with("modelId", Json.of(id)))
          .orElse(Json.ofNull());
    }
    return call.input().members().isEmpty() ? Json.ofNull() : lower(call.input());
  }

  /// Anthropic's route names the model in the body.
  private static Optional<String> modelInBody(Call call) {
    return JsonReader.read(call.body()) instanceof JsonReading.Read(Json.Obj body)
        ? body.text("model")
        : Optional.empty();
  }

  /// IAM and STS say times there as `Jul 18, 2026 3:42:45 PM`, and STS no secret at all.
  private static Json elements(Call call, Trace.Outcome outcome) {
    if (!(outcome instanceof Trace.Outcome.Answered(Json.Obj output))
        || output.members().isEmpty()) {
      return Json.ofNull();
    }
    return switch (call.service()) {
      case "iam" -> EventTimes.said(lower(output));
      case "sts" -> EventTimes.said(lower(withoutKey(output)));
      default -> lower(output);
    };
  }

  private static Json.Obj withoutKey(Json.Obj output) {
    return output
        .object("Credentials")
        .map(keys -> output.with("Credentials", keys.without("SecretAccessKey")))
        .orElse(output);
  }

  private static void additional(Line line, Trace trace) {
    var elsewhere =
        trace.model() instanceof Trace.ForModel.Admitted(ModelUse use, _)
                && !use.inferenceRegion().equals(trace.region())
            ? use.inferenceRegion()
            : "";
    var isBearer = isBearer(trace.call());
    if (elsewhere.isEmpty() && !isBearer) {
      return;
    }
    var data = line.object("additionalEventData").textIfAny("inferenceRegion", elsewhere);
    if (isBearer) {
      data.flag("callWithBearerToken", true);
    }
    data.close();
  }

  private static boolean isBearer(Call call) {
    return !(call.caller() instanceof Caller.Signed)
        && !(call.caller() instanceof Caller.Anonymous);
  }

  /// Members as CloudTrail names them, without secrets.
  private static Json lower(Json value) {
    return switch (value) {
      case Json.Obj object -> {
        var members = new LinkedHashMap<String, Json>();
        object
            .members()
            .forEach((name, member) ->
                members.put(
                    lower(name), SECRETS.contains(name) ? Json.of(HIDDEN) : lower(member.value())));
        yield Json.object(members);
      }
      case Json.Arr(List<Json> elements, _) ->
          Json.array(elements.stream().map(CloudTrailEvent::lower).toList());
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> value;
    };
  }

  private static String lower(String name) {
    return name.isEmpty()
        ? name
        : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
