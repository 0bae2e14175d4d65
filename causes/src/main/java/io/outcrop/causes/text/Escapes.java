package io.outcrop.causes.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads one escaped character: of JSON and of programming languages, of HTML, of URLs, of mail.
final class Escapes {
  private static final Code NONE = new Code(' ', 0);
  private static final char INVISIBLE = '\u200b';

  /// Escaped in paths and markup; the longest first where one begins like another.
  private static final List<Named> NAMED =
      List.of(
          new Named("&quot;", '"'),
          new Named("&amp;", '&'),
          new Named("&lt;", '<'),
          new Named("&gt;", '>'),
          new Named("&apos;", '\''),
          new Named("&rsquo;", '\''),
          new Named("&nbsp;", ' '),
          new Named("&#39;", '\''),
          new Named("&#34;", '"'),
          new Named("&#x27;", '\''),
          new Named("&#x22;", '"'),
          new Named("%253A", ':'),
          new Named("%252F", '/'),
          new Named("%3A", ':'),
          new Named("%2F", '/'),
          new Named("=\r\n", INVISIBLE),
          new Named("=\n", INVISIBLE));

  /// Elements of web pages, with what they do to a line; those of AWS's errors are none of them.
  private static final Set<String> BREAKING =
      Set.of(
          "br", "p", "div", "li", "ul", "tr", "td", "th", "table", "pre", "blockquote", "h1", "h2");

  private static final Set<String> FLOWING =
      Set.of("span", "b", "i", "em", "strong", "code", "font", "a", "tt", "mark", "wbr");

  private static final int LONGEST_TAG = 300;

  private Escapes() {}

  /// One character, and how many characters of the text stand for it; 0 if nothing is escaped.
  record Code(char character, int length) {}

  private record Named(String name, char character) {}

  /// The character that begins with `&`, `%` or `=` at `at`.
  static Code entity(String text, int at, int to) {
    for (var named : NAMED) {
      var length = named.name().length();
      if (at + length <= to && text.regionMatches(true, at, named.name(), 0, length)) {
        return new Code(named.character(), length);
      }
    }
    return NONE;
  }

  /// How long the element of a web page is whose `<` stands at `at`; 0 if there is none.
  static int tag(String text, int at, int to) {
    var name = tagName(text, at);
    if (!BREAKING.contains(name) && !FLOWING.contains(name)) {
      return 0;
    }
    var limit = Math.min(to, at + LONGEST_TAG);
    for (var i = at + 1 + name.length(); i < limit; i++) {
      if (text.charAt(i) == '>') {
        return i + 1 - at;
      }
    }
    return 0;
  }

  /// Whether that element begins a line.
  static boolean breaksLine(String text, int at) {
    return BREAKING.contains(tagName(text, at));
  }

  private static String tagName(String text, int at) {
    var start = text.startsWith("/", at + 1) ? at + 2 : at + 1;
    var end = start;
    while (end < text.length() && end - start < 11 && isAsciiLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return text.substring(Math.min(start, text.length()), end).toLowerCase(Locale.ROOT);
  }

  private static boolean isAsciiLetterOrDigit(char c) {
    return c < 128 && Character.isLetterOrDigit(c);
  }

  /// The character that a backslash before `at` escapes.
  static Code escaped(String text, int at, int to) {
    if (at >= to) {
      return NONE;
    }
    return switch (text.charAt(at)) {
      case '"', '\'', '`', '/' -> new Code(text.charAt(at), 1);
      case 'n', 'r' -> new Code('\n', 1);
      case 't' -> new Code(' ', 1);
      case '\n', '\r' -> new Code('\n', 1);
      case 'u' -> hex(text, at + 1, 4, to);
      case 'x' -> hex(text, at + 1, 2, to);
      case '0' -> text.startsWith("033[", at) ? new Code('\u001b', 3) : NONE;
      default -> NONE;
    };
  }

  private static Code hex(String text, int at, int digits, int to) {
    if (at + digits > to) {
      return NONE;
    }
    var value = 0;
    for (var i = at; i < at + digits; i++) {
      var digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return NONE;
      }
      value = value * 16 + digit;
    }
    return new Code((char) value, digits + 1);
  }
}
