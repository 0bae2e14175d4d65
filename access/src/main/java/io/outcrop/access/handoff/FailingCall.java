package io.outcrop.access.handoff;

import io.outcrop.access.body.ProbeBody;
import io.outcrop.access.evidence.Asked;
import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Observations;
import io.outcrop.access.examination.Evidence;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.ExaminationRequest.Probing;
import io.outcrop.aws.AwsError;
import io.outcrop.json.Json;
import io.outcrop.models.catalogue.Model.RequestStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The call that is about, and what came of it.
///
/// @param operation `bedrock-runtime:InvokeModel`
/// @param modelId the model id that is called
/// @param region the region that is called
/// @param guardrail `ID:VERSION` of the guardrail that goes with it; empty for none
/// @param body the body as it may be printed: long texts are shortened, secrets taken out
/// @param bodyFrom whose body it is, in words
/// @param site where it is made; none if nobody said
/// @param answer what AWS answered, or why nothing was sent
public record FailingCall(
    String operation,
    String modelId,
    String region,
    String guardrail,
    Json.Obj body,
    String bodyFrom,
    List<CallSite> site,
    Answer answer) {
  public FailingCall {
    site = List.copyOf(site);
  }

  /// What came of it.
  public sealed interface Answer {
    /// AWS refused it.
    ///
    /// @param asPasted the error as AWS's command line prints it
    record Refused(AwsError error, String asPasted) implements Answer {}

    /// It was not sent, was let through, or nobody answered.
    record Other(String words) implements Answer {}
  }

  private record Call(String operation, Observation<String> observation) {}

  static FailingCall of(Material material, Handoff.Extras extras) {
    var seen = material.seen();
    var examination = material.examination();
    var asked = seen.asked().scope().call();
    var plain = new Call(asked.operations().getFirst(), seen.plain());
    var streaming = new Call(asked.operations().getLast(), seen.streaming());
    var call =
        Stream.of(plain, streaming)
            .filter(one -> isObservedIn(examination, one))
            .findFirst()
            .orElse(plain);
    var own = extras.body();
    var sent = sent(seen, material.style());
    return new FailingCall(
        asked.host() + ":" + call.operation,
        seen.asked().model().value(),
        seen.asked().region().value(),
        seen.asked().guardrail().map(Object::toString).orElse(""),
        own.isEmpty() ? sent : ShownBody.of(own.getFirst()),
        own.isEmpty() ? words(seen.asked(), sent) : "the caller's own, from " + extras.bodyFile(),
        extras.site(),
        answer(call));
  }

  private static Json.Obj sent(Observations seen, RequestStyle style) {
    var asked = seen.asked();
    var call = asked.scope().call();
    var body =
        asked.probing() == Probing.PAID
            ? ProbeBody.shortest(call, asked.model().value(), style)
            : ProbeBody.free(call, asked.model().value(), style);
    return asked.probing() == Probing.NONE
        ? Json.object()
        : asked.guardrail().map(body::under).orElse(body).of(false);
  }

  private static String words(Asked asked, Json.Obj sent) {
    if (asked.probing() == Probing.NONE) {
      return "none was sent";
    }
    return switch (asked.scope().call()) {
      case GET_INFERENCE_PROFILE, LIST_MODELS -> "none: the call has none";
      case COUNT_TOKENS -> "one short message, whose tokens are counted";
      case INVOKE, CONVERSE, MESSAGES, MANTLE ->
          asked.probing() == Probing.PAID
              ? "one short message, answered with one token"
              : "%s, which AWS refuses once it has authorised the call"
                  .formatted(
                      sent.members().isEmpty()
                          ? "an empty one"
                          : "one of nothing but `%s`"
                              .formatted(String.join("`, `", sent.members().keySet())));
    };
  }

  private static Answer answer(Call call) {
    return error(call.observation)
        .<Answer>map(error -> new Answer.Refused(error, error.asPasted(call.operation)))
        .orElseGet(() -> new Answer.Other(call.observation.words()));
  }

  private static boolean isObservedIn(Examination examination, Call call) {
    return error(call.observation).stream()
        .anyMatch(error ->
            examination.findings().stream()
                .flatMap(finding -> finding.evidence().stream())
                .filter(evidence -> evidence.kind().equals("observed"))
                .map(Evidence::text)
                .anyMatch(text -> !error.message().isEmpty() && text.contains(error.message())));
  }

  private static Optional<AwsError> error(Observation<String> observation) {
    return switch (observation) {
      case Observation.Refused<String>(var _, AwsError error, var _) -> Optional.of(error);
      case Observation.NotPermitted<String>(var _, AwsError error) -> Optional.of(error);
      case Observation.Succeeded<String> _,
          Observation.Unreachable<String> _,
          Observation.Skipped<String> _,
          Observation.Crashed<String> _ ->
          Optional.empty();
    };
  }
}
