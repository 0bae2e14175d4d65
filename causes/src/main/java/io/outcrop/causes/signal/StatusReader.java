package io.outcrop.causes.signal;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads HTTP statuses: numbers behind a word that announces them, at the beginning of a line, and
/// before a reason.
final class StatusReader {
  private static final Pattern ANNOUNCED =
      Pattern.compile(
          "(?i)\\b(?:status(?:[ _-]?code)?|http(?:/\\d(?:\\.\\d)?)?|error(?:\\scode)?|code|returned"
              + "|response)$");

  /// The statuses with which calls of a model fail.
  private static final Set<String> USUAL =
      Set.of("400", "401", "403", "404", "408", "424", "429", "500", "502", "503", "504", "529");

  private static final int LONGEST_WORD = 14;
  private static final int LONGEST_GAP = 12;
  private static final int WIDEST_MARGIN = 8;

  private final Page page;
  private final String text;
  private final Matcher announced;

  private StatusReader(Page page) {
    this.page = page;
    this.text = page.text();
    this.announced = ANNOUNCED.matcher(text).useTransparentBounds(true);
  }

  static void read(Page page, List<Signal> signals) {
    new StatusReader(page).read(signals);
  }

  /// Every number that may be a status of a failed call, as `loose-status`, where no word says that
  /// it is one.
  static void readLoosely(Page page, List<Signal> signals) {
    var reader = new StatusReader(page);
    for (var at = 0; at + 3 <= page.text().length(); at++) {
      if (reader.isNumber(at) && USUAL.contains(page.text().substring(at, at + 3))) {
        signals.add(page.signal("loose-status", page.text().substring(at, at + 3), at, at + 3));
      }
    }
  }

  private void read(List<Signal> signals) {
    for (var at = 0; at + 3 <= text.length(); at++) {
      if (isNumber(at) && isStatus(at)) {
        signals.add(page.signal("status", text.substring(at, at + 3), at, at + 3));
      }
    }
  }

  /// Whether a number from 100 to 599 stands by itself here.
  private boolean isNumber(int at) {
    var first = text.charAt(at);
    return first >= '1'
        && first <= '5'
        && Letters.isDigit(text.charAt(at + 1))
        && Letters.isDigit(text.charAt(at + 2))
        && (at == 0 || !Letters.isAlphanumeric(text.charAt(at - 1)))
        && (at + 3 == text.length() || !Letters.isWord(text.charAt(at + 3)));
  }

  private boolean isStatus(int at) {
    var gap = at;
    while (gap > 0 && at - gap <= LONGEST_GAP && isGap(text.charAt(gap - 1))) {
      gap--;
    }
    if (text.charAt(at) >= '4' && (beginsLine(at, gap) || hasReason(at))) {
      return true;
    }
    return gap < at && at - gap <= LONGEST_GAP && gap > 0 && isAnnounced(gap);
  }

  private static boolean isGap(char c) {
    return c != '\n' && !Letters.isAlphanumeric(c);
  }

  private boolean beginsLine(int at, int gap) {
    return at - gap <= WIDEST_MARGIN
        && (gap == 0 || text.charAt(gap - 1) == '\n')
        && !(at + 4 < text.length()
            && ".:".indexOf(text.charAt(at + 3)) >= 0
            && Letters.isDigit(text.charAt(at + 4)));
  }

  private boolean hasReason(int at) {
    return at + 4 < text.length()
        && (at == 0 || !Letters.isWord(text.charAt(at - 1)))
        && Letters.isBlank(text.charAt(at + 3))
        && (Letters.isUpperCase(text.charAt(at + 4)) || "\"'{<".indexOf(text.charAt(at + 4)) >= 0);
  }

  private boolean isAnnounced(int gap) {
    var last = text.charAt(gap - 1);
    return text.charAt(gap) != '_'
        && (Letters.isDigit(last) || "eprsdEPRSD".indexOf(last) >= 0)
        && announced.region(Math.max(0, gap - LONGEST_WORD), gap).find();
  }
}
