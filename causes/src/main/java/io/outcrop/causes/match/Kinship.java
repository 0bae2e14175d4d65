package io.outcrop.causes.match;

import io.outcrop.causes.catalogue.Entry;
import io.outcrop.causes.catalogue.Vocabulary;
import io.outcrop.causes.signal.Signal;
import io.outcrop.causes.signal.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Which entry's own words are most like those of a text? A message that nobody has seen uses the
/// words in which its cause is described, seldom its sentences.
///
/// A word that few entries use weighs more, `ln(entries / entries that use it)`; one that an entry
/// uses again and again weighs little more than one that it uses a few times, `n / (n + 2)`; and an
/// entry of many words meets more of them by chance, so its sum is divided by a blend of 1 and its
/// length. It is BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009) with
/// the text as the query. Time grows with the words of the text and of the catalogue.
final class Kinship {
  /// How soon a word that is used again says nothing new.
  private static final double SATURATION = 2;

  /// How much an entry's length counts.
  private static final double BY_LENGTH = 0.4;

  /// Of the words that an entry shares with a text, so many are shown.
  private static final int MOST_SHOWN = 6;

  private final List<Entry> entries;
  private final int[] words;
  private final int[][] counts;
  private final double[] weights;
  private final double averageSize;

  /// The kinship of these entries with a text of these words.
  Kinship(List<Entry> entries, List<Signal> words) {
    this.entries = entries;
    this.words = Vocabulary.numbers(words.stream().map(Signal::value).toList());
    this.counts = new int[entries.size()][];
    var users = new int[this.words.length];
    var size = 0L;
    for (var i = 0; i < counts.length; i++) {
      counts[i] = entries.get(i).vocabulary().countsOf(this.words);
      size += entries.get(i).vocabulary().size();
      for (var word = 0; word < users.length; word++) {
        users[word] += counts[i][word] > 0 ? 1 : 0;
      }
    }
    this.averageSize = (double) size / Math.max(1, entries.size());
    this.weights = new double[users.length];
    for (var word = 0; word < users.length; word++) {
      weights[word] = users[word] == 0 ? 0 : Math.log((double) entries.size() / users[word]);
    }
  }

  /// An entry and how much its words are those of the text.
  record Kin(Entry entry, double likeness) {}

  /// The entries that share words with the text, the most alike first, by slug where they are
  /// equal.
  List<Kin> nearest(int most) {
    var kin = new ArrayList<Kin>();
    for (var i = 0; i < counts.length; i++) {
      var likeness = likeness(i);
      if (likeness > 0) {
        kin.add(new Kin(entries.get(i), likeness));
      }
    }
    kin.sort(
        Comparator.comparingDouble(Kin::likeness)
            .reversed()
            .thenComparing(one -> one.entry().slug()));
    return kin.stream().limit(most).toList();
  }

  private double likeness(int entry) {
    var sum = 0.0;
    for (var word = 0; word < words.length; word++) {
      sum += worth(entry, word);
    }
    var length = entries.get(entry).vocabulary().size() / averageSize;
    return sum / (1 - BY_LENGTH + BY_LENGTH * length);
  }

  private double worth(int entry, int word) {
    var count = counts[entry][word];
    return weights[word] * (count / (count + SATURATION));
  }

  /// The words that an entry shares with the text, those that weigh most, in the order of the text.
  List<Span> shared(Entry entry, List<Signal> text) {
    var index = entries.indexOf(entry);
    var best = new ArrayList<Integer>();
    for (var word = 0; word < words.length; word++) {
      if (worth(index, word) > 0) {
        best.add(word);
      }
    }
    best.sort(Comparator.comparingDouble((Integer word) -> worth(index, word)).reversed());
    var shown = new HashSet<Integer>();
    best.stream().limit(MOST_SHOWN).forEach(word -> shown.add(words[word]));
    return text.stream().filter(isFirstOf(shown)).map(Signal::span).toList();
  }

  private static Predicate<Signal> isFirstOf(Set<Integer> shown) {
    return word -> shown.remove(Vocabulary.number(word.value()));
  }
}
