package io.outcrop.access.judgement;

import io.outcrop.access.evidence.Asked;
import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Observations;
import io.outcrop.access.examination.ExaminationRequest.Probing;
import io.outcrop.aws.AwsError;
import io.outcrop.causes.Explainer;
import io.outcrop.causes.ExplanationContext;

/// Reads what AWS answered.
final class Answers {
  private final Explainer explainer;
  private final BodyRefusals bodyRefusals = BodyRefusals.shipped();

  Answers(Explainer explainer) {
    this.explainer = explainer;
  }

  /// The answer to the plain call; where that was not made, AWS's refusal of the caller itself.
  CallAnswer plain(Observations seen) {
    var answer = of(seen.plain(), seen.asked());
    return answer instanceof CallAnswer.None ? identity(seen, answer) : answer;
  }

  /// The answer to the streaming call.
  CallAnswer streaming(Observations seen) {
    return of(seen.streaming(), seen.asked());
  }

  private CallAnswer identity(Observations seen, CallAnswer otherwise) {
    return switch (seen.identity()) {
      case Observation.Refused<?>(var operation, var error, var _) ->
          refused(operation, error, seen.asked());
      case Observation.NotPermitted<?>(var operation, var error) ->
          refused(operation, error, seen.asked());
      case Observation.Succeeded<?> _,
          Observation.Unreachable<?> _,
          Observation.Skipped<?> _,
          Observation.Crashed<?> _ ->
          otherwise;
    };
  }

  private CallAnswer of(Observation<String> call, Asked asked) {
    return switch (call) {
      case Observation.Succeeded<String> _ -> new CallAnswer.LetThrough();
      case Observation.Refused<String>(var operation, var error, var _) ->
          asked.probing() == Probing.FREE && bodyRefusals.matches(error)
              ? new CallAnswer.LetThrough()
              : refused(operation, error, asked);
      case Observation.NotPermitted<String>(var operation, var error) ->
          refused(operation, error, asked);
      case Observation.Unreachable<String> _,
          Observation.Skipped<String> _,
          Observation.Crashed<String> _ ->
          new CallAnswer.None(call);
    };
  }

  private CallAnswer refused(String operation, AwsError error, Asked asked) {
    var api = operation.substring(operation.indexOf(':') + 1);
    var context = new ExplanationContext(asked.region().value(), asked.model().value(), asked.at());
    return new CallAnswer.Refused(
        operation, error, explainer.explain(error.asPasted(api), context).diagnoses());
  }
}
