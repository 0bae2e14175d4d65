package io.outcrop.sandbox.directory.identity;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Names;
import io.outcrop.sandbox.directory.desk.Quotas;
import io.outcrop.sandbox.directory.desk.Refusals;
import io.outcrop.sandbox.directory.desk.Subject;
import io.outcrop.sandbox.realm.Account;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.visit.Visit;
import java.util.Optional;

/// What is asked of the name and path of an identity that is made or renamed.
final class NewName {
  private NewName() {}

  /// What is wrong with the form of name and path.
  static Optional<Reply.Fault> malformed(Identity.Kind kind, String name, String path) {
    var longest = kind == Identity.Kind.GROUP ? 128 : 64;
    return Names.name(kind.word() + "Name", name, longest).or(() -> Names.path("path", path));
  }

  /// Whether the name is taken.
  static Optional<Reply.Fault> taken(Account account, Identity.Key key) {
    return account.isTaken(key)
        ? Optional.of(
            Refusals.exists(
                "%s with name %s already exists.".formatted(Subject.title(key.kind()), key.name())))
        : Optional.empty();
  }

  /// Whether the name is taken, or there are as many of its kind as there may be.
  static Optional<Reply.Fault> refused(Visit visit, Identity.Key key) {
    var quota = Subject.title(key.kind()) + "sPerAccount";
    return taken(visit.account(), key)
        .or(() ->
            visit.account().all(key.kind()).size() >= Quotas.of(quota)
                ? Optional.of(Quotas.exceeded(quota))
                : Optional.empty());
  }
}
