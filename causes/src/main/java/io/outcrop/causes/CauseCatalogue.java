package io.outcrop.causes;

import io.outcrop.causes.catalogue.Cause;
import io.outcrop.causes.catalogue.Entry;
import io.outcrop.causes.catalogue.EntryPack;
import io.outcrop.causes.text.PhraseBook;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.pack.PackFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Every known cause. Immutable and safe for many threads.
public final class CauseCatalogue {
  private static final String FOLDER = "/io/outcrop/causes/entries/";
  private static final String INDEX = FOLDER + "index.txt";

  /// The name of the pack beside the jar.
  public static final String PACK = "outcrop-causes.pack";

  private final List<Entry> entries;
  private final Map<String, Entry> bySlug;
  private final Supplier<PhraseBook> sentences;
  private final Supplier<PhraseBook> gists;

  private CauseCatalogue(
      List<Entry> entries, Supplier<PhraseBook> sentences, Supplier<PhraseBook> gists) {
    var sorted = new TreeMap<String, Entry>();
    for (var entry : entries) {
      if (sorted.put(entry.slug(), entry) != null) {
        throw new IllegalArgumentException("two entries are named `" + entry.slug() + "`");
      }
    }
    this.entries = List.copyOf(sorted.values());
    this.bySlug = Collections.unmodifiableMap(sorted);
    this.sentences = sentences;
    this.gists = gists;
  }

  /// A catalogue of these entries; their slugs are unique.
  public static CauseCatalogue of(List<Entry> entries) {
    return new CauseCatalogue(
        entries, () -> EntryPack.sentencesOf(entries), () -> EntryPack.gistsOf(entries));
  }

  /// The catalogue that comes with this program, read anew: from [#PACK] where it lies beside the
  /// jar, else from the entries' files.
  public static CauseCatalogue shipped() {
    var pack =
        EntryPack.read(PackFile.beside(CauseCatalogue.class, PACK).orElseGet(CauseCatalogue::pack));
    return new CauseCatalogue(pack.entries(), pack::sentences, pack::gists);
  }

  /// The entries' files as a pack, from which they are read in a twentieth of the time.
  public static byte[] pack() {
    var entries = new TreeMap<String, Json>();
    text(INDEX)
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(slug -> entries.put(slug, json(FOLDER + slug + ".json")));
    return EntryPack.of(entries);
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

  /// The sentences of all entries.
  PhraseBook sentences() {
    return sentences.get();
  }

  /// The gists of all entries.
  PhraseBook gists() {
    return gists.get();
  }

  private static Json json(String name) {
    return switch (JsonReader.read(text(name))) {
      case JsonReading.Read(var value) -> value;
      case JsonReading.Malformed(var message, var position) ->
          throw new IllegalStateException("`" + name + "`: " + position + ": " + message);
    };
  }

  private static String text(String name) {
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
