package io.outcrop.lint.finding;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.json.Fields;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Every finding type. A type's file is read when it is first asked for. Safe for many threads.
public final class FindingCatalogue {
  private final Set<String> slugs;
  private final Map<String, FindingType> read = new ConcurrentHashMap<>();

  private FindingCatalogue(Set<String> slugs) {
    this.slugs = slugs;
  }

  /// The catalogue that comes with this program.
  public static FindingCatalogue shipped() {
    var slugs = resource("index.txt").lines().filter(line -> !line.isBlank()).toList();
    return new FindingCatalogue(Set.copyOf(slugs));
  }

  /// All types, by slug.
  public List<FindingType> all() {
    return slugs.stream().sorted().map(this::get).toList();
  }

  /// The type with this slug, if there is one.
  public Optional<FindingType> find(String slug) {
    return slugs.contains(slug) ? Optional.of(get(slug)) : Optional.empty();
  }

  /// The type with this slug; a caller's bug if there is none.
  public FindingType get(String slug) {
    if (!slugs.contains(slug)) {
      throw new IllegalArgumentException("no finding is named `" + slug + "`");
    }
    return read.computeIfAbsent(slug, FindingCatalogue::type);
  }

  private static FindingType type(String slug) {
    return switch (JsonReader.read(resource(slug + ".json"))) {
      case JsonReading.Malformed malformed ->
          throw new IllegalStateException("`" + slug + "` is no JSON: " + malformed.message());
      case JsonReading.Read read -> {
        var problems = new ArrayList<Problem>();
        var fields = new Fields(read.value(), "", problems);
        var type = type(fields);
        fields.finish();
        if (!problems.isEmpty() || !type.slug().equals(slug)) {
          throw new IllegalStateException("`" + slug + "` is malformed: " + problems);
        }
        yield type;
      }
    };
  }

  private static FindingType type(Fields fields) {
    return new FindingType(
        fields.text("slug"),
        fields.text("subject"),
        Severity.valueOf(fields.text("severity").toUpperCase(Locale.ROOT)),
        fields.text("summary"),
        fields.text("message"),
        fields.optionalText("help").orElse(""),
        new FindingType.Page(fields.text("means"), fields.text("why"), fields.text("cure")),
        kinds(fields.texts("kinds")),
        fields.text("source"),
        fields.text("asOf"));
  }

  /// No kinds in the file are all kinds.
  private static Set<PolicyKind> kinds(List<String> words) {
    var kinds = EnumSet.noneOf(PolicyKind.class);
    words.forEach(word -> kinds.add(PolicyKind.valueOf(word.toUpperCase(Locale.ROOT))));
    return kinds.isEmpty() ? EnumSet.allOf(PolicyKind.class) : kinds;
  }

  private static String resource(String name) {
    try (var stream =
        FindingCatalogue.class.getResourceAsStream("/io/outcrop/lint/findings/" + name)) {
      if (stream == null) {
        throw new IllegalStateException("resource `" + name + "` is missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException lost) {
      throw new UncheckedIOException("cannot read resource `" + name + "`", lost);
    }
  }
}
