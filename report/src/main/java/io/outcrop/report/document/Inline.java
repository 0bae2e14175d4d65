package io.outcrop.report.document;

import java.util.ArrayList;
import java.util.List;

/// Running words, taken apart into plain words and code.
record Inline(boolean code, String text) {
  static List<Inline> of(String words) {
    var parts = new ArrayList<Inline>();
    var from = 0;
    while (from < words.length()) {
      var open = words.indexOf('`', from);
      var close = open < 0 ? -1 : words.indexOf('`', open + 1);
      if (close < 0) {
        break;
      }
      if (open > from) {
        parts.add(new Inline(false, words.substring(from, open)));
      }
      if (close > open + 1) {
        parts.add(new Inline(true, words.substring(open + 1, close)));
      }
      from = close + 1;
    }
    if (from < words.length()) {
      parts.add(new Inline(false, words.substring(from)));
    }
    return parts;
  }
}
