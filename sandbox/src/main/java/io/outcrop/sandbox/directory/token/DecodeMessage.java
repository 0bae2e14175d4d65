package io.outcrop.sandbox.directory.token;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Ask;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Visit;

/// DecodeAuthorizationMessage: opens what a service of this sandbox has encoded.
final class DecodeMessage {
  private DecodeMessage() {}

  static Reply answer(Visit visit) {
    var refused = visit.denied(Ask.of(visit, "*").wish());
    if (refused.isPresent()) {
      return refused.get();
    }
    var account = visit.account();
    return AuthorizationMessages.decode(
            visit.required("EncodedMessage"), account.id(), account.directory().messageKey())
        .map(message -> Output.reply("DecodedMessage", message.toString()))
        .orElseGet(() ->
            Faults.said(
                400,
                "InvalidAuthorizationMessageException",
                "Message is invalid, please check and try again"));
  }
}
