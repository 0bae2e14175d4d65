package io.outcrop.causes.text;

import io.outcrop.json.pack.Packer;
import io.outcrop.json.pack.Unpacker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Phrases by name, found in a text in one pass. A phrase is words; `…` stands for up to
/// [#LONGEST_GAP] characters of anything, ` ~ ` for up to [#NEAR], which is a few words; a part in
/// brackets, `(unable to|could not)`, is one of several. Case, white space, wrapping and quotes
/// make no difference. Immutable and safe for many threads.
///
/// Every fragment of every phrase is filed under a hash of its first four characters; at each
/// character of the text the fragments of one drawer are compared. Time is proportional to the
/// text's length: drawers have a size that does not depend on the text.
public final class PhraseBook {
  /// How many characters, blanks not counted, `…` may stand for.
  public static final int LONGEST_GAP = 300;

  /// How many characters, blanks not counted, ` ~ ` may stand for.
  public static final int NEAR = 40;

  /// A wider gap says that two parts stand in one text, hardly that they stand in one sentence.
  private static final int WITHIN_A_SENTENCE = 90;

  /// What the beginning of an error looks like, squeezed.
  private static final List<String> ERRORS = List.of("erroroccurred(", "exception:");

  private static final String NEARBY = " ~ ";
  private static final int HEAD = 4;
  private static final int DRAWERS = 1 << 12;
  private static final int MOST_HITS = 200;

  private final List<String> names = new ArrayList<>();
  private final List<Fragment> fragments = new ArrayList<>();
  private final int[] first = new int[DRAWERS];

  /// A book of these phrases, by name.
  public PhraseBook(Map<String, List<String>> phrasesByName) {
    Arrays.fill(first, -1);
    new TreeMap<>(phrasesByName)
        .forEach((name, variants) -> variants.forEach(phrase -> add(name, phrase)));
  }

  private PhraseBook(Unpacker packed) {
    Arrays.fill(first, -1);
    names.addAll(packed.texts());
    for (var count = packed.number(); count > 0; count--) {
      var text = packed.text();
      file(text, packed.number(), packed.number(), packed.number(), packed.flag());
    }
  }

  /// Reads what [#write] wrote: phrases taken apart already, which is most of the work.
  public static PhraseBook read(Unpacker packed) {
    return new PhraseBook(packed);
  }

  /// Writes the book.
  public void write(Packer packer) {
    packer.texts(names);
    packer.list(
        fragments,
        (pack, fragment) -> {
          pack.text(fragment.text());
          pack.number(fragment.phrase());
          pack.number(fragment.index());
          pack.number(fragment.gap());
          pack.flag(fragment.last());
        });
  }

  /// A phrase that was found.
  ///
  /// @param name its name in the book
  /// @param start offset of its first character in the squeezed text
  /// @param end offset behind its last
  /// @param stretched whether its parts may belong to different sentences: one of its gaps is wide,
  ///   or another error begins in it
  public record Hit(String name, int start, int end, boolean stretched) {}

  /// One of the variants of one part of a phrase.
  ///
  /// @param gap how many characters may stand before it
  /// @param next the fragment behind it in its drawer; -1 if it is the last
  private record Fragment(String text, int phrase, int index, int gap, boolean last, int next) {}

  /// The phrases in `text`, in the order in which they end; at most 200.
  public List<Hit> find(SqueezedText text) {
    var search = new Search(text);
    var limit = text.lower().length() - HEAD;
    for (var at = 0; at <= limit && search.hits.size() < MOST_HITS; at++) {
      var entry = first[drawer(text.lower(), at)];
      while (entry >= 0) {
        var fragment = fragments.get(entry);
        if (text.lower().startsWith(fragment.text(), at)) {
          search.met(fragment, at);
        }
        entry = fragment.next();
      }
    }
    return search.hits;
  }

  private void add(String name, String phrase) {
    var from = 0;
    var gap = 0;
    for (var index = 0; from <= phrase.length(); index++) {
      var far = end(phrase, "…", from);
      var near = end(phrase, NEARBY, from);
      var end = Math.min(far, near);
      addPart(phrase.substring(from, end), index, gap, end == phrase.length());
      gap = near < far ? NEAR : LONGEST_GAP;
      from = end + (near < far ? NEARBY.length() : 1);
    }
    names.add(name);
  }

  private static int end(String phrase, String gap, int from) {
    var at = phrase.indexOf(gap, from);
    return at < 0 ? phrase.length() : at;
  }

  private void addPart(String part, int index, int gap, boolean last) {
    var words = part.strip();
    var several = words.startsWith("(") && words.endsWith(")") && words.indexOf('|') > 0;
    var variants =
        several ? words.substring(1, words.length() - 1).split("\\|", -1) : new String[] {words};
    var known = new HashSet<String>();
    for (var variant : variants) {
      var text = SqueezedText.squeeze(variant);
      if (!known.add(text)) {
        continue;
      }
      if (text.length() < HEAD) {
        throw new IllegalArgumentException(
            "`" + variant + "` in a phrase has less than " + HEAD + " characters");
      }
      file(text, names.size(), index, gap, last);
    }
  }

  private void file(String text, int phrase, int index, int gap, boolean last) {
    var drawer = drawer(text, 0);
    fragments.add(new Fragment(text, phrase, index, gap, last, first[drawer]));
    first[drawer] = fragments.size() - 1;
  }

  private static int drawer(String text, int at) {
    var hash = text.charAt(at);
    var mixed = hash * 31 + text.charAt(at + 1);
    mixed = mixed * 31 + text.charAt(at + 2);
    mixed = mixed * 31 + text.charAt(at + 3);
    return (mixed ^ (mixed >>> 12)) & (DRAWERS - 1);
  }

  /// How far each phrase has been met.
  private final class Search {
    private final List<Hit> hits = new ArrayList<>();
    private final SqueezedText text;
    private final int[] met = new int[names.size()];
    private final int[] starts = new int[names.size()];
    private final int[] ends = new int[names.size()];
    private final boolean[] stretched = new boolean[names.size()];

    Search(SqueezedText text) {
      this.text = text;
    }

    void met(Fragment fragment, int at) {
      var phrase = fragment.phrase();
      if (fragment.index() == 0) {
        if (!text.beginsWord(at)) {
          return;
        }
        starts[phrase] = at;
        stretched[phrase] = false;
      } else if (met[phrase] != fragment.index()
          || at < ends[phrase]
          || at - ends[phrase] > fragment.gap()) {
        return;
      } else {
        stretched[phrase] |= isStretch(ends[phrase], at);
      }
      ends[phrase] = at + fragment.text().length();
      met[phrase] = fragment.index() + 1;
      if (fragment.last()) {
        hits.add(new Hit(names.get(phrase), starts[phrase], ends[phrase], stretched[phrase]));
        met[phrase] = 0;
      }
    }

    private boolean isStretch(int from, int to) {
      return to - from > WITHIN_A_SENTENCE
          || ERRORS.stream().anyMatch(error -> text.lower().indexOf(error, from, to) >= 0);
    }
  }
}
