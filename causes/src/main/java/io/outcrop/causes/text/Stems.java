package io.outcrop.causes.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The words by which two texts are compared: in lower case, without endings, names in camel case
/// taken apart, and each also together with the one before it. Words that stand in nearly every
/// error, numbers and the frames of stack traces are left out.
public final class Stems {
  private static final Set<String> COMMON =
      Set.of(
          "the and for with this that from was has have are you your not but can will would been"
              .concat(" error errors exception occurred when calling operation aws bedrock amazon")
              .concat(" model claude anthropic message type code http request status com")
              .split(" "));

  private static final List<String> ENDINGS = List.of("ing", "ed", "es", "s");
  private static final int SHORTEST = 3;
  private static final int SHORTEST_STEM = 4;

  private final String text;
  private final int most;
  private final List<Stem> found = new ArrayList<>();
  private Stem before = new Stem("", 0, 0);
  private int words;

  private Stems(String text, int most) {
    this.text = text;
    this.most = most;
  }

  /// A word's stem, or those of two neighbours with a blank between them.
  ///
  /// @param start offset of the first character
  /// @param end offset behind the last
  public record Stem(String stem, int start, int end) {}

  /// The stems of at most `most` words, in the order of the text.
  public static List<Stem> of(String text, int most) {
    var stems = new Stems(text, most);
    for (int start = 0, end; start < text.length(); start = end + 1) {
      end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      if (!isFrame(text, start, end)) {
        stems.readLine(start, end);
      }
    }
    return List.copyOf(stems.found);
  }

  /// Whether a line is `at package.Class.method(File.java:1)` or `File "x.py", line 1, in x`.
  private static boolean isFrame(String text, int start, int end) {
    var at = start;
    while (at < end && text.charAt(at) == ' ') {
      at++;
    }
    return (text.startsWith("at ", at) && text.charAt(end - 1) == ')')
        || text.startsWith("File \"", at);
  }

  private void readLine(int from, int to) {
    var at = from;
    while (at < to && words < most) {
      if (isLetter(text.charAt(at))) {
        var end = wordEnd(at, to);
        word(at, end);
        at = end;
      } else {
        at++;
      }
    }
  }

  /// A word ends where letters do, and before the capital of the next in camel case.
  private int wordEnd(int start, int to) {
    var end = start + 1;
    while (end < to && goesOn(end) && !(isCapital(end) && !isCapital(end - 1))) {
      end++;
    }
    return end;
  }

  private boolean goesOn(int at) {
    return isLetter(text.charAt(at)) || text.charAt(at) == '\'';
  }

  private boolean isCapital(int at) {
    return text.charAt(at) >= 'A' && text.charAt(at) <= 'Z';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private void word(int start, int end) {
    var word = text.substring(start, end).toLowerCase(Locale.ROOT);
    if (word.length() < SHORTEST || COMMON.contains(word)) {
      return;
    }
    words++;
    var stem = new Stem(withoutEnding(word), start, end);
    found.add(stem);
    if (!before.stem().isEmpty()) {
      found.add(new Stem(before.stem() + ' ' + stem.stem(), before.start(), end));
    }
    before = stem;
  }

  private static String withoutEnding(String word) {
    for (var ending : ENDINGS) {
      if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_STEM) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }
}
