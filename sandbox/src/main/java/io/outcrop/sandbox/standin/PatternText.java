package io.outcrop.sandbox.standin;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Writes a text that a regular expression matches: literals, classes, groups, alternatives and
/// repetitions. What it cannot write, it does not claim to: the text is tried before it is given.
final class PatternText {
  private static final String CANDIDATES =
      "aA0b1cBCdD23e_-"
          + " .:/@#+,%&=()xyzXYZ456789fghijklmnopqrstuvwEFGHIJKLMNOPQRSTUVW~!?*$'\";<>[]{}|\\^`é";
  private static final int MOST = 10_000;

  private final String pattern;
  private final StringBuilder out = new StringBuilder();
  private long random;
  private int at;

  private PatternText(String pattern, long random) {
    this.pattern = pattern;
    this.random = random;
  }

  /// A text in which `pattern` is found; nothing if none could be written.
  static Optional<String> of(String pattern, long random) {
    try {
      var compiled = Pattern.compile(pattern);
      var writer = new PatternText(pattern, random);
      writer.alternatives();
      var text = writer.out.toString();
      return compiled.matcher(text).find() ? Optional.of(text) : Optional.empty();
    } catch (PatternSyntaxException | StringIndexOutOfBoundsException _) {
      return Optional.empty();
    }
  }

  /// Writes the first alternative and passes over the others.
  private void alternatives() {
    sequence();
    while (at < pattern.length() && pattern.charAt(at) == '|') {
      at++;
      var length = out.length();
      sequence();
      out.setLength(length);
    }
  }

  private void sequence() {
    while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
      item();
    }
  }

  private void item() {
    var from = at;
    var length = out.length();
    atom();
    var to = at;
    var times = times();
    var after = at;
    out.setLength(length);
    for (var i = 0; i < times && out.length() < MOST; i++) {
      at = from;
      atom();
      if (at != to) {
        throw new StringIndexOutOfBoundsException(at);
      }
    }
    at = after;
  }

  private void atom() {
    var c = pattern.charAt(at++);
    switch (c) {
      case '^', '$' -> {}
      case '(' -> group();
      case '[' -> oneOf(classEnd());
      case '.' -> out.append('a');
      case '\\' -> escaped();
      default -> out.append(c);
    }
  }

  private void group() {
    var isLook = false;
    if (pattern.startsWith("?:", at)) {
      at += 2;
    } else if (pattern.startsWith("?=", at) || pattern.startsWith("?!", at)) {
      isLook = true;
      at += 2;
    } else if (pattern.startsWith("?<", at)) {
      at = pattern.indexOf('>', at) + 1;
    }
    var length = out.length();
    alternatives();
    at++;
    if (isLook) {
      out.setLength(length);
    }
  }

  /// The text of the class whose bracket was just read.
  private String classEnd() {
    var from = at - 1;
    var i = at;
    if (pattern.charAt(i) == '^') {
      i++;
    }
    do {
      i += pattern.charAt(i) == '\\' ? 2 : 1;
    } while (pattern.charAt(i) != ']');
    at = i + 1;
    return pattern.substring(from, at);
  }

  private void escaped() {
    var c = pattern.charAt(at++);
    if (c == 'b' || c == 'B' || c == 'A' || c == 'Z' || c == 'z') {
      return;
    }
    if (c == 'p' || c == 'P') {
      var end = pattern.indexOf('}', at) + 1;
      var name = pattern.substring(at - 2, end);
      at = end;
      oneOf(name);
    } else {
      oneOf("\\" + c);
    }
  }

  private void oneOf(String set) {
    var wanted = Pattern.compile(set);
    var start = (int) Long.remainderUnsigned(random++, 3);
    for (var i = 0; i < CANDIDATES.length(); i++) {
      var candidate = CANDIDATES.substring((start + i) % CANDIDATES.length());
      if (wanted.matcher(candidate.substring(0, 1)).matches()) {
        out.append(candidate.charAt(0));
        return;
      }
    }
    for (var c = 1; c < 0x250; c++) {
      if (wanted.matcher(String.valueOf((char) c)).matches()) {
        out.append((char) c);
        return;
      }
    }
    throw new StringIndexOutOfBoundsException(at);
  }

  /// How often the atom before is wanted, at least.
  private int times() {
    if (at == pattern.length()) {
      return 1;
    }
    var c = pattern.charAt(at);
    var times =
        switch (c) {
          case '?', '*' -> 0;
          case '+' -> 1;
          case '{' -> counted();
          default -> -1;
        };
    if (times < 0) {
      return 1;
    }
    at += c == '{' ? 0 : 1;
    if (at < pattern.length() && (pattern.charAt(at) == '?' || pattern.charAt(at) == '+')) {
      at++;
    }
    return times;
  }

  private int counted() {
    var end = pattern.indexOf('}', at);
    var bounds = pattern.substring(at + 1, end).split(",", -1);
    at = end + 1;
    try {
      return Integer.parseInt(bounds[0].strip());
    } catch (NumberFormatException _) {
      throw new StringIndexOutOfBoundsException(at);
    }
  }
}
