package io.outcrop.lint.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The policy variables in a text. Source: IAM User Guide, "IAM policy elements: Variables and
/// tags".
public final class Variables {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)\\}");

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
    if (text.contains("${")) {
      var matcher = VARIABLE.matcher(text);
      while (matcher.find()) {
        all.add(new Variable(matcher.group(1), matcher.start()));
      }
    }
    return all;
  }

  /// `text` with a star in the place of every variable.
  public static String replaced(String text) {
    return text.contains("${") ? VARIABLE.matcher(text).replaceAll("*") : text;
  }
}
