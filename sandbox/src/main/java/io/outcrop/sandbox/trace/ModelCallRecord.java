package io.outcrop.sandbox.trace;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// A line of the calls to models, read again.
///
/// @param at when the call came
/// @param account whose it was
/// @param region which region was called
/// @param modelId as metrics name it: the model's id or the profile's
/// @param outcome what became of it
/// @param numbers the line's further members
public record ModelCallRecord(
    Instant at, String account, String region, String modelId, Outcome outcome, Json.Obj numbers) {

  /// What became of a call, as metrics tell it apart.
  public enum Outcome {
    /// It succeeded.
    ANSWERED,
    /// The service refused it for something that the client did.
    CLIENT_ERROR,
    /// The service failed.
    SERVER_ERROR,
    /// It was throttled.
    THROTTLED,
    /// The layer in front of the service refused it: it never came to be an invocation.
    DENIED;

    /// As the line spells it.
    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Outcome of(Reply.Fault fault) {
      if (fault.fromFrontDoor()) {
        return DENIED;
      }
      return fault.code().equals("ThrottlingException")
          ? THROTTLED
          : fault.status() >= 500 ? SERVER_ERROR : CLIENT_ERROR;
    }

    private static Optional<Outcome> read(String word) {
      for (var outcome : values()) {
        if (outcome.word().equals(word)) {
          return Optional.of(outcome);
        }
      }
      return Optional.empty();
    }
  }

  /// A number of the line: `latencyMs`, `inputTokens`; nothing if the call was not admitted.
  public Optional<Long> number(String name) {
    return numbers.get(name).orElse(null) instanceof Json.Num(var value, _)
        ? Optional.of(value.longValue())
        : Optional.empty();
  }

  /// Whether a member of the line is `true`.
  public boolean flag(String name) {
    return numbers.get(name).filter(Json.of(true)::equals).isPresent();
  }

  static Optional<ModelCallRecord> read(Json.Obj line) {
    try {
      var at = Instant.parse(line.text("time").orElse(""));
      return Outcome.read(line.text("outcome").orElse(""))
          .map(outcome ->
              new ModelCallRecord(
                  at,
                  line.text("account").orElse(""),
                  line.text("region").orElse(""),
                  line.text("modelId").orElse(""),
                  outcome,
                  line));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
