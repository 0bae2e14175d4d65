package io.outcrop.sandbox.network;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.token.AuthorizationMessages;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.visit.Visit;
import java.util.Optional;

/// EC2's own way to say no. Where an action knows resources, an encoded message follows, which
/// `sts:DecodeAuthorizationMessage` opens; denials of actions without resources, as all that
/// describe something, have none. Source: denials as they are answered, in public reports of 2023
/// to 2026.
final class Denial {
  private Denial() {}

  /// The refusal of `wish`, if some layer does not let it pass.
  static Optional<Reply.Fault> of(Visit visit, Guard.Wish wish) {
    var inForce = visit.world().inForce(visit.now());
    var visitor = visit.visitor().in(inForce);
    var decision = visit.guard().decide(inForce, visitor, visit.call(), visit.now(), wish);
    return visit
        .refusal(wish, decision)
        .map(fault -> {
          var sentence = "You are not authorized to perform this operation. " + fault.message();
          var account = visit.account();
          var message =
              wish.resource().equals("*")
                  ? sentence
                  : sentence
                      + ". Encoded authorization failure message: "
                      + AuthorizationMessages.encode(
                          AuthorizationMessages.of(visitor, wish, decision),
                          account.id(),
                          account.directory().messageKey());
          return new Reply.Fault(fault.status(), fault.code(), message, true);
        });
  }
}
