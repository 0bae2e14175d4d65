package io.outcrop.causes.catalogue;

import io.outcrop.causes.text.Stems;
import io.outcrop.json.pack.Packer;
import io.outcrop.json.pack.Unpacker;
import java.util.Arrays;
import java.util.Collection;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Which words an entry uses, and how often; see [Stems]. A word is kept as a number, so that a
/// pack can be read without making a text of each. Immutable.
public final class Vocabulary {
  private final int[] words;
  private final int[] counts;
  private final int size;

  private Vocabulary(int[] words, int[] counts) {
    this.words = words;
    this.counts = counts;
    this.size = Arrays.stream(counts).sum();
  }

  /// The number of a word or of two neighbours: the same in every program that reads a pack.
  public static int number(String stem) {
    return stem.hashCode() & Integer.MAX_VALUE;
  }

  /// Numbers of words, each once, as [#countsOf] takes them.
  public static int[] numbers(Collection<String> stems) {
    return stems.stream().mapToInt(Vocabulary::number).sorted().distinct().toArray();
  }

  /// How often each of these words is used.
  ///
  /// @param asked numbers of words in ascending order, each once
  public int[] countsOf(int[] asked) {
    var found = new int[asked.length];
    var own = 0;
    for (var i = 0; i < asked.length; i++) {
      while (own < words.length && words[own] < asked[i]) {
        own++;
      }
      found[i] = own < words.length && words[own] == asked[i] ? counts[own] : 0;
    }
    return found;
  }

  /// How many words it is of, each as often as it is used.
  public int size() {
    return size;
  }

  /// What these texts use; a word counts once a text.
  static Vocabulary of(Collection<String> texts) {
    var counts = new TreeMap<Integer, Integer>();
    for (var text : texts) {
      Stems.of(text, Integer.MAX_VALUE).stream()
          .map(stem -> number(stem.stem()))
          .distinct()
          .forEach(word -> counts.merge(word, 1, Integer::sum));
    }
    return new Vocabulary(
        counts.keySet().stream().mapToInt(Integer::intValue).toArray(),
        counts.values().stream().mapToInt(Integer::intValue).toArray());
  }

  /// Writes each word as its distance from the one before it.
  void write(Packer packer) {
    packer.number(words.length);
    for (var i = 0; i < words.length; i++) {
      packer.number(words[i] - (i == 0 ? 0 : words[i - 1]));
      packer.number(counts[i]);
    }
  }

  static Vocabulary read(Unpacker packed) {
    var words = new int[packed.number()];
    var counts = new int[words.length];
    for (var i = 0; i < words.length; i++) {
      words[i] = packed.number() + (i == 0 ? 0 : words[i - 1]);
      counts[i] = packed.number();
    }
    return new Vocabulary(words, counts);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Vocabulary that
        && Arrays.equals(words, that.words)
        && Arrays.equals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(words);
  }

  @Override
  public String toString() {
    return IntStream.of(counts).sum() + " words";
  }
}
