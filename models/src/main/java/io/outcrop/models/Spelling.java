package io.outcrop.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What an id says, whoever spelled it: `anthropic.claude-sonnet-4-5-20250929-v1:0`,
/// `claude-sonnet-4-5@20250929`, `Claude Sonnet 4.5` and `bedrock/us.anthropic.claude-sonnet-4.5`
/// are all family `sonnet`, numbers 4 and 5.
///
/// @param family the words that are no number; empty if there are none
/// @param numbers the generation, without zeros at the end
/// @param plain the whole in lower case, words joined by `-`, without prefixes
record Spelling(String family, List<String> numbers, String plain) {
  private static final Pattern GEOGRAPHY = Pattern.compile("^[a-z][a-z-]{1,9}\\.(?=anthropic)");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");
  private static final Pattern DATE = Pattern.compile("\\d{6,8}");
  private static final Pattern VERSION = Pattern.compile("v\\d+");
  private static final Pattern FILLER = Pattern.compile("claude|anthropic|latest|default|model");

  Spelling {
    numbers = List.copyOf(numbers);
  }

  static Spelling of(String id) {
    var plain = plain(id);
    var family = new ArrayList<String>();
    var numbers = new ArrayList<String>();
    var version = new ArrayList<String>();
    var behind = false;
    for (var word : plain.split("-", -1)) {
      if (VERSION.matcher(word).matches()) {
        behind = true;
        version.add(word.substring(1));
      } else if (DATE.matcher(word).matches()) {
        behind = true;
      } else if (NUMBER.matcher(word).matches()) {
        (behind ? version : numbers).add(word);
      } else if (!word.isEmpty() && !FILLER.matcher(word).matches()) {
        family.add(word);
      }
    }
    var generation = family.isEmpty() && numbers.isEmpty() ? version : numbers;
    while (!generation.isEmpty() && generation.getLast().equals("0")) {
      generation.removeLast();
    }
    return new Spelling(String.join("-", family), generation, plain);
  }

  private static String plain(String id) {
    var text = id.strip().toLowerCase(Locale.ROOT);
    text = text.substring(text.lastIndexOf('/') + 1);
    text = GEOGRAPHY.matcher(text).replaceFirst("");
    text = text.replaceFirst("^anthropic[.-]", "");
    return text.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }

  /// Whether both name the same model, dates and versions aside.
  boolean means(Spelling other) {
    return family.equals(other.family) && numbers.equals(other.numbers);
  }

  /// How many letters have to be changed, added or removed to make one of the other (Levenshtein).
  static int distance(String one, String other) {
    var row = new int[other.length() + 1];
    for (var j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (var i = 1; i <= one.length(); i++) {
      var diagonal = row[0];
      row[0] = i;
      for (var j = 1; j < row.length; j++) {
        var changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
