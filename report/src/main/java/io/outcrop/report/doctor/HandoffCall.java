package io.outcrop.report.doctor;

import io.outcrop.access.handoff.CallSite;
import io.outcrop.access.handoff.Caller;
import io.outcrop.access.handoff.FailingCall;
import io.outcrop.json.JsonWriter;
import io.outcrop.report.document.Block;
import java.util.ArrayList;
import java.util.List;

/// Who calls, and what, as parts of a page.
final class HandoffCall {
  private HandoffCall() {}

  static List<Block> caller(Caller caller) {
    var facts = new ArrayList<Block.Fact>();
    facts.add(new Block.Fact("principal", caller.kind().isEmpty() ? "not known" : caller.kind()));
    fact("name", caller.name(), true, facts);
    fact("ARN", caller.arn(), true, facts);
    fact("account", caller.accountIsKnown() ? caller.account() : "", true, facts);
    fact("user id", caller.userId(), true, facts);
    fact("told by", caller.toldBy(), false, facts);
    var keys = caller.credentials();
    facts.add(
        new Block.Fact("credentials", keys.source().isEmpty() ? "none" : "from " + keys.source()));
    if (!keys.keyId().isEmpty()) {
      facts.add(new Block.Fact("key id", "`" + keys.keyId() + "`"));
      facts.add(new Block.Fact("secret", "set"));
      facts.add(new Block.Fact("session token", keys.sessionToken() ? "set" : "none"));
    } else if (keys.source().isEmpty()) {
      facts.add(new Block.Fact("secret", "not set"));
    }
    fact(
        "region",
        keys.region().isEmpty() || keys.regionFrom().isEmpty()
            ? keys.region()
            : keys.region() + " (from " + keys.regionFrom() + ")",
        false,
        facts);
    return List.of(new Block.Facts(facts));
  }

  static List<Block> call(FailingCall call) {
    var blocks = new ArrayList<Block>();
    call.site().forEach(site -> blocks.addAll(site(site)));
    var facts = new ArrayList<Block.Fact>();
    fact("API call", call.operation(), true, facts);
    fact("modelId", call.modelId(), true, facts);
    fact("region", call.region(), false, facts);
    fact("guardrail", call.guardrail(), true, facts);
    fact("contentType", "application/json", false, facts);
    fact("body", call.bodyFrom(), false, facts);
    blocks.add(new Block.Facts(facts));
    blocks.add(new Block.Code("json", JsonWriter.pretty(call.body())));
    switch (call.answer()) {
      case FailingCall.Answer.Refused(var error, var pasted) -> {
        blocks.add(
            new Block.Prose(
                "AWS answered %s `%s`%s:"
                    .formatted(
                        error.status() == 0 ? "" : Integer.toString(error.status()),
                        error.code(),
                        error.requestId().isEmpty()
                            ? ""
                            : ", request `" + error.requestId() + "`")));
        blocks.add(new Block.Quote(pasted));
      }
      case FailingCall.Answer.Other(var words) ->
          blocks.add(new Block.Prose("It was: " + words + "."));
    }
    return blocks;
  }

  private static List<Block> site(CallSite site) {
    var blocks = new ArrayList<Block>();
    blocks.add(
        new Block.Prose(
            "The call is made in `%s`, line %d (from %s):"
                .formatted(site.file(), site.line(), site.from())));
    if (!site.excerpt().isEmpty()) {
      blocks.add(new Block.Code("text", String.join("\n", site.numbered())));
    }
    return blocks;
  }

  private static void fact(String name, String value, boolean code, List<Block.Fact> facts) {
    if (!value.isEmpty()) {
      facts.add(new Block.Fact(name, code ? "`" + value + "`" : value));
    }
  }
}
