package io.outcrop.lint.action;

import io.outcrop.json.Json;
import io.outcrop.lint.subject.Shipped;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Names that people take for actions: operations, metrics, old spellings; and names of services
/// that are not what stands before an action's colon.
public final class NotActions {
  private final Map<String, NotAction> names = new HashMap<>();
  private final Map<String, String> prefixes = new HashMap<>();

  /// One such name.
  ///
  /// @param slug the finding that says what it is
  /// @param instead the action that was meant; empty if there is none
  public record NotAction(String slug, String instead) {}

  /// The names that come with this program, read anew.
  public NotActions() {
    var file = Shipped.object("not-actions.json");
    for (var entry : file.list("names")) {
      if (entry instanceof Json.Obj one) {
        names.put(
            one.text("name").orElseThrow().toLowerCase(Locale.ROOT),
            new NotAction(one.text("slug").orElseThrow(), one.text("instead").orElse("")));
      }
    }
    file.object("prefixes")
        .orElseThrow()
        .members()
        .forEach((name, member) -> prefixes.put(name, member.value().asText().orElseThrow()));
  }

  /// What people take `action`, in any case, for; empty if it is not known to be such a name.
  public Optional<NotAction> find(String action) {
    return Optional.ofNullable(names.get(action.toLowerCase(Locale.ROOT)));
  }

  /// The prefix that stands for the service which people call `prefix`.
  public Optional<String> prefix(String prefix) {
    return Optional.ofNullable(prefixes.get(prefix.toLowerCase(Locale.ROOT)));
  }
}
