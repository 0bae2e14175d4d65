package io.outcrop.lint.subject;

import io.outcrop.json.Json;
import io.outcrop.json.JsonPointer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What stays the same of a finding when its document is formatted or put in another order: its
/// slug, the names on the way to it, and what stands there, members and array elements sorted.
final class Fingerprint {
  private static final int LENGTH = 16;

  private Fingerprint() {}

  static String of(String slug, String pointer, Json root) {
    var path = pointer.replaceAll("/\\d+(?=/|$)", "/*");
    var there = JsonPointer.parse(pointer).flatMap(found -> found.in(root)).orElse(Json.ofNull());
    var text = slug + "\n" + path + "\n" + (pointer.isEmpty() ? "" : sorted(there));
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private static String sorted(Json value) {
    return switch (value) {
      case Json.Obj object -> {
        var members = new TreeMap<String, String>();
        object.members().forEach((name, member) -> members.put(name, sorted(member.value())));
        yield members.toString();
      }
      case Json.Arr(List<Json> elements, var _) ->
          elements.stream()
              .map(Fingerprint::sorted)
              .sorted()
              .collect(Collectors.joining(",", "[", "]"));
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> value.toString();
    };
  }
}
