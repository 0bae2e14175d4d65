package io.outcrop.causes.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// A cause and how it is told. What only people read is loaded when it is first asked for: a text
/// is held against the tells of all entries, and few of them fit. Immutable and safe for many
/// threads.
public final class Entry {
  private final String slug;
  private final List<Tell> tells;
  private final Later<Page> page;
  private final Later<Vocabulary> vocabulary;

  /// An entry.
  ///
  /// @param cause what is known about it
  /// @param sentences phrases by the name of the sentence; other entries may use the name too
  /// @param gists loose words by the name of what they amount to, looked for only where no tell met
  ///   anything; other entries may use the name too
  /// @param tells what gives it away; any one of them
  /// @param example a text that it leaves behind
  public Entry(
      Cause cause,
      Map<String, List<String>> sentences,
      Map<String, List<String>> gists,
      List<Tell> tells,
      Example example) {
    this(
        cause.slug(),
        tells,
        () -> new Page(cause, Map.copyOf(sentences), Map.copyOf(gists), example),
        () -> Vocabulary.of(ownTexts(cause, sentences, tells, example)));
  }

  Entry(String slug, List<Tell> tells, Supplier<Page> page, Supplier<Vocabulary> vocabulary) {
    this.slug = slug;
    this.tells = List.copyOf(tells);
    this.page = new Later<>(page);
    this.vocabulary = new Later<>(vocabulary);
  }

  /// What describes the cause; its sentences may also be such as another cause is told by.
  private static List<String> ownTexts(
      Cause cause, Map<String, List<String>> sentences, List<Tell> tells, Example example) {
    var texts = new ArrayList<String>();
    texts.add(cause.slug());
    texts.add(cause.summary());
    texts.add(cause.means());
    texts.add(cause.why());
    texts.add(example.text());
    sentences.forEach((name, phrases) -> {
      if (tells.stream().noneMatch(tell -> tell.isAgainst(name))) {
        texts.addAll(phrases);
      }
    });
    return texts;
  }

  /// What is loaded later.
  record Page(
      Cause cause,
      Map<String, List<String>> sentences,
      Map<String, List<String>> gists,
      Example example) {}

  /// The cause's slug.
  public String slug() {
    return slug;
  }

  /// Phrases by the name of the sentence; other entries may use the name too.
  public Map<String, List<String>> sentences() {
    return page.get().sentences();
  }

  /// Loose words by the name of what they amount to; other entries may use the name too.
  public Map<String, List<String>> gists() {
    return page.get().gists();
  }

  /// What gives the cause away; any one of them.
  public List<Tell> tells() {
    return tells;
  }

  /// What is known about the cause.
  public Cause cause() {
    return page.get().cause();
  }

  /// A text that the cause leaves behind.
  public Example example() {
    return page.get().example();
  }

  /// The words that the entry uses of the cause, its example and its sentences.
  public Vocabulary vocabulary() {
    return vocabulary.get();
  }
}
