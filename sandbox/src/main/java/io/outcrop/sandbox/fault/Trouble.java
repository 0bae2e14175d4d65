package io.outcrop.sandbox.fault;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.realm.Fault;
import io.outcrop.sandbox.realm.Severance;
import io.outcrop.sandbox.standin.Pause;
import java.util.List;
import java.util.Optional;

/// What happens to one call besides its answer: before it, within it, and to how it is sent.
///
/// @param faults what was drawn for the call, in the world's order
/// @param pause how its caller waits
public record Trouble(List<Fault> faults, Pause pause) {
  public Trouble {
    faults = List.copyOf(faults);
  }

  /// Makes the caller wait; what is answered in place of an answer, if anything.
  public Optional<Reply> before() {
    for (var fault : faults) {
      switch (fault.kind()) {
        case LATENCY -> pause.await(fault.course().delay());
        case DROP -> {
          return Optional.of(new Reply.Severed(List.of(), fault.course().manner()));
        }
        default -> {}
      }
    }
    return Thread.currentThread().isInterrupted()
        ? Optional.of(new Reply.Severed(List.of(), Severance.CLOSE))
        : Optional.empty();
  }

  /// The answer with the silences and exceptions that come within it.
  public Reply within(Reply answer) {
    var reply = answer;
    for (var fault : faults) {
      if (isWithin(fault.kind()) && reply instanceof Reply.Events(var stream, var headers)) {
        reply = new Reply.Events(new TroubledStream(stream, fault, pause), headers);
      }
    }
    return reply;
  }

  private static boolean isWithin(Fault.Kind kind) {
    return switch (kind) {
      case SLOW_FIRST_BYTE, SILENCE, EXCEPTION -> true;
      default -> false;
    };
  }

  /// The answer as it is sent: a stream may be cut.
  public Reply severed(Reply answer) {
    if (!(answer instanceof Reply.Events(var stream, var headers))) {
      return answer;
    }
    return faults.stream()
        .filter(fault -> fault.kind() == Fault.Kind.CUT)
        .findFirst()
        .<Reply>map(fault -> {
          var course = fault.course();
          var begun = new Reply.Events(new CutStream(stream, course.after()), headers);
          return new Reply.Severed(List.of(begun), course.manner());
        })
        .orElse(answer);
  }
}
