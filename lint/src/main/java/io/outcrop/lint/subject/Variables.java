package io.outcrop.lint.subject;

import java.util.ArrayList;
import java.util.List;

/// The policy variables in a text. Source: IAM User Guide, "IAM policy elements: Variables and
/// tags".
public final class Variables {
  private Variables() {}

  /// One variable.
  ///
  /// @param inside what stands between the braces
  /// @param start where it begins in its text
  public record Variable(String inside, int start) {
    /// The condition key; for `*`, `?` and `$`, which are plain characters, that character.
    public String key() {
      var comma = inside.indexOf(',');
      return (comma < 0 ? inside : inside.substring(0, comma)).strip();
    }

    /// The default behind the comma as written; empty if it has none.
    public String otherwise() {
      var comma = inside.indexOf(',');
      return comma < 0 ? "" : inside.substring(comma + 1).strip();
    }

    /// Whether it stands for one of the characters that patterns use.
    public boolean isCharacter() {
      return inside.equals("*") || inside.equals("?") || inside.equals("$");
    }
  }

  /// The variables in `text`, from left to right.
  public static List<Variable> in(String text) {
    var all = new ArrayList<Variable>();
    var open = text.indexOf("${");
    while (open >= 0) {
      var close = text.indexOf('}', open);
      if (close < 0) {
        break;
      }
      all.add(new Variable(text.substring(open + 2, close), open));
      open = text.indexOf("${", close);
    }
    return all;
  }

  /// `text` with a star in the place of every variable.
  public static String replaced(String text) {
    var open = text.indexOf("${");
    if (open < 0) {
      return text;
    }
    var plain = new StringBuilder();
    var from = 0;
    while (open >= 0 && text.indexOf('}', open) >= 0) {
      plain.append(text, from, open).append('*');
      from = text.indexOf('}', open) + 1;
      open = text.indexOf("${", from);
    }
    return plain.append(text, from, text.length()).toString();
  }
}
