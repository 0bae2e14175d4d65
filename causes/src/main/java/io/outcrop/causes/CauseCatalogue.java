package io.outcrop.causes;

import io.outcrop.causes.catalogue.Cause;
import io.outcrop.causes.catalogue.Entry;
import io.outcrop.causes.catalogue.EntryReader;
import io.outcrop.causes.catalogue.EntryReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Every known cause. Immutable and safe for many threads.
public final class CauseCatalogue {
  private static final String FOLDER = "/io/outcrop/causes/entries/";
  private static final String INDEX = FOLDER + "index.txt";

  private final List<Entry> entries;
  private final Map<String, Entry> bySlug;

  private CauseCatalogue(List<Entry> entries) {
    this.entries =
        entries.stream().sorted(Comparator.comparing(entry -> entry.cause().slug())).toList();
    this.bySlug =
        entries.stream()
            .collect(
                Collectors.toUnmodifiableMap(entry -> entry.cause().slug(), Function.identity()));
  }

  /// A catalogue of these entries; their slugs are unique.
  public static CauseCatalogue of(List<Entry> entries) {
    return new CauseCatalogue(entries);
  }

  /// The catalogue that comes with this program, read anew from its resource files.
  public static CauseCatalogue shipped() {
    return new CauseCatalogue(
        resource(INDEX)
            .lines()
            .filter(line -> !line.isBlank())
            .map(CauseCatalogue::entry)
            .toList());
  }

  /// The version of the shipped catalogue: the date of its newest source.
  public String version() {
    return entries.stream()
        .map(entry -> entry.cause().asOf())
        .max(Comparator.naturalOrder())
        .orElse("");
  }

  /// All causes, by slug.
  public List<Cause> causes() {
    return entries.stream().map(Entry::cause).toList();
  }

  /// All causes with what tells them, by slug.
  public List<Entry> entries() {
    return entries;
  }

  /// The cause with this slug, if there is one.
  public Optional<Cause> find(String slug) {
    return Optional.ofNullable(bySlug.get(slug)).map(Entry::cause);
  }

  /// The cause with this slug; a caller's bug if there is none.
  public Cause get(String slug) {
    return find(slug)
        .orElseThrow(() -> new IllegalArgumentException("no cause is named `" + slug + "`"));
  }

  /// What people would paste who met the cause with this slug, if there is one.
  public Optional<String> example(String slug) {
    return Optional.ofNullable(bySlug.get(slug)).map(entry -> entry.example().text());
  }

  /// Phrases of all sentences, by the sentence's name.
  Map<String, List<String>> sentences() {
    var all = new TreeMap<String, List<String>>();
    entries.forEach(entry -> all.putAll(entry.sentences()));
    return all;
  }

  private static Entry entry(String slug) {
    return switch (EntryReader.read(resource(FOLDER + slug + ".json"))) {
      case EntryReading.Read read -> read.entry();
      case EntryReading.Malformed malformed ->
          throw new IllegalStateException(
              "entry `" + slug + "` is malformed: " + malformed.problems().getFirst());
    };
  }

  private static String resource(String name) {
    try (var stream = CauseCatalogue.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("resource `" + name + "` is missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException lost) {
      throw new UncheckedIOException("cannot read resource `" + name + "`", lost);
    }
  }
}
