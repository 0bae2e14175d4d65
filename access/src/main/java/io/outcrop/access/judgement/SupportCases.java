package io.outcrop.access.judgement;

import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Observations;
import io.outcrop.access.examination.ExaminationRequest.Probing;
import io.outcrop.access.examination.Finding;
import io.outcrop.access.examination.Stage;
import io.outcrop.access.examination.SupportCase;
import io.outcrop.access.prediction.Gate;
import io.outcrop.access.prediction.Prediction;
import io.outcrop.access.prediction.QuotaPrediction;
import io.outcrop.cloud.call.Bedrock.Availability;
import io.outcrop.cloud.call.Sts.Identity;
import io.outcrop.models.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Writes to AWS Support where nobody else can settle it: everything that can be looked at is in
/// order and yet AWS refuses, or the cause is AWS's own to lift.
final class SupportCases {
  private static final Set<String> FAMILIES = Set.of("E", "K");
  private static final Set<String> OF_REQUEST =
      Set.of("SerializationException", "ValidationException", "invalid_request_error");

  private final Observations seen;
  private final Prediction prediction;
  private final List<Stage> stages;

  SupportCases(Observations seen, Prediction prediction, List<Stage> stages) {
    this.seen = seen;
    this.prediction = prediction;
    this.stages = stages;
  }

  /// The text to send, if there is something to send.
  List<SupportCase> of(List<Finding> findings, CallAnswer plain, CallAnswer streaming) {
    var refused =
        Stream.of(plain, streaming)
            .filter(CallAnswer.Refused.class::isInstance)
            .map(CallAnswer.Refused.class::cast)
            .toList();
    if (refused.isEmpty() || seen.identity().seen().isEmpty() || isOfOwnBody(refused.getFirst())) {
      return List.of();
    }
    var green = isGreen();
    var awsHasToAct =
        findings.stream()
            .limit(1)
            .map(Finding::cause)
            .anyMatch(cause ->
                cause.slug().equals(QuotaPrediction.SLUG)
                    || (cause.who().equals("aws") && FAMILIES.contains(cause.family())));
    var invisible =
        findings.stream().limit(1).anyMatch(root -> Gates.of(root.cause()) == Gate.IAM)
            && prediction.unknown().isEmpty();
    return awsHasToAct || (green && (findings.isEmpty() || invisible))
        ? List.of(new SupportCase(green, text(refused)))
        : List.of();
  }

  /// Whether the caller's own body was sent, and was what AWS could not read or take.
  private boolean isOfOwnBody(CallAnswer.Refused refused) {
    return seen.asked().probing() == Probing.PAID
        && !seen.asked().body().isEmpty()
        && OF_REQUEST.contains(refused.error().code());
  }

  private boolean isGreen() {
    return prediction.called().resolution() instanceof Resolution.Found
        && prediction.refusals().isEmpty()
        && prediction.unknown().isEmpty()
        && seen.permissions().seen().isPresent()
        && new Sharpening(seen).accountIsOpen();
  }

  private String text(List<CallAnswer.Refused> refused) {
    var error = refused.getFirst().error();
    var lines = new ArrayList<String>();
    lines.add("Subject: Amazon Bedrock refuses a call with " + error.code());
    lines.add("");
    lines.add("account      " + seen.identity().seen().map(Identity::account).orElse(""));
    lines.add("region       " + seen.asked().region().value());
    lines.add("model        " + seen.asked().model().value());
    lines.add("principal    " + seen.identity().seen().map(Identity::arn).orElse(""));
    lines.add("time         " + seen.asked().at());
    for (var one : refused) {
      lines.add("call         " + one.operation());
      lines.add("request id   " + orNone(one.error().requestId()));
      lines.add(
          "answer       %d %s: %s"
              .formatted(one.error().status(), one.error().code(), one.error().message()));
    }
    lines.add("");
    lines.add("What was checked before:");
    stages.stream()
        .filter(stage -> !stage.name().equals("calls"))
        .filter(stage -> stage.outcome() != Stage.Outcome.SKIPPED)
        .forEach(stage ->
            lines.add("- %s (%s): %s".formatted(stage.name(), stage.outcome().id(), stage.why())));
    agreementRequest().forEach(lines::add);
    lines.add("");
    lines.add("Which check of AWS refuses this call, and what has to change so that it passes?");
    return String.join("\n", lines);
  }

  private List<String> agreementRequest() {
    return seen.account().availability()
            instanceof Observation.Succeeded<Availability>(var _, var source)
        ? List.of("- GetFoundationModelAvailability was read as: " + source)
        : List.of();
  }

  private static String orNone(String text) {
    return text.isEmpty() ? "none came back" : text;
  }
}
