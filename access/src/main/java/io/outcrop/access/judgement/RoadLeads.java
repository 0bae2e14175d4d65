package io.outcrop.access.judgement;

import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Observations;
import io.outcrop.access.examination.Evidence;
import io.outcrop.causes.Confidence;
import io.outcrop.cloud.reach.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What on the way to AWS, or back, keeps an answer from the caller.
final class RoadLeads {
  private RoadLeads() {}

  /// What stopped the connection to the models' host; nothing if none was stopped, or if all that
  /// is known is that no answer came in time.
  static List<Lead> toHost(Observations seen) {
    return seen.reached()
            instanceof Observation.Unreachable<?>(var _, var _, var _, var why, var fault)
        ? fault.stream()
            .map(one -> slug(one, why))
            .filter(slug -> !slug.isEmpty())
            .map(slug -> lead(slug, Confidence.CERTAIN, seen.reached()))
            .toList()
        : List.of();
  }

  private static String slug(Fault fault, String why) {
    return switch (fault) {
      case NAME_UNKNOWN -> "dns-failure";
      case REFUSED -> isWithoutRoute(why) ? "vpc-no-route-to-endpoint" : "endpoint-unreachable";
      case CONNECT_LATE -> "vpc-no-route-to-endpoint";
      case PROXY_UNREACHABLE -> "proxy-unreachable";
      case PROXY_REFUSES, PROXY_WANTS_PASSWORD -> "proxy-refuses-connect";
      case UNTRUSTED, WRONG_NAME, OUT_OF_TIME -> "tls-interception";
      case TLS_BROKEN -> "tls-handshake-failed";
      case CLOSED -> "connection-closed";
      case RESET -> "connection-reset";
      case NO_NETWORK, NOT_AWS, NOT_HTTP, ANSWER_LATE -> "";
    };
  }

  private static boolean isWithoutRoute(String why) {
    var words = why.toLowerCase(Locale.ROOT);
    return words.contains("unreachable") || words.contains("no route");
  }

  /// What happened to calls to the model that got no answer, although AWS answered everything else;
  /// and to a stream that ended without an event.
  static List<Lead> ofCalls(Observations seen) {
    if (seen.reached().seen().isEmpty() || seen.identity().seen().isEmpty()) {
      return List.of();
    }
    return Stream.of(
            unanswered(seen.plain()), unanswered(seen.streaming()), empty(seen.streaming()))
        .flatMap(Optional::stream)
        .limit(1)
        .toList();
  }

  private static Optional<Lead> unanswered(Observation<String> call) {
    if (!(call
        instanceof Observation.Unreachable<String>(var _, var stage, var _, var why, var fault))) {
      return Optional.empty();
    }
    var slug =
        switch (stage) {
          case ANSWER ->
              why.toLowerCase(Locale.ROOT).contains("reset")
                  ? "connection-reset"
                  : "connection-closed";
          case DEADLINE -> fault.contains(Fault.ANSWER_LATE) ? "client-read-timeout" : "";
          case CREDENTIALS, OTHER_SERVICES, RESOLVE, CONNECT, TLS, PROXY, NOT_AWS -> "";
        };
    return slug.isEmpty() ? Optional.empty() : Optional.of(lead(slug, Confidence.LIKELY, call));
  }

  private static Optional<Lead> empty(Observation<String> streaming) {
    return streaming.seen().filter(Observations.EMPTY_STREAM::equals).isPresent()
        ? Optional.of(lead("stream-ended-no-events", Confidence.CERTAIN, streaming))
        : Optional.empty();
  }

  private static String source(Observation<?> observation) {
    return observation instanceof Observation.Unreachable<?>(var operation, _, _, _, _)
        ? operation
        : observation.words();
  }

  private static Lead lead(String slug, Confidence confidence, Observation<?> observation) {
    var words =
        observation instanceof Observation.Succeeded<?>
            ? "the stream ended without an event"
            : observation.words();
    return new Lead(
        slug,
        confidence,
        words,
        List.of(new Evidence("observed", words, source(observation))),
        Optional.empty());
  }
}
