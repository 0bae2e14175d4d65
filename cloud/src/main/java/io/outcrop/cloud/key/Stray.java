package io.outcrop.cloud.key;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.function.IntPredicate;

/// Characters in a value that has no place for them, in words. Nothing of the value is repeated but
/// such characters.
///
/// @param what the characters: `a space and a quote`
/// @param isInside whether some stand between what belongs there, not only around it
public record Stray(String what, boolean isInside) {

  /// What is stray in a setting that is one word: white space, quotes, invisible characters.
  public static Optional<Stray> inWord(String value) {
    return of(value, c -> c > ' ' && c < 127 && c != '"' && c != '\'' && c != '`');
  }

  /// What is stray in the id of an access key.
  static Optional<Stray> inId(String value) {
    return of(value, c -> c < 127 && (Character.isLetterOrDigit(c) || c == '_' || c == '-'));
  }

  /// What is stray in a secret, a token or an API key.
  static Optional<Stray> inSecret(String value) {
    return of(value, c -> c < 127 && (Character.isLetterOrDigit(c) || "+/=-_".indexOf(c) >= 0));
  }

  private static Optional<Stray> of(String value, IntPredicate belongs) {
    var names = new LinkedHashSet<String>();
    value
        .codePoints()
        .filter(c -> !belongs.test(c))
        .limit(64)
        .mapToObj(Stray::name)
        .forEach(names::add);
    if (names.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Stray(
            String.join(" and ", names.stream().limit(3).toList()),
            value.strip().codePoints().anyMatch(c -> !belongs.test(c))));
  }

  /// In words: `a space around its secret`.
  public String in(String noun) {
    return what + (isInside ? " inside " : " around ") + noun;
  }

  private static String name(int c) {
    return switch (c) {
      case ' ' -> "a space";
      case '\t' -> "a tab";
      case '\n', '\r' -> "a line break";
      case '"', '\'', '`' -> "a quote";
      case 0x201C, 0x201D, 0x2018, 0x2019 -> "a typographic quote";
      case 0xA0 -> "a no-break space (U+00A0)";
      case 0xFEFF -> "a byte order mark (U+FEFF)";
      case 0x200B, 0x200C, 0x200D, 0x2060, 0xAD -> "an invisible character (U+%04X)".formatted(c);
      default ->
          c < ' ' || c > 126
              ? "a character that does not belong there (U+%04X)".formatted(c)
              : "a character that does not belong there";
    };
  }
}
