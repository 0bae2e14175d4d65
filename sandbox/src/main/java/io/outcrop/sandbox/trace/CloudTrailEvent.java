package io.outcrop.sandbox.trace;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Call;
import io.outcrop.sandbox.call.Caller;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Visitor;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
    var call = trace.call();
    var isData = isData(call);
    var isReadOnly = sources.isReadOnly(call.service(), call.operation());
    var line = Line.begin().text("eventVersion", "1.11");
    identity(line, trace);
    line.text("eventTime", trace.at().truncatedTo(ChronoUnit.SECONDS).toString())
        .text("eventSource", sources.source(call.service()))
        .text("eventName", call.operation())
        .text("awsRegion", sources.home(call.service()).orElse(trace.region()))
        .text("sourceIPAddress", "127.0.0.1")
        .text("userAgent", call.headers().getOrDefault("user-agent", ""));
    trace.outcome().fault().ifPresent(fault -> error(line, call, fault));
    line.value("requestParameters", parameters(call))
        .value("responseElements", isReadOnly ? Json.ofNull() : elements(trace.outcome()));
    additional(line, trace);
    line.text("requestID", call.requestId())
        .text("eventID", eventId(call))
        .flag("readOnly", isReadOnly)
        .text("eventType", "AwsApiCall")
        .flag("managementEvent", !isData)
        .text("recipientAccountId", trace.visitor().account().id())
        .text("eventCategory", isData ? "Data" : "Management");
    line.object("tlsDetails")
        .text("tlsVersion", "TLSv1.3")
        .text("cipherSuite", "TLS_AES_128_GCM_SHA256")
        .text("clientProvidedHostHeader", sources.host(call.service(), trace.region()))
        .close();
    return line.end();
  }

  /// The same call has the same event id.
  private static String eventId(Call call) {
    return UUID.nameUUIDFromBytes(call.requestId().getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static void identity(Line line, Trace trace) {
    var visitor = trace.visitor();
    var identity = line.object("userIdentity");
    var isSession = !visitor.session().isEmpty();
    identity
        .text("type", isSession ? "AssumedRole" : "IAMUser")
        .text("principalId", visitor.userId())
        .text("arn", visitor.arn())
        .text("accountId", visitor.account().id())
        .textIfAny("accessKeyId", keyId(trace.call().caller()));
    if (isSession) {
      session(identity, visitor);
    } else {
      identity.text("userName", visitor.identity().label().name());
    }
    identity.close();
  }

  private static String keyId(Caller caller) {
    return caller instanceof Caller.Signed(String id) ? id : "";
  }

  private static void session(Line identity, Visitor visitor) {
    var label = visitor.identity().label();
    var context = identity.object("sessionContext");
    context
        .object("sessionIssuer")
        .text("type", "Role")
        .text("principalId", label.id())
        .text("arn", visitor.account().arnOf(visitor.identity()))
        .text("accountId", visitor.account().id())
        .text("userName", label.name())
        .close();
    context.object("attributes").text("mfaAuthenticated", "false").close();
    context.close();
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
    if (call.service().equals("bedrock-runtime")) {
      return call.input()
          .text("modelId")
          .<Json>map(id -> Json.object().with("modelId", Json.of(id)))
          .orElse(Json.ofNull());
    }
    return call.input().members().isEmpty() ? Json.ofNull() : lower(call.input());
  }

  private static Json elements(Trace.Outcome outcome) {
    return outcome instanceof Trace.Outcome.Answered(Json.Obj output) && !output.members().isEmpty()
        ? lower(output)
        : Json.ofNull();
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
