package io.outcrop.lint.syntax;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.Position;
import io.outcrop.lint.subject.Place;
import java.util.List;
import java.util.stream.Stream;

/// What came of reading a policy's text: maybe a tree, and what the text itself has wrong.
///
/// @param root the tree; `null` as JSON if there is none
/// @param readable whether there is a tree
/// @param flaws in the order of the text
public record TextReading(Json root, boolean readable, List<Flaw> flaws) {
  private static final String PREFIX = "not JSON: ";

  public TextReading {
    flaws = List.copyOf(flaws);
  }

  /// One thing wrong with the text.
  ///
  /// @param slug which finding it is
  /// @param place where it is
  /// @param what the character, the name or the reason
  public record Flaw(String slug, Place place, String what) {}

  /// Reads `text` as far as it can be read.
  public static TextReading of(String text) {
    return switch (JsonReader.read(text)) {
      case JsonReading.Read(var root) when isPlain(text) -> new TextReading(root, true, List.of());
      case JsonReading.Read(var root) -> new TextReading(root, true, flaws(text));
      case JsonReading.Malformed _ -> loose(text);
    };
  }

  private static TextReading loose(String text) {
    var scan = LooseText.scan(text);
    var flaws = scan.flaws().stream().map(TextReading::flaw).toList();
    return switch (JsonReader.read(scan.text())) {
      case JsonReading.Read(var root) -> new TextReading(root, true, flaws);
      case JsonReading.Malformed(var message, var position) -> {
        var known = flaws.stream().anyMatch(flaw -> flaw.slug().equals("duplicate-member"));
        yield new TextReading(Json.ofNull(), false, known ? flaws : with(flaws, message, position));
      }
    };
  }

  private static List<Flaw> with(List<Flaw> flaws, String message, Position position) {
    var last = new Flaw("not-json", new Place("", position), plain(message));
    return Stream.concat(flaws.stream(), Stream.of(last)).toList();
  }

  /// The reader's reason without its codes: "unexpected character `[`: was expecting a colon".
  private static String plain(String message) {
    var why = message.startsWith(PREFIX) ? message.substring(PREFIX.length()) : message;
    var reason = why.replaceAll("\\('(.)' \\(code \\d+(?: / 0x[0-9a-f]+)?\\)\\)", "`$1`");
    return reason.isEmpty()
        ? reason
        : Character.toLowerCase(reason.charAt(0)) + reason.substring(1);
  }

  private static List<Flaw> flaws(String text) {
    return LooseText.scan(text).flaws().stream().map(TextReading::flaw).toList();
  }

  private static Flaw flaw(LooseText.Flaw flaw) {
    return new Flaw(flaw.slug(), flaw.place(), flaw.what());
  }

  private static boolean isPlain(String text) {
    return text.chars()
        .allMatch(c -> c == '\t' || c == '\n' || c == '\r' || (c >= ' ' && c <= '\u00FF'));
  }
}
