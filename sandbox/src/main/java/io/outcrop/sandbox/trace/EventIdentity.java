package io.outcrop.sandbox.trace;

import io.outcrop.sandbox.call.Caller;
import io.outcrop.sandbox.guard.Visitor;
import io.outcrop.sandbox.realm.Session;
import java.time.temporal.ChronoUnit;

/// Who made a call, in CloudTrail's own form. Source: AWS CloudTrail User Guide, "CloudTrail
/// userIdentity element"; IAM User Guide, "Monitor and control actions taken with assumed roles",
/// where a source identity stands; read 2026-11.
final class EventIdentity {
  private EventIdentity() {}

  /// Who it was, for the caller's own account.
  static void write(Line line, Trace trace) {
    var visitor = trace.visitor();
    var identity =
        line.object("userIdentity")
            .text("type", type(visitor))
            .text("principalId", visitor.userId())
            .text("arn", visitor.arn())
            .text("accountId", visitor.account().id())
            .textIfAny("accessKeyId", keyId(trace.call().caller()));
    if (visitor.kind() == Visitor.Kind.USER) {
      identity.text("userName", visitor.identity().label().name());
    }
    visitor.session().forEach(session -> session(identity, visitor, session));
    identity.close();
  }

  /// Who it was, for another account that is told.
  static void writeForeign(Line line, Visitor visitor) {
    line.object("userIdentity")
        .text("type", "AWSAccount")
        .text("principalId", visitor.userId())
        .text("accountId", visitor.account().id())
        .close();
  }

  private static String type(Visitor visitor) {
    return switch (visitor.kind()) {
      case USER -> "IAMUser";
      case ROLE -> "AssumedRole";
      case FEDERATED -> "FederatedUser";
      case ROOT -> "Root";
    };
  }

  private static String keyId(Caller caller) {
    return caller instanceof Caller.Signed(String id) ? id : "";
  }

  private static void session(Line identity, Visitor visitor, Session session) {
    var context = identity.object("sessionContext");
    switch (visitor.kind()) {
      case ROLE -> issuer(context, visitor, "Role");
      case FEDERATED -> issuer(context, visitor, "IAMUser");
      case USER, ROOT -> {}
    }
    var terms = session.terms();
    var issued = terms.issued().orElse(visitor.identity().label().created());
    context
        .object("attributes")
        .text("creationDate", issued.truncatedTo(ChronoUnit.SECONDS).toString())
        .text("mfaAuthenticated", Boolean.toString(terms.mfa()))
        .close();
    context.textIfAny("sourceIdentity", terms.sourceIdentity()).close();
  }

  private static void issuer(Line context, Visitor visitor, String type) {
    var label = visitor.identity().label();
    context
        .object("sessionIssuer")
        .text("type", type)
        .text("principalId", label.id())
        .text("arn", visitor.account().arnOf(visitor.identity()))
        .text("accountId", visitor.account().id())
        .text("userName", label.name())
        .close();
  }
}
