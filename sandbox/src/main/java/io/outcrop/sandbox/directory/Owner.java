package io.outcrop.sandbox.directory;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.realm.Account;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Operations about one user, group or role, which the input names. IAM asks first whether the
/// caller may, then whether there is such an identity.
final class Owner {
  private Owner() {}

  /// What is done with the identity that was found.
  @FunctionalInterface
  interface Work {
    Reply answer(Visit visit, Identity owner);
  }

  /// `User`, `Group`, `Role`.
  static String title(Identity.Kind kind) {
    var word = kind.word();
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /// An operation `action` about the identity of `kind` that the input names.
  static Operation of(String action, Identity.Kind kind, Work work) {
    return visit -> {
      var key = new Identity.Key(kind, name(visit, kind));
      var found = visit.account().identity(key);
      var arn = found.map(visit.account()::arnOf).orElseGet(() -> arn(visit.account(), key));
      var denied = visit.denied(new Guard.Wish("iam:" + action, arn, context(visit)));
      if (denied.isPresent()) {
        return denied.get();
      }
      return found.isPresent() ? work.answer(visit, found.get()) : missing(key);
    };
  }

  private static String name(Visit visit, Identity.Kind kind) {
    var name = visit.text(title(kind) + "Name");
    return kind == Identity.Kind.USER && name.isEmpty() && visit.visitor().kind() == io.outcrop.sandbox.guard.Visitor.Kind.USER
        ? visit.visitor().identity().label().name()
        : name.orElse("");
  }

  private static Map<String, String> context(Visit visit) {
    var context = new LinkedHashMap<String, String>();
    visit.text("PolicyArn").ifPresent(arn -> context.put("iam:PolicyARN", arn));
    var boundary = visit.text("PermissionsBoundary").orElse(boundary(visit));
    if (!boundary.isEmpty()) {
      context.put("iam:PermissionsBoundary", boundary);
    }
    return context;
  }

  private static String boundary(Visit visit) {
    return visit
        .text("UserName")
        .flatMap(visit.account()::user)
        .map(user -> user.permissions().boundary())
        .or(() ->
            visit
                .text("RoleName")
                .flatMap(visit.account()::role)
                .map(role -> role.permissions().boundary()))
        .orElse("");
  }

  /// The ARN that an identity would have.
  static String arn(Account account, Identity.Key key) {
    return "arn:aws:iam::" + account.id() + ":" + key.kind().word() + "/" + key.name();
  }

  /// IAM's error for an identity that is not there.
  static Reply.Fault missing(Identity.Key key) {
    return noSuchEntity(
        "The %s with name %s cannot be found.".formatted(key.kind().word(), key.name()));
  }

  /// IAM's error for something that is not there.
  static Reply.Fault noSuchEntity(String message) {
    return Faults.said(404, "NoSuchEntity", message);
  }
}
