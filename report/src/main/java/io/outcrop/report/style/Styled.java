package io.outcrop.report.style;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Words with a style each. Control characters cannot get in: what AWS or a file says may not steer
/// a terminal.
public record Styled(List<Span> spans) {
  public Styled {
    spans = List.copyOf(spans);
  }

  /// Words of one style.
  public record Span(Style style, String text) {
    public Span {
      text = harmless(text);
    }
  }

  /// Nothing.
  public static Styled empty() {
    return new Styled(List.of());
  }

  /// Words of one style.
  public static Styled of(Style style, String text) {
    return new Styled(List.of(new Span(style, text)));
  }

  /// A sentence in which what stands between backticks is set as code.
  public static Styled prose(String sentence) {
    var spans = new ArrayList<Span>();
    var from = 0;
    while (from < sentence.length()) {
      var open = sentence.indexOf('`', from);
      var close = open < 0 ? -1 : sentence.indexOf('`', open + 1);
      if (close < 0) {
        break;
      }
      if (open > from) {
        spans.add(new Span(Style.PLAIN, sentence.substring(from, open)));
      }
      spans.add(new Span(Style.CODE, sentence.substring(open, close + 1)));
      from = close + 1;
    }
    if (from < sentence.length()) {
      spans.add(new Span(Style.PLAIN, sentence.substring(from)));
    }
    return new Styled(spans);
  }

  /// This with more words behind it.
  public Styled plus(Style style, String text) {
    return plus(of(style, text));
  }

  /// This with more words behind it.
  public Styled plus(Styled more) {
    var all = new ArrayList<>(spans);
    all.addAll(more.spans);
    return new Styled(all);
  }

  /// The words alone.
  public String plain() {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }

  private static String harmless(String text) {
    var out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(point -> {
          if (point == '\n' || point == '\t' || point == '\r') {
            out.append(' ');
          } else if (Character.getType(point) == Character.CONTROL
              || Character.getType(point) == Character.FORMAT) {
            out.append('\uFFFD');
          } else {
            out.appendCodePoint(point);
          }
        });
    return out.toString();
  }
}
