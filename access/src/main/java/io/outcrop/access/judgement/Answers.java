package io.outcrop.access.judgement;

import io.outcrop.access.evidence.Asked;
import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Observations;
import io.outcrop.access.examination.Evidence;
import io.outcrop.access.examination.ExaminationRequest.Probing;
import io.outcrop.aws.AwsError;
import io.outcrop.causes.Confidence;
import io.outcrop.causes.Explainer;
import io.outcrop.causes.ExplanationContext;
import io.outcrop.cloud.answer.Answer.Stage;
import java.util.List;
import java.util.Optional;

/// Reads what AWS answered.
final class Answers {
  private final Explainer explainer;
  private final BodyRefusals bodyRefusals = BodyRefusals.shipped();

  Answers(Explainer explainer) {
    this.explainer = explainer;
  }

  /// The answer to the plain call; where that was not made, AWS's refusal of the caller itself,
  /// unless it is known why the models' host could not be reached: no answer comes before that.
  CallAnswer plain(Observations seen) {
    var answer = of(seen.plain(), seen.asked());
    return answer instanceof CallAnswer.None && RoadLeads.toHost(seen).isEmpty()
        ? identity(seen, answer)
        : answer;
  }

  /// Why nothing was sent, where whoever should bring keys says it in words that are known.
  List<Lead> unsigned(Observations seen) {
    return seen.identity()
                instanceof
                Observation.Unreachable<?>(var operation, var stage, var _, var why, var _)
            && stage == Stage.CREDENTIALS
        ? explainer.explain(why, context(seen.asked())).diagnoses().stream()
            .filter(one -> one.confidence() != Confidence.POSSIBLE)
            .limit(1)
            .map(one ->
                new Lead(
                    one.cause().slug(),
                    one.confidence(),
                    why,
                    List.of(new Evidence("observed", why, operation)),
                    Optional.empty()))
            .toList()
        : List.of();
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
    return new CallAnswer.Refused(
        operation, error, explainer.explain(error.asPasted(api), context(asked)).diagnoses());
  }

  private static ExplanationContext context(Asked asked) {
    return new ExplanationContext(asked.region().value(), asked.model().value(), asked.at());
  }
}
