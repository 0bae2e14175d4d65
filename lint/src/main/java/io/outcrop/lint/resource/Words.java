package io.outcrop.lint.resource;

import io.outcrop.iam.reference.Action;
import io.outcrop.iam.reference.ResourceType;
import java.util.List;
import java.util.stream.Collectors;

/// Resource types in a sentence.
final class Words {
  private static final int MOST = 4;

  private Words() {}

  /// The types that `actions` know: the first few, in quotes.
  static String types(List<Action> actions) {
    var names =
        actions.stream()
            .flatMap(action -> action.types().stream())
            .map(ResourceType::name)
            .distinct()
            .toList();
    var first =
        names.stream().limit(MOST).map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    return names.size() > MOST ? first + " and " + (names.size() - MOST) + " more" : first;
  }
}
