package io.outcrop.causes;

import io.outcrop.causes.catalogue.Cause;
import io.outcrop.causes.catalogue.Tell;
import io.outcrop.causes.match.CauseMatcher;
import io.outcrop.causes.match.Circumstances;
import io.outcrop.causes.match.Match;
import io.outcrop.causes.signal.Reading;
import io.outcrop.causes.signal.SignalReader;
import io.outcrop.causes.signal.Span;
import io.outcrop.causes.text.PhraseBook;
import io.outcrop.models.ModelCatalogue;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Finds the cause of a failure in its text. A pure function of text and context; safe for many
/// threads.
public final class Explainer {
  /// How much of a text is read, in characters; what is longer is cut in the middle.
  public static final int MAX_CHARACTERS = 1_000_000;

  private final SignalReader reader;
  private final CauseMatcher matcher;
  private final Supplier<PhraseBook> gists;
  private volatile @Nullable PhraseBook gistBook;

  /// An explainer that knows these causes and models.
  public Explainer(CauseCatalogue causes, ModelCatalogue models) {
    this.reader = new SignalReader(causes.sentences(), MAX_CHARACTERS);
    this.matcher = new CauseMatcher(causes.entries(), models);
    this.gists = causes::gists;
  }

  /// What `text` tells.
  public Explanation explain(String text, ExplanationContext context) {
    var reading = reader.read(text);
    var circumstances = new Circumstances(context.region(), context.model(), context.at());
    var matches = matcher.match(reading, circumstances);
    if (matches.stream().allMatch(match -> match.tell().alone())) {
      matches = explainLoosely(text, reading, circumstances);
    }
    return new Explanation(diagnoses(text, matches), reading.signals());
  }

  private List<Match> explainLoosely(String text, Reading strict, Circumstances circumstances) {
    var reading = reader.readLoosely(text, strict, gistBook());
    var matches = matcher.match(reading, circumstances);
    return matches.stream().allMatch(match -> match.tell().alone())
        ? matcher.withKin(matches, reading, reader.readWords(text), circumstances)
        : matches;
  }

  /// Loose words are needed for few texts, and the first of them waits for the book.
  private PhraseBook gistBook() {
    var known = gistBook;
    if (known == null) {
      known = gists.get();
      gistBook = known;
    }
    return known;
  }

  private static List<Diagnosis> diagnoses(String text, List<Match> matches) {
    return matches.stream().map(match -> diagnosis(text, match, matches)).toList();
  }

  private static Diagnosis diagnosis(String text, Match match, List<Match> all) {
    return new Diagnosis(
        match.entry().cause(),
        confidence(match, all),
        wholeWords(text, match.because()),
        match.values());
  }

  /// The same places with the words that they begin, and without those that stand inside another: a
  /// phrase may be known by the stem of its last word.
  private static List<Span> wholeWords(String text, List<Span> spans) {
    var whole = spans.stream().map(span -> wholeWord(text, span)).distinct().toList();
    return whole.stream()
        .filter(span -> whole.stream().noneMatch(other -> contains(other, span)))
        .toList();
  }

  private static Span wholeWord(String text, Span span) {
    var end = span.end();
    while (!span.isEmpty() && end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return end == span.end()
        ? span
        : new Span(text.substring(span.start(), end), span.start(), end);
  }

  private static boolean contains(Span outer, Span inner) {
    return !outer.equals(inner)
        && !inner.isEmpty()
        && outer.start() <= inner.start()
        && inner.end() <= outer.end();
  }

  private static Confidence confidence(Match match, List<Match> all) {
    return switch (match.tell().says()) {
      case DECIDES ->
          isDisputed(match, all) || isOneOfSeveral(match, all)
              ? Confidence.LIKELY
              : Confidence.CERTAIN;
      case SUGGESTS -> Confidence.LIKELY;
      case ALLOWS -> Confidence.POSSIBLE;
    };
  }

  /// Whether a look-alike claims the same words, were it only as a possibility.
  private static boolean isDisputed(Match match, List<Match> all) {
    return all.stream()
        .filter(other -> !other.slug().equals(match.slug()))
        .filter(other -> areLookAlikes(match.entry().cause(), other.entry().cause()))
        .anyMatch(match::sharesWordsWith);
  }

  /// Whether other words of the text decide for another cause: which of two errors is the one that
  /// matters is no longer certain then.
  private static boolean isOneOfSeveral(Match match, List<Match> all) {
    return all.stream()
        .filter(other -> !other.slug().equals(match.slug()))
        .anyMatch(other -> other.tell().says() == Tell.Strength.DECIDES);
  }

  private static boolean areLookAlikes(Cause one, Cause other) {
    return one.lookAlikes().contains(other.slug()) || other.lookAlikes().contains(one.slug());
  }
}
