package io.outcrop.sandbox.service;

import io.outcrop.sandbox.access.Regions;
import io.outcrop.sandbox.call.Caller;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.realm.Office;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Visit;
import java.util.Map;
import java.util.Optional;

/// What every call passes before its operation looks at it: is the caller's account open, does it
/// use the region, may the caller come with an API key?
final class Entrance {
  private Entrance() {}

  static Optional<Reply.Fault> refusal(Visit visit) {
    return closed(visit).or(() -> switchedOff(visit)).or(() -> withoutLeaveForKeys(visit));
  }

  /// An account that was closed. That its keys are unknown from then on is unverified.
  private static Optional<Reply.Fault> closed(Visit visit) {
    var members = visit.realm().organization().office().members();
    return Optional.ofNullable(members.get(visit.account().id()))
        .flatMap(Office.Member::closed)
        .map(_ -> Faults.unknownKey(visit.call().service()));
  }

  private static Optional<Reply.Fault> switchedOff(Visit visit) {
    var service = visit.call().service();
    var region = Guard.requestedRegion(visit.realm(), visit.call());
    return Regions.SHIPPED.refusal(service, visit.account(), region, visit.now());
  }

  /// Source: Amazon Bedrock User Guide, "Permissions for API keys": besides the operation's own.
  private static Optional<Reply.Fault> withoutLeaveForKeys(Visit visit) {
    if (!(visit.call().caller() instanceof Caller.ApiKey(_, Caller.Term term))) {
      return Optional.empty();
    }
    var prefix = visit.call().service().equals("bedrock-mantle") ? "bedrock-mantle" : "bedrock";
    return visit.denied(
        new Guard.Wish(
            prefix + ":CallWithBearerToken",
            "*",
            Map.of(prefix + ":BearerTokenType", term.name())));
  }
}
