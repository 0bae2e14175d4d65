package io.outcrop.sandbox.directory.identity;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Ask;
import io.outcrop.sandbox.directory.desk.Shown;
import io.outcrop.sandbox.directory.desk.Subject;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.visit.Pages;
import io.outcrop.sandbox.visit.Visit;
import java.util.Comparator;
import java.util.List;

/// Lists of identities, by name as IAM gives them.
final class Listing {
  private Listing() {}

  static Reply all(Visit visit, Identity.Kind kind) {
    var prefix = visit.text("PathPrefix").orElse("/");
    var resource = "arn:aws:iam::%s:%s%s".formatted(visit.account().id(), kind.word(), prefix);
    var refused = Ask.of(visit, resource).refused();
    if (refused.isPresent()) {
      return refused.get();
    }
    var found =
        visit.account().all(kind).stream()
            .filter(identity -> identity.label().path().startsWith(prefix))
            .toList();
    return reply(visit, Subject.title(kind) + "s", found);
  }

  /// A page of `identities` as the output's member `name`.
  static Reply reply(Visit visit, String name, List<? extends Identity> identities) {
    List<Identity> sorted =
        identities.stream()
            .map(Identity.class::cast)
            .sorted(Comparator.comparing(identity -> identity.label().name()))
            .toList();
    return Pages.reply(
        visit,
        name,
        sorted,
        identity -> identity.label().name(),
        identity -> Shown.listed(visit.account(), identity));
  }
}
