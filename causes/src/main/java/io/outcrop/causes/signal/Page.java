package io.outcrop.causes.signal;

import io.outcrop.causes.text.CleanText;
import io.outcrop.causes.text.SqueezedText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One text in the forms that readers read. Not changed by reading.
final class Page {
  private static final Pattern WHITE = Pattern.compile("\\s++");

  private final CleanText clean;
  private final SqueezedText squeezed;
  private final String lower;

  Page(String text, int maxCharacters) {
    this.clean = CleanText.of(text, maxCharacters);
    this.squeezed = SqueezedText.of(clean);
    this.lower = Letters.lower(clean.text());
  }

  /// The clean text.
  String text() {
    return clean.text();
  }

  /// The clean text with ASCII's letters in lower case.
  String lower() {
    return lower;
  }

  SqueezedText squeezed() {
    return squeezed;
  }

  /// A signal from these characters of the clean text.
  Signal signal(String kind, String value, int start, int end) {
    return new Signal(
        kind,
        value,
        new Span(
            clean.originalWords(start, end), clean.originalStart(start), clean.originalEnd(end)));
  }

  /// A signal from these characters of the squeezed text.
  Signal squeezedSignal(String kind, String value, int start, int end) {
    return signal(kind, value, squeezed.cleanStart(start), squeezed.cleanEnd(end));
  }

  /// A signal from a group of a pattern that matched the clean text; the group is its value.
  Signal signal(String kind, Matcher matched, String group) {
    return signal(kind, matched.group(group), matched.start(group), matched.end(group));
  }

  /// The words from `start` to `end` of the squeezed text, without white space but with all else.
  String unwrapped(int start, int end) {
    if (start >= end) {
      return "";
    }
    var words = text().substring(squeezed.cleanStart(start), squeezed.cleanEnd(end));
    return WHITE.matcher(words).replaceAll("");
  }
}
