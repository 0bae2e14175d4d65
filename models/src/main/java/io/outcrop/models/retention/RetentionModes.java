package io.outcrop.models.retention;

import io.outcrop.json.Fields;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which mode of data retention each model asks for, as `data-retention.json` says with its source.
public final class RetentionModes {
  private static final String FILE = "data-retention.json";

  /// The mode of an account that never set one.
  public static final String DEFAULT = "default";

  /// The mode that takes what the organization's management account has set.
  public static final String INHERIT = "inherit";

  private final List<String> modes;
  private final Map<String, String> least;

  private RetentionModes(List<String> modes, Map<String, String> least) {
    this.modes = List.copyOf(modes);
    this.least = Map.copyOf(least);
  }

  private static final class Shipped {
    static final RetentionModes ALL = read(text());
  }

  /// What comes with this program.
  public static RetentionModes shipped() {
    return Shipped.ALL;
  }

  /// Bedrock's modes, from the strictest on; without [#INHERIT].
  public List<String> modes() {
    return modes;
  }

  /// The first mode that `modelId` accepts; nothing for a model that accepts each.
  public Optional<String> least(String modelId) {
    return Optional.ofNullable(least.get(modelId));
  }

  /// Whether `modelId` answers an account with `mode`, which is one of [#modes].
  public boolean isEnough(String mode, String modelId) {
    return least(modelId).map(one -> modes.indexOf(mode) >= modes.indexOf(one)).orElse(true);
  }

  private static RetentionModes read(String text) {
    if (!(JsonReader.read(text) instanceof JsonReading.Read(var value))) {
      throw new IllegalStateException("`" + FILE + "` is no JSON");
    }
    var problems = new ArrayList<Problem>();
    var fields = new Fields(value, "", problems);
    fields.text("what");
    fields.text("source");
    fields.text("asOf");
    var read = new RetentionModes(fields.texts("modes"), fields.textMap("least"));
    fields.finish();
    if (!problems.isEmpty() || !read.modes.containsAll(read.least.values())) {
      throw new IllegalStateException("`" + FILE + "` is wrong: " + problems);
    }
    return read;
  }

  private static String text() {
    try (var in = RetentionModes.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("`" + FILE + "` is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
