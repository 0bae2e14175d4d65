package io.outcrop.lint.width;

import io.outcrop.iam.reference.Action;
import io.outcrop.json.Json;
import io.outcrop.lint.subject.Shipped;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Actions by which somebody becomes more than they are.
final class SensitiveActions {
  private final Set<String> escalation;
  private final Set<String> credentials;
  private final Set<String> data;

  SensitiveActions() {
    var file = Shipped.object("sensitive-actions.json");
    this.escalation = names(file, "escalation");
    this.credentials = names(file, "credentials");
    this.data = names(file, "data");
  }

  boolean escalates(Action action) {
    return escalation.contains(lower(action));
  }

  boolean givesCredentials(Action action) {
    return credentials.contains(lower(action));
  }

  boolean readsData(Action action) {
    return data.contains(lower(action));
  }

  private static String lower(Action action) {
    return action.id().toLowerCase(Locale.ROOT);
  }

  private static Set<String> names(Json.Obj file, String name) {
    var names = new HashSet<String>();
    file.list(name)
        .forEach(
            value -> value.asText().ifPresent(text -> names.add(text.toLowerCase(Locale.ROOT))));
    return names;
  }
}
