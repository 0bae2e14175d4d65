package io.outcrop.access.probe;

import io.outcrop.access.evidence.Asked;
import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Reached;
import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.aws.Endpoints;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.reach.Reach;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// Looks how far a connection to the runtime's endpoint gets.
final class EndpointProbe {
  /// Addresses that lead nowhere outside a private network. Source: RFC 1918, RFC 4193.
  private static final Pattern PRIVATE =
      Pattern.compile("(10\\.|192\\.168\\.|172\\.(1[6-9]|2\\d|3[01])\\.|[fF][cdCD]).*");

  private EndpointProbe() {}

  /// What is known to be in the way without asking AWS: what a world says of its client's network.
  static Optional<Observation<Reached>> stop(
      ExaminationRequest request, Asked asked, Duration patience) {
    return request.client().sandboxed()
        ? new WorldRoad(request, patience).stop(asked.region().value())
        : Optional.empty();
  }

  static Observation<Reached> look(ExaminationRequest request, Asked asked, Duration patience) {
    var address =
        URI.create(
            asked.endpoint().isEmpty()
                ? "https://" + Endpoints.host("bedrock-runtime", asked.region().value())
                : asked.endpoint());
    var reached =
        Reach.probe(address, request.client(), request.profile(), patience, request.clock());
    var failure = reached.failure();
    if (failure.isPresent()) {
      return new Observation.Unreachable<>(
          "bedrock-runtime",
          failure.get().stage(),
          reached.host(),
          failure.get().why(),
          Optional.ofNullable(failure.get().fault()).stream().toList());
    }
    var isPrivate =
        reached.steps().stream()
            .anyMatch(step ->
                step.stage() == Answer.Stage.RESOLVE && PRIVATE.matcher(step.why()).matches());
    return new Observation.Succeeded<>(
        new Reached(reached.host(), isPrivate, ahead(request, reached)), reached.host());
  }

  /// In a world the examination's clock is the world's, which the host's is not compared with: what
  /// counts there is how far the world says that the client's clock is off.
  private static Duration ahead(
      ExaminationRequest request, io.outcrop.cloud.reach.Reached reached) {
    return request.client().sandboxed()
        ? request.client().clockOffset()
        : reached.skew().orElse(Duration.ZERO);
  }
}
