package io.outcrop.causes.signal;

import io.outcrop.causes.text.PhraseBook;
import io.outcrop.causes.text.Stems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads the signals of any text. Immutable and safe for many threads.
public final class SignalReader {
  /// How many different signals of one kind are kept: a log repeats itself.
  private static final int MOST_OF_A_KIND = 50;

  /// What is longer is a log, which shares some words with everything.
  private static final int MOST_WORDS = 300;

  private static final int MOST_PLACES = 500;
  private static final Set<String> PLACED = Set.of("region", "model", "named-region", "arn");

  private final PhraseBook sentences;
  private final int maxCharacters;

  /// A reader that knows these sentences and reads at most `maxCharacters` of a text.
  public SignalReader(PhraseBook sentences, int maxCharacters) {
    this.sentences = sentences;
    this.maxCharacters = maxCharacters;
  }

  /// Reads `text`.
  public Reading read(String text) {
    var page = new Page(text, maxCharacters);
    var signals = new ArrayList<Signal>();
    sentences(page, signals);
    var denials = denials(page);
    denials.forEach(signals::addAll);
    signals.addAll(ErrorReader.read(page));
    signals.addAll(MemberReader.read(page));
    signals.addAll(NameReader.read(page));
    signals.addAll(ModelNames.read(page));
    signals.addAll(RegionReader.read(page));
    signals.addAll(HostReader.read(page));
    signals.addAll(ServiceReader.read(page));
    signals.addAll(SettingReader.read(page));
    signals.addAll(ClockReader.read(page));
    signals.addAll(FormReader.read(page));
    signals.addAll(FieldReader.read(page));
    signals.addAll(ScopeReader.read(page));
    signals.addAll(TroubleshooterReader.read(page));
    signals.addAll(MentionReader.read(page));
    signals.sort(SignalReader::inOrder);
    return new Reading(distinct(signals), denials, places(signals));
  }

  /// The same reading with the gists that loose words of `text` amount to, and with the actions
  /// that it names: what a program says in its own words has no sentence to be known by.
  public Reading readLoosely(String text, Reading reading, PhraseBook gists) {
    var page = new Page(text, maxCharacters);
    var signals = new ArrayList<Signal>(reading.signals());
    for (var hit : gists.find(page.squeezed())) {
      signals.add(page.squeezedSignal("gist", hit.name(), hit.start(), hit.end()));
    }
    signals.addAll(RemnantReader.actions(page));
    StatusReader.readLoosely(page, signals);
    signals.sort(SignalReader::inOrder);
    return new Reading(distinct(signals), reading.denials(), reading.places());
  }

  /// The words of `text`, as [Stems] has them, as signals of the kind `word`.
  public List<Signal> readWords(String text) {
    var page = new Page(text, maxCharacters);
    return Stems.of(page.text(), MOST_WORDS).stream()
        .map(stem -> page.signal("word", stem.stem(), stem.start(), stem.end()))
        .toList();
  }

  /// The sentences; one whose parts stand far apart counts only where it stands nowhere whole, and
  /// is marked as `stretched`.
  private void sentences(Page page, List<Signal> signals) {
    var hits = sentences.find(page.squeezed());
    var whole = new HashSet<String>();
    hits.stream().filter(hit -> !hit.stretched()).forEach(hit -> whole.add(hit.name()));
    for (var hit : hits) {
      if (!hit.stretched() || !whole.contains(hit.name())) {
        var sentence = page.squeezedSignal("sentence", hit.name(), hit.start(), hit.end());
        signals.add(sentence);
        if (hit.stretched()) {
          signals.add(new Signal("stretched", hit.name(), sentence.span()));
        }
      }
    }
  }

  private static List<Signal> places(List<Signal> signals) {
    return signals.stream()
        .filter(signal -> PLACED.contains(signal.kind()))
        .limit(MOST_PLACES)
        .toList();
  }

  /// Whole refusals; what is left of others counts only where there are none.
  private static List<List<Signal>> denials(Page page) {
    var whole = new DenialReader(page).read();
    return whole.isEmpty() ? RemnantReader.read(page) : whole;
  }

  private static List<Signal> distinct(List<Signal> signals) {
    var seen = new HashSet<List<String>>();
    var counts = new HashMap<String, Integer>();
    return signals.stream()
        .filter(signal -> seen.add(List.of(signal.kind(), signal.value())))
        .filter(signal -> counts.merge(signal.kind(), 1, Integer::sum) <= MOST_OF_A_KIND)
        .toList();
  }

  /// In plain words: a chain of `Comparator`s costs a start some milliseconds.
  private static int inOrder(Signal one, Signal other) {
    var order = Integer.compare(one.span().start(), other.span().start());
    if (order == 0) {
      order = Integer.compare(other.span().end(), one.span().end());
    }
    if (order == 0) {
      order = one.kind().compareTo(other.kind());
    }
    return order == 0 ? one.value().compareTo(other.value()) : order;
  }
}
