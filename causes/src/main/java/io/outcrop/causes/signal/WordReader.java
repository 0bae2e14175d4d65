package io.outcrop.causes.signal;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what single words say: names of exceptions, codes, operations, request ids. It goes from
/// word to word once.
final class WordReader {
  private static final Pattern REQUEST_ID =
      Pattern.compile(
          "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b"
              + "|req_[A-Za-z0-9]{8,64}+\\b");
  private static final int SHORTEST = 4;
  private static final int LONGEST = 81;

  /// Of a name behind an underscore, as in `AI_APICallError`: shorter ones are a constant's.
  private static final int SHORTEST_NAME = 9;

  private static final int LONGEST_CODE = 30;

  private final Page page;
  private final String text;
  private final List<Signal> signals;
  private final Matcher ids;

  private WordReader(Page page, List<Signal> signals) {
    this.page = page;
    this.text = page.text();
    this.signals = signals;
    this.ids = Letters.matcher(REQUEST_ID, text);
  }

  static void read(Page page, List<Signal> signals) {
    new WordReader(page, signals).read();
  }

  private void read() {
    var at = 0;
    while (at < text.length()) {
      var start = at;
      while (at < text.length() && Letters.isWord(text.charAt(at))) {
        at++;
      }
      if (at - start >= SHORTEST && at - start <= LONGEST) {
        word(start, at);
      }
      at++;
    }
  }

  private void word(int start, int end) {
    if (Letters.isLetter(text.charAt(start))) {
      name(start, end);
    }
    var mayBeId = text.startsWith("req_", start) || (end - start == 8 && text.startsWith("-", end));
    if (mayBeId && Letters.matchesAt(ids, start, text.length())) {
      signals.add(page.signal("request-id", ids.group(), start, ids.end()));
    }
  }

  private void name(int start, int end) {
    if (text.startsWith("Exception", end - "Exception".length())
        || text.startsWith("Error", end - "Error".length())) {
      var bare = Math.max(start, text.lastIndexOf('_', end - 1) + 1);
      if (end - bare >= SHORTEST_NAME || bare == start) {
        exception(text.substring(bare, end), bare, end);
      }
    } else if (Letters.isUpperCase(text.charAt(start)) || text.startsWith("_error", end - 6)) {
      code(start, end);
    }
  }

  private void code(int start, int end) {
    var word = text.substring(start, end);
    if (end - start <= LONGEST_CODE && ErrorReader.CODES.contains(word)) {
      exception(word, start, end);
    }
    if (Operations.isKnown(word)) {
      signals.add(page.signal("operation", word, start, end));
    }
  }

  private void exception(String word, int start, int end) {
    signals.add(page.signal("exception", ErrorReader.exception(word), start, end));
  }
}
