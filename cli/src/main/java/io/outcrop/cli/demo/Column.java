package io.outcrop.cli.demo;

/// Breaks text that comes in pieces into lines under one another, word by word.
final class Column {
  static final int INDENT = 12;

  private final int width;
  private int used;

  Column(int width) {
    this.width = width;
  }

  String place(String piece) {
    var out = new StringBuilder();
    if (used == 0) {
      out.repeat(' ', INDENT);
      used = INDENT;
    }
    for (var i = 0; i < piece.length(); i++) {
      var letter = piece.charAt(i);
      if (letter == '\n' || (letter == ' ' && used + wordBehind(piece, i) >= width)) {
        out.append('\n').repeat(' ', INDENT);
        used = INDENT;
      } else if (!Character.isISOControl(letter)) {
        out.append(letter);
        used++;
      }
    }
    return out.toString();
  }

  private static int wordBehind(String piece, int space) {
    var end = piece.indexOf(' ', space + 1);
    return (end < 0 ? piece.length() : end) - space;
  }
}
