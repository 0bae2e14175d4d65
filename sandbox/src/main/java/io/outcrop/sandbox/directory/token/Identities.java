package io.outcrop.sandbox.directory.token;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Ask;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.directory.desk.Refusals;
import io.outcrop.sandbox.realm.Keyring;
import io.outcrop.sandbox.visit.Visit;

/// Who the caller is, and whose an access key is.
final class Identities {
  private Identities() {}

  /// Needs no permission and cannot be denied. Source: AWS STS API Reference, "GetCallerIdentity".
  static Reply caller(Visit visit) {
    return Output.reply(
        "UserId", visit.visitor().userId(),
        "Account", visit.account().id(),
        "Arn", visit.visitor().arn());
  }

  static Reply ofKey(Visit visit) {
    var refused = visit.denied(Ask.of(visit, "*").wish());
    if (refused.isPresent()) {
      return refused.get();
    }
    var id = visit.required("AccessKeyId");
    return Keyring.of(visit.realm())
        .find(id)
        .map(holder -> Output.reply("Account", holder.account()))
        .orElseGet(() -> Refusals.validation("Invalid Access Key ID: " + id));
  }
}
