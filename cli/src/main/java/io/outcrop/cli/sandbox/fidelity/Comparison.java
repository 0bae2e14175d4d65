package io.outcrop.cli.sandbox.fidelity;

import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.call.RawReads;
import io.outcrop.json.Json;
import io.outcrop.sandbox.fidelity.Entry;
import io.outcrop.sandbox.fidelity.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// One call to AWS held against the sandbox.
///
/// @param read the call
/// @param outcome what AWS said: `answered`, or status, code and sentence
/// @param missing members that AWS has and the sandbox has not
/// @param extra members that the sandbox has and AWS has not
/// @param ledger what the ledger says of the sentence
/// @param problem why nothing could be compared; empty if it could
record Comparison(
    RawReads.Read read,
    String outcome,
    List<String> missing,
    List<String> extra,
    Optional<Entry> ledger,
    String problem) {
  static Comparison of(
      RawReads.Read read, Answer<String> aws, Answer<String> sandbox, Ledger ledger) {
    return switch (aws) {
      case Answer.Succeeded<String>(String text, var _) -> answered(read, text, sandbox);
      case Answer.Refused<String>(var _, var error, var _) ->
          new Comparison(
              read,
              "%d %s: %s".formatted(error.status(), error.code(), error.message()),
              List.of(),
              List.of(),
              ledger.sentence(error.message()),
              "");
      case Answer.Unreachable<String>(var _, var _, var _, String why) ->
          new Comparison(read, "nothing", List.of(), List.of(), Optional.empty(), why);
    };
  }

  private static Comparison answered(RawReads.Read read, String text, Answer<String> sandbox) {
    if (!(sandbox instanceof Answer.Succeeded<String>(String own, var _))) {
      return new Comparison(
          read, "answered", List.of(), List.of(), Optional.empty(), "the sandbox refuses the call");
    }
    var theirs = WireShape.of(text);
    var ours = WireShape.of(own);
    return new Comparison(
        read, "answered", without(theirs, ours), without(ours, theirs), Optional.empty(), "");
  }

  private static List<String> without(Set<String> some, Set<String> others) {
    var rest = new TreeSet<>(some);
    rest.removeAll(others);
    return new ArrayList<>(rest);
  }

  /// Whether AWS does what the sandbox does, as far as one call tells.
  boolean agrees() {
    return problem.isEmpty()
        && missing.isEmpty()
        && (outcome.equals("answered") || ledger.isPresent());
  }

  Json.Obj json() {
    return Json.object()
        .with("call", Json.of(read.words()))
        .with("outcome", Json.of(outcome))
        .with("agrees", Json.of(agrees()))
        .with("missing", Json.ofTexts(missing))
        .with("extra", Json.ofTexts(extra))
        .with(
            "ledger",
            ledger.<Json>map(entry -> Json.of(entry.status().word())).orElse(Json.ofNull()))
        .with("problem", Json.of(problem));
  }
}
