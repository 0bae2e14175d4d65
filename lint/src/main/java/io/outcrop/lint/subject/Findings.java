package io.outcrop.lint.subject;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.json.Json;
import io.outcrop.json.JsonPatch;
import io.outcrop.json.JsonPatch.Operation;
import io.outcrop.lint.finding.Certainty;
import io.outcrop.lint.finding.Finding;
import io.outcrop.lint.finding.FindingCatalogue;
import io.outcrop.lint.finding.FindingType;
import io.outcrop.lint.finding.Fix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Collects the findings of one policy. A finding that is not said of the policy's kind is dropped.
/// For one thread.
public final class Findings {
  private static final Pattern WORD = Pattern.compile("\\{([a-z]+)\\}");
  private final FindingCatalogue catalogue;
  private final PolicyKind kind;
  private final Json root;
  private final List<Reported> all = new ArrayList<>();
  private final Set<String> marked = new HashSet<>();

  /// Findings about `root`, which is used as `kind`.
  public Findings(FindingCatalogue catalogue, PolicyKind kind, Json root) {
    this.catalogue = catalogue;
    this.kind = kind;
    this.root = root;
  }

  /// Reports a finding; `words` are names and values of the words in its sentences, in turn.
  public Reported add(String slug, Place place, String... words) {
    var named = new LinkedHashMap<String, String>();
    for (var i = 0; i + 1 < words.length; i += 2) {
      named.put(words[i], words[i + 1]);
    }
    var reported = new Reported(catalogue.get(slug), place, named);
    if (reported.type.kinds().contains(kind)) {
      all.add(reported);
      mark(slug, place.pointer());
    }
    return reported;
  }

  /// Whether something was found at `place` or inside.
  public boolean isMarked(Place place) {
    return marked.contains(place.pointer());
  }

  /// Whether this was found at `place` or inside.
  public boolean has(String slug, Place place) {
    return marked.contains(slug + " " + place.pointer());
  }

  private void mark(String slug, String pointer) {
    marked.add("");
    marked.add(slug + " ");
    for (var end = pointer.length(); end > 0; end = pointer.lastIndexOf('/', end - 1)) {
      marked.add(pointer.substring(0, end));
      marked.add(slug + " " + pointer.substring(0, end));
    }
  }

  /// What was found, in the order of the text, then by slug.
  public List<Finding> inOrder() {
    return all.stream()
        .map(this::finding)
        .distinct()
        .sorted(
            Comparator.<Finding>comparingInt(found -> found.position().line())
                .thenComparingInt(found -> found.position().column())
                .thenComparing(Finding::slug))
        .toList();
  }

  private Finding finding(Reported reported) {
    var type = reported.type;
    var help = filled(type.help(), reported.words);
    return new Finding(
        type,
        filled(type.message(), reported.words),
        WORD.matcher(type.help())
                .results()
                .allMatch(word -> reported.words.containsKey(word.group(1)))
            ? help
            : "",
        reported.place.pointer(),
        reported.place.position(),
        Fingerprint.of(type.slug(), reported.place.pointer(), root),
        reported.fixes);
  }

  private static String filled(String template, Map<String, String> words) {
    return WORD.matcher(template)
        .replaceAll(
            word -> Matcher.quoteReplacement(words.getOrDefault(word.group(1), word.group())));
  }

  /// A finding to which a fix may be added.
  public static final class Reported {
    private final FindingType type;
    private final Place place;
    private final Map<String, String> words;
    private final List<Fix> fixes = new ArrayList<>();

    private Reported(FindingType type, Place place, Map<String, String> words) {
      this.type = type;
      this.place = place;
      this.words = words;
    }

    /// Adds a fix; `changes` says which decisions change, and is empty if none does.
    public Reported fix(String title, Certainty certainty, String changes, Operation... steps) {
      fixes.add(new Fix(title, certainty, new JsonPatch(List.of(steps)), changes));
      return this;
    }

    /// Adds the fix that puts `value` in the place of `text`.
    public Reported replace(Text text, String value, Certainty certainty, String changes) {
      return fix(
          "write `" + value + "`",
          certainty,
          changes,
          Steps.replace(text.place().pointer(), Json.of(value)));
    }

    /// Adds the fix that takes `text` out of its list; none if that would leave an empty list.
    public Reported remove(Text text, Certainty certainty, String changes) {
      return text.isRemovable()
          ? fix(
              "take `" + text.value() + "` out",
              certainty,
              changes,
              Steps.remove(text.place().pointer()))
          : this;
    }
  }
}
