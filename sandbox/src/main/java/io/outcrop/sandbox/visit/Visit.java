package io.outcrop.sandbox.visit;

import io.outcrop.iam.decision.Decision;
import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Call;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.DenialSentence;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.guard.Visitor;
import io.outcrop.sandbox.live.LiveWorld;
import io.outcrop.sandbox.realm.Account;
import io.outcrop.sandbox.realm.Realm;
import io.outcrop.sandbox.trace.LastUse;
import io.outcrop.sandbox.trace.Notes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A call that is being answered: by whom, in which world, when.
///
/// @param call the call
/// @param visitor who makes it
/// @param world where changes go
/// @param realm the world as it was when the call came
/// @param now the world's time
/// @param guard who decides
/// @param notes what the operation has to say about the call, for its traces
public record Visit(
    Call call,
    Visitor visitor,
    LiveWorld world,
    Realm realm,
    Instant now,
    Guard guard,
    Notes notes) {

  /// The same visit in the world as it is now.
  public Visit with(Realm changed) {
    return new Visit(
        call,
        changed.account(account().id()).map(visitor::of).orElse(visitor),
        world,
        changed,
        now,
        guard,
        notes);
  }

  /// The same visit under another guard.
  public Visit with(Guard other) {
    return new Visit(call, visitor, world, realm, now, other, notes);
  }

  /// A member of the input, if it is there, is a string and not empty.
  public Optional<String> text(String name) {
    return call.input().text(name).filter(text -> !text.isEmpty());
  }

  /// A member of the input as AWS's documentation requires it; empty text if it is missing.
  public String required(String name) {
    return text(name).orElse("");
  }

  /// A member that may come as a boolean or, in a form, as text.
  public boolean flag(String name) {
    return call.input()
        .get(name)
        .map(value -> value.equals(Json.of(true)) || value.equals(Json.of("true")))
        .orElse(false);
  }

  /// The caller's account as it was when the call came.
  public Account account() {
    return visitor.account();
  }

  /// The region that is called.
  public String region() {
    return Guard.region(realm, call);
  }

  /// The refusal of `wish`, unless every layer lets it pass.
  public Optional<Reply.Fault> denied(Guard.Wish wish) {
    var inForce = world.inForce(now);
    return refusal(wish, guard.decide(inForce, visitor.in(inForce), call, now, wish));
  }

  /// The refusal of the first of `wishes` that a layer does not let pass; nothing if all pass.
  public Optional<Reply.Fault> denied(List<Guard.Wish> wishes) {
    var inForce = world.inForce(now);
    var asking = guard.asking(inForce, visitor.in(inForce), call, now);
    for (var wish : wishes) {
      var decision = asking.decide(wish);
      if (!decision.isAllowed()) {
        return refusal(wish, decision);
      }
    }
    return Optional.empty();
  }

  /// The refusal of `wish`, unless `decision` lets it pass.
  public Optional<Reply.Fault> refusal(Guard.Wish wish, Decision decision) {
    return decision.isAllowed()
        ? Optional.empty()
        : Optional.of(
            Faults.accessDenied(
                call.service(), DenialSentence.of(realm, visitor, call, wish, decision)));
  }

  /// Whether every layer lets pass what Bedrock does in the caller's name.
  public boolean mayThroughBedrock(Guard.Wish wish) {
    var inForce = world.inForce(now);
    return guard
        .decideVia(inForce, visitor.in(inForce), call, now, wish, "bedrock.amazonaws.com")
        .isAllowed();
  }

  /// When keys, roles and models were last used.
  public LastUse lastUse() {
    return world.ledger();
  }

  /// Changes the caller's account, durably.
  public void change(UnaryOperator<Account> change) {
    world.commit(world.realm().with(account().id(), change));
  }
}
