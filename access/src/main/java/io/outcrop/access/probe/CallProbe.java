package io.outcrop.access.probe;

import static io.outcrop.access.evidence.Observations.ANSWERED;
import static io.outcrop.access.evidence.Observations.EMPTY_STREAM;

import io.outcrop.access.body.ProbeBody;
import io.outcrop.access.evidence.Asked;
import io.outcrop.access.evidence.Observation;
import io.outcrop.access.examination.ExaminationRequest.Probing;
import io.outcrop.cloud.AwsAccount;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.call.Door;
import io.outcrop.cloud.call.Doors;
import io.outcrop.json.JsonWriter;
import io.outcrop.models.catalogue.Model;
import io.outcrop.models.catalogue.Model.RequestStyle;
import java.time.Duration;
import java.util.Optional;

/// Calls what the user's client calls, over the very route that is examined.
final class CallProbe {
  /// The shortest time that a usual caller has: what AWS refuses is refused long before. Source:
  /// AWS Lambda Developer Guide, "Configure Lambda function timeout", read 2026-11.
  private static final Duration FOR_REFUSAL = Duration.ofSeconds(3);

  /// How long boto3 waits for an answer. Source: botocore documentation, "Config Reference",
  /// `read_timeout`, read 2026-11.
  private static final Duration FOR_ANSWER = Duration.ofSeconds(60);

  private final AwsAccount account;
  private final String modelId;
  private final ProbeBody body;
  private final String guardrail;

  private CallProbe(AwsAccount account, String modelId, ProbeBody body, String guardrail) {
    this.account = account;
    this.modelId = modelId;
    this.body = body;
    this.guardrail = guardrail;
  }

  /// The calls that `asked` wants.
  ///
  /// @param account as whom
  /// @param model the model that is meant, if it is known
  static CallProbe of(AwsAccount account, Asked asked, Optional<Model> model) {
    var call = asked.scope().call();
    var id = asked.model().value();
    var style = model.map(Model::requestStyle).orElse(RequestStyle.MESSAGES);
    var own = asked.body().stream().findFirst();
    var body =
        asked.probing() == Probing.FREE
            ? own.map(ProbeBody.free(call, id, style)::guardedAs)
                .orElseGet(() -> ProbeBody.free(call, id, style))
            : own.map(one -> ProbeBody.own(call, id, one))
                .orElseGet(() -> ProbeBody.shortest(call, id, style));
    var named = asked.scope().guardrail().stream().findFirst();
    return new CallProbe(
        account,
        id,
        named.map(body::under).orElse(body),
        named.map(one -> one.id() + ":" + one.version()).orElse(""));
  }

  /// Within what time the calls that `asked` wants are answered, where nothing is wrong: a body of
  /// the caller's own may ask for a long text.
  static Duration usual(Asked asked) {
    return asked.probing() == Probing.PAID && !asked.body().isEmpty() ? FOR_ANSWER : FOR_REFUSAL;
  }

  /// The call without a stream.
  Observation<String> plain() {
    return switch (body.call()) {
      case INVOKE -> through(Door.INVOKE, false);
      case CONVERSE -> through(Door.CONVERSE, false);
      case MESSAGES -> through(Door.MESSAGES, false);
      case MANTLE -> through(Door.MANTLE, false);
      case COUNT_TOKENS -> answered(account.doors().countTokens(modelId, text(false)));
      case GET_INFERENCE_PROFILE -> answered(account.bedrock().getInferenceProfile(modelId));
      case LIST_MODELS -> answered(account.bedrock().listFoundationModels());
    };
  }

  /// The streaming call; skipped where there is none.
  Observation<String> streaming() {
    return switch (body.call()) {
      case INVOKE -> through(Door.INVOKE, true);
      case CONVERSE -> through(Door.CONVERSE, true);
      case MESSAGES -> through(Door.MESSAGES, true);
      case MANTLE -> through(Door.MANTLE, true);
      case COUNT_TOKENS, GET_INFERENCE_PROFILE, LIST_MODELS ->
          new Observation.Skipped<>(operation(false) + " has no stream");
    };
  }

  private Observation<String> through(Door door, boolean streams) {
    var asking = new Doors.Asking(door, modelId, text(streams), streams, guardrail);
    return Observation.ofModelCall(
        operation(streams),
        account.doors().call(asking).map(size -> streams && size == 0 ? EMPTY_STREAM : ANSWERED));
  }

  private Observation<String> answered(Answer<?> answer) {
    return Observation.ofModelCall(operation(false), answer.map(_ -> ANSWERED));
  }

  private String operation(boolean streams) {
    var call = body.call();
    return call.host() + ":" + call.operations().get(streams ? 1 : 0);
  }

  private String text(boolean streams) {
    return JsonWriter.compact(body.of(streams));
  }
}
