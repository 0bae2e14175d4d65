package io.outcrop.report.document;

/// Takes out of a text what could steer a terminal or hide words: control and format characters.
public final class Harmless {
  private Harmless() {}

  /// `text` in one line.
  public static String line(String text) {
    return lines(text).replace('\n', ' ').replace('\t', ' ');
  }

  /// `text` with its lines.
  public static String lines(String text) {
    var out = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .codePoints()
        .forEach(point -> out.appendCodePoint(isHarmful(point) ? 0xFFFD : point));
    return out.toString();
  }

  private static boolean isHarmful(int point) {
    var type = Character.getType(point);
    return point != '\n'
        && point != '\t'
        && (type == Character.CONTROL || type == Character.FORMAT);
  }
}
