package io.outcrop.grants.document;

import io.outcrop.json.Fields;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;

/// How large policies may be, and how many of them a holder takes. Immutable.
///
/// @param managed characters of one managed policy
/// @param ofHolder by kind of holder
public record Limits(int managed, Map<Holder.Kind, OfHolder> ofHolder) {
  private static final String FILE = "limits.json";

  public Limits {
    ofHolder = Map.copyOf(ofHolder);
  }

  /// The limits of one kind of holder.
  ///
  /// @param inline characters of all its inline policies together
  /// @param attached managed policies, unless a higher quota was granted
  /// @param attachedAtMost managed policies with the highest quota that is granted
  public record OfHolder(int inline, int attached, int attachedAtMost) {}

  /// The limits of AWS, from the resource file that comes with this program, which says where they
  /// were read.
  public static Limits shipped() {
    var problems = new ArrayList<Problem>();
    var limits =
        switch (JsonReader.read(text())) {
          case JsonReading.Read(var value) -> read(new Fields(value, "", problems));
          case JsonReading.Malformed(var message, var position) ->
              throw new IllegalStateException(FILE + " is wrong: " + message + " " + position);
        };
    if (!problems.isEmpty()) {
      throw new IllegalStateException(FILE + " is wrong: " + problems);
    }
    return limits;
  }

  /// What one holder of this kind takes.
  public OfHolder of(Holder.Kind kind) {
    var limits = ofHolder.get(kind);
    if (limits == null) {
      throw new IllegalStateException("there are no limits for a " + kind.word());
    }
    return limits;
  }

  private static Limits read(Fields fields) {
    fields.whole("formatVersion", 1);
    fields.text("source");
    fields.text("asOf");
    fields.optionalText("note");
    var holders = new EnumMap<Holder.Kind, OfHolder>(Holder.Kind.class);
    for (var kind : Holder.Kind.values()) {
      fields.object(kind.word()).ifPresent(own -> holders.put(kind, ofHolder(own)));
    }
    var managed = number(fields, "managedCharacters");
    fields.finish();
    return new Limits(managed, holders);
  }

  private static OfHolder ofHolder(Fields own) {
    var limits =
        new OfHolder(
            number(own, "inlineCharacters"),
            number(own, "attached"),
            number(own, "attachedAtMost"));
    own.finish();
    return limits;
  }

  private static int number(Fields fields, String name) {
    return Math.toIntExact(fields.whole(name, 0));
  }

  private static String text() {
    try (var stream = Limits.class.getResourceAsStream(FILE)) {
      if (stream == null) {
        throw new IllegalStateException(FILE + " is missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(FILE + " is unreadable", unreadable);
    }
  }
}
