package io.outcrop.sandbox.directory.identity;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.directory.desk.Subject;
import io.outcrop.sandbox.directory.desk.Tags;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.util.List;
import java.util.Map;

/// Tags of users and roles.
final class IdentityTags {
  private IdentityTags() {}

  static void addTo(Map<String, Operation> operations) {
    for (var kind : List.of(Identity.Kind.USER, Identity.Kind.ROLE)) {
      var title = Subject.title(kind);
      operations.put("Tag" + title, Subject.of(kind, IdentityTags::tag));
      operations.put("Untag" + title, Subject.of(kind, IdentityTags::untag));
      operations.put("List" + title + "Tags", Subject.of(kind, IdentityTags::list));
    }
  }

  private static Reply tag(Visit visit, Identity owner) {
    var wrong = Tags.wrong(visit);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    var merged = Tags.merged(owner.tags(), Tags.of(visit));
    return merged.isPresent() ? store(visit, owner, merged.get()) : Tags.tooMany();
  }

  private static Reply untag(Visit visit, Identity owner) {
    return store(visit, owner, Tags.without(owner.tags(), Tags.keys(visit)));
  }

  private static Reply store(Visit visit, Identity owner, Map<String, String> tags) {
    Identity changed =
        switch (owner) {
          case Identity.User user -> user.withTags(tags);
          case Identity.Role role -> role.withTags(tags);
          case Identity.Group group -> group;
        };
    visit.change(account -> account.with(changed));
    return Output.done();
  }

  private static Reply list(Visit visit, Identity owner) {
    return Tags.page(visit, owner.tags());
  }
}
