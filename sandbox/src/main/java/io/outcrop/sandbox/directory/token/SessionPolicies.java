package io.outcrop.sandbox.directory.token;

import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Refusals;
import io.outcrop.sandbox.directory.document.DocumentReading;
import io.outcrop.sandbox.directory.document.PolicyDocuments;
import io.outcrop.sandbox.managed.AwsManagedPolicies;
import io.outcrop.sandbox.realm.Account;
import io.outcrop.sandbox.visit.Faults;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;

/// Session policies and tags that a call passes.
final class SessionPolicies {
  private static final int LONGEST = 2048;
  private static final int MOST_ARNS = 10;
  private static final int MOST_TAGS = 50;

  private final AwsManagedPolicies aws;

  SessionPolicies(AwsManagedPolicies aws) {
    this.aws = aws;
  }

  /// What came of reading them.
  sealed interface Reading {
    /// They can be used.
    ///
    /// @param inline at most one document
    /// @param packed how much of what a session may carry they use, in percent; none if nothing was
    ///   passed
    record Read(List<Json.Obj> inline, List<String> arns, Optional<Integer> packed)
        implements Reading {}

    /// They cannot.
    record Refused(Reply.Fault fault) implements Reading {}
  }

  /// Reads those of `input` for a session in `account`.
  Reading read(SessionInput input, Account account) {
    var text = input.text("Policy");
    var wrong = tooMuch(input, text).or(() -> missing(input.policyArns(), account));
    if (wrong.isPresent()) {
      return new Reading.Refused(wrong.get());
    }
    if (text.isEmpty()) {
      return packed(List.of(), input);
    }
    return switch (PolicyDocuments.identity(text)) {
      case DocumentReading.Refused(String sentence) ->
          new Reading.Refused(Refusals.malformed(sentence));
      case DocumentReading.Accepted(Json.Obj document) -> packed(List.of(document), input);
    };
  }

  private static Optional<Reply.Fault> tooMuch(SessionInput input, String text) {
    if (text.length() > LONGEST) {
      return Optional.of(
          Refusals.constraint("policy", text, "have length less than or equal to " + LONGEST));
    }
    if (input.policyArns().size() > MOST_ARNS) {
      return Optional.of(
          Refusals.constraint(
              "policyArns",
              input.policyArns().toString(),
              "have length less than or equal to " + MOST_ARNS));
    }
    return input.tags().size() > MOST_TAGS
        ? Optional.of(
            Refusals.constraint(
                "tags", input.tags().toString(), "have length less than or equal to " + MOST_TAGS))
        : Optional.empty();
  }

  private Optional<Reply.Fault> missing(List<String> arns, Account account) {
    return arns.stream()
        .filter(arn -> !account.policies().containsKey(arn) && aws.find(arn).isEmpty())
        .findFirst()
        .map(arn ->
            Refusals.malformed(
                "The policy with ARN " + arn + " does not exist or is not attachable."));
  }

  /// STS packs what is passed by a format of its own; here it is deflated.
  private static Reading packed(List<Json.Obj> inline, SessionInput input) {
    if (inline.isEmpty() && input.policyArns().isEmpty() && input.tags().isEmpty()) {
      return new Reading.Read(inline, input.policyArns(), Optional.empty());
    }
    var all = new StringBuilder();
    inline.forEach(document -> all.append(JsonWriter.compact(document)));
    input.policyArns().forEach(all::append);
    for (Map.Entry<String, String> tag : input.tags().entrySet()) {
      all.append(tag.getKey()).append('=').append(tag.getValue());
    }
    var percent = Math.max(1, deflated(all.toString()) * 100 / LONGEST);
    return percent > 100
        ? new Reading.Refused(
            Faults.said(
                400,
                "PackedPolicyTooLarge",
                "Packed size of session tags consumes " + percent + "% of allotted space."))
        : new Reading.Read(inline, input.policyArns(), Optional.of(percent));
  }

  private static int deflated(String text) {
    var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
      deflater.finish();
      var buffer = new byte[1024];
      var size = 0;
      while (!deflater.finished()) {
        size += deflater.deflate(buffer);
      }
      return size;
    } finally {
      deflater.end();
    }
  }
}
