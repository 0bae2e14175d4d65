package io.outcrop.lint.syntax;

import io.outcrop.json.Position;
import io.outcrop.lint.subject.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Walks over a text that wants to be JSON, notes what JSON does not allow but people write, and
/// blanks it, so that every other character keeps its place.
final class LooseText {
  private static final String OPENING = "\u201C\u201D\u201E\u2018\u2019\u00AB\u00BB";

  private final StringBuilder text;
  private final List<Flaw> flaws = new ArrayList<>();
  private final Deque<Frame> frames = new ArrayDeque<>();
  private final Set<Character> strangers = new HashSet<>();
  private final int[] lineStarts;
  private int comma = -1;

  private LooseText(String text) {
    this.text = new StringBuilder(text);
    this.lineStarts = lineStarts(text);
  }

  /// Something that should not be there.
  record Flaw(String slug, Place place, String what) {}

  /// The text that can be read, and what was wrong with it.
  record Scan(String text, List<Flaw> flaws) {}

  /// An object or array that is open.
  private static final class Frame {
    private final boolean object;
    private final Set<String> names = new HashSet<>();
    private String name = "";
    private int index;
    private boolean expectsName;

    private Frame(boolean object) {
      this.object = object;
      this.expectsName = object;
    }
  }

  static Scan scan(String text) {
    var loose = new LooseText(text);
    loose.walk();
    return new Scan(loose.text.toString(), loose.flaws);
  }

  private void walk() {
    for (var i = 0; i < text.length(); ) {
      i = step(i);
    }
  }

  private int step(int i) {
    var c = text.charAt(i);
    if (Character.isWhitespace(c)) {
      return i + 1;
    }
    if (c == '/' && i + 1 < text.length()) {
      return comment(i);
    }
    if (c == '}' || c == ']') {
      return close(i);
    }
    if (c == ',') {
      comma = i;
      next();
      return i + 1;
    }
    comma = -1;
    if (c == '{' || c == '[') {
      frames.push(new Frame(c == '{'));
      return i + 1;
    }
    if (OPENING.indexOf(c) >= 0) {
      note("smart-quotes", i, "" + c);
      return string(i, true);
    }
    if (c == '"') {
      return string(i, false);
    }
    stranger(i);
    return i + 1;
  }

  private int comment(int i) {
    var line = text.charAt(i + 1) == '/';
    if (!line && text.charAt(i + 1) != '*') {
      return i + 1;
    }
    note("comment-in-policy", i, line ? "//" : "/*");
    var end = line ? text.indexOf("\n", i) : text.indexOf("*/", i + 2);
    var stop = end < 0 ? text.length() : line ? end : end + 2;
    for (var at = i; at < stop; at++) {
      if (text.charAt(at) != '\n') {
        text.setCharAt(at, ' ');
      }
    }
    return stop;
  }

  private int close(int i) {
    if (comma >= 0) {
      note("trailing-comma", comma, ",");
      text.setCharAt(comma, ' ');
      comma = -1;
    }
    frames.poll();
    return i + 1;
  }

  private int string(int i, boolean smart) {
    var end = end(i, smart);
    if (smart) {
      text.setCharAt(i, '"');
      if (end < text.length()) {
        text.setCharAt(end, '"');
      }
    }
    for (var at = i + 1; at < end; at++) {
      stranger(at);
    }
    name(text.substring(i + 1, end), i);
    return end + 1;
  }

  private int end(int start, boolean smart) {
    for (var i = start + 1; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"' || (smart && OPENING.indexOf(c) >= 0)) {
        return i;
      }
    }
    return text.length();
  }

  private void name(String name, int at) {
    var frame = frames.peek();
    if (frame != null && frame.object && frame.expectsName) {
      frame.name = name;
      frame.expectsName = false;
      if (!frame.names.add(name)) {
        note("duplicate-member", at, name);
      }
    }
  }

  private void next() {
    var frame = frames.peek();
    if (frame != null) {
      frame.index++;
      frame.expectsName = frame.object;
    }
  }

  private void stranger(int i) {
    var c = text.charAt(i);
    var allowed = c == '\t' || c == '\n' || c == '\r' || (c >= ' ' && c <= '\u00FF');
    if (!allowed && strangers.add(c) && !(i == 0 && c == '\uFEFF')) {
      note("character-not-allowed", i, "U+%04X".formatted((int) c));
    }
  }

  private void note(String slug, int at, String what) {
    flaws.add(new Flaw(slug, new Place(pointer(), position(at)), what));
  }

  private String pointer() {
    var pointer = new StringBuilder();
    var inside = frames.descendingIterator();
    while (inside.hasNext()) {
      var frame = inside.next();
      var here = frame.object ? frame.name : Integer.toString(frame.index);
      if (!here.isEmpty()) {
        pointer.append('/').append(here.replace("~", "~0").replace("/", "~1"));
      }
    }
    return pointer.toString();
  }

  private Position position(int at) {
    var line = 0;
    while (line + 1 < lineStarts.length && lineStarts[line + 1] <= at) {
      line++;
    }
    return new Position(line + 1, at - lineStarts[line] + 1);
  }

  private static int[] lineStarts(String text) {
    var starts = new ArrayList<Integer>();
    starts.add(0);
    for (var at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      starts.add(at + 1);
    }
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }
}
