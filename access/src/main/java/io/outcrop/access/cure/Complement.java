package io.outcrop.access.cure;

import io.outcrop.iam.reference.Action;
import io.outcrop.iam.reference.ResourceType;
import io.outcrop.iam.reference.ServiceReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What a pattern does not cover, as patterns.
///
/// IAM cannot say "all of this pattern but one name", but it can say "all but": `NotResource` and
/// `NotAction`. A Deny on a pattern without one name is a Deny on all but that name and all that
/// the pattern does not cover. The latter is written by what is known to exist: each known word
/// that the pattern does not cover leaves it at some letter, and the shortest beginning up to that
/// letter becomes a pattern. None of these meets the pattern, so nothing that was denied is let
/// through; what is called by a name that nobody knows yet, and leaves the pattern where no known
/// word does, is denied besides.
final class Complement {
  private static final String ANYTHING = "*";

  private final ServiceReference reference;
  private final Known known;

  Complement(ServiceReference reference, Known known) {
    this.reference = reference;
    this.known = known;
  }

  /// The known resources of `actions` that `pattern`, an ARN, does not cover; empty if the pattern
  /// is of a shape that this cannot say, or an action is not known.
  Optional<List<String>> ofResources(String pattern, Collection<String> actions) {
    var parts = pattern.split(":", 6);
    var types = types(actions);
    if (parts.length < 6 || types.isEmpty() || !isPlain(parts)) {
      return Optional.empty();
    }
    var slash = parts[5].indexOf('/');
    var type = slash < 0 ? parts[5] : parts[5].substring(0, slash);
    var name = slash < 0 ? ANYTHING : parts[5].substring(slash + 1);
    if (!isBeginning(name) || type.contains("?") || (type.contains("*") && slash >= 0)) {
      return Optional.empty();
    }
    var result = new ArrayList<String>();
    var head = "arn:" + parts[1] + ":" + parts[2] + ":";
    if (!type.equals(ANYTHING)) {
      result.addAll(others(types, head, type));
      leaving(name, known.names())
          .forEach(other -> result.add(head + "*:" + parts[4] + ":" + type + "/" + other));
    }
    var tail = ":" + parts[4] + ":" + (type.equals(ANYTHING) ? ANYTHING : type + "/*");
    leaving(parts[3], known.regions()).forEach(other -> result.add(head + other + tail));
    if (!parts[3].equals(ANYTHING) && !parts[3].isEmpty()) {
      result.add(head + tail);
    }
    return Optional.of(List.copyOf(result));
  }

  /// The known actions of its service that `pattern` does not cover; empty if it is of a shape that
  /// this cannot say, or the service is not known.
  Optional<List<String>> ofActions(String pattern) {
    var colon = pattern.indexOf(':');
    var service = colon < 0 ? Optional.<String>empty() : Optional.of(pattern.substring(0, colon));
    var found = service.flatMap(reference::service);
    var name = pattern.substring(colon + 1);
    if (found.isEmpty() || !isBeginning(name)) {
      return Optional.empty();
    }
    var names = found.get().actions().stream().map(Action::name).toList();
    return Optional.of(
        leaving(name, names, text -> text.toLowerCase(Locale.ROOT)).stream()
            .map(other -> service.get() + ":" + other)
            .toList());
  }

  private List<ResourceType> types(Collection<String> actions) {
    var all = new ArrayList<ResourceType>();
    for (var action : actions) {
      var found = reference.action(action).map(Action::types).orElse(List.of());
      if (found.isEmpty()) {
        return List.of();
      }
      all.addAll(found);
    }
    return all;
  }

  /// Resources of other types than `type` of the service that `head` names, and of other services.
  private static Set<String> others(List<ResourceType> types, String head, String type) {
    var result = new LinkedHashSet<String>();
    var own = new ArrayList<String>();
    for (var other : types) {
      var parts = other.parts();
      if (parts.size() == 6 && head.endsWith(":" + parts.get(2) + ":")) {
        own.add(parts.get(5));
      } else {
        result.add(String.join(":", parts));
      }
    }
    leaving(type + "/*", own).forEach(beginning -> result.add(head + "*:*:" + beginning));
    return result;
  }

  /// Whether service, region and account are written so that what they leave out can be said.
  private static boolean isPlain(String[] parts) {
    return !parts[2].matches(".*[*?].*")
        && Stream.of(parts).noneMatch(part -> part.contains("${"))
        && isBeginning(parts[3])
        && (parts[4].equals(ANYTHING) || !parts[4].matches(".*[*?].*"));
  }

  /// Whether `pattern` has no wildcard, or a star at its end alone.
  private static boolean isBeginning(String pattern) {
    var star = pattern.indexOf('*');
    return !pattern.contains("?") && (star < 0 || star == pattern.length() - 1);
  }

  private static Collection<String> leaving(String pattern, Collection<String> words) {
    return leaving(pattern, words, UnaryOperator.identity());
  }

  private static Collection<String> leaving(
      String pattern, Collection<String> words, UnaryOperator<String> folded) {
    var isOpen = pattern.endsWith("*");
    var begin = folded.apply(isOpen ? pattern.substring(0, pattern.length() - 1) : pattern);
    var result = new TreeSet<String>();
    for (var word : words) {
      var text = folded.apply(word);
      if (!text.startsWith(begin)) {
        result.add(beginning(word, text, begin));
      } else if (!isOpen && text.length() > begin.length()) {
        result.add(pattern + "?*");
      }
    }
    return result;
  }

  /// The shortest beginning of `word` that `begin` does not share, as a pattern.
  private static String beginning(String word, String text, String begin) {
    for (var end = 1; end <= text.length(); end++) {
      if (!begin.startsWith(text.substring(0, end))) {
        return word.substring(0, end) + "*";
      }
    }
    return word;
  }
}
