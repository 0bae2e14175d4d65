package io.outcrop.models.quota;

import io.outcrop.json.Fields;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/// The smallest call that a model answers, as quotas count it when it begins: a quota of less lets
/// no call through. `least-call.json` says why, with its sources.
///
/// @param requests one
/// @param inputTokens what is sent
/// @param outputTokens the most that it wants back
public record LeastCall(BigDecimal requests, BigDecimal inputTokens, BigDecimal outputTokens) {
  private static final String FILE = "least-call.json";

  private static final class Shipped {
    static final LeastCall LEAST = read();
  }

  /// What comes with this program.
  public static LeastCall shipped() {
    return Shipped.LEAST;
  }

  /// As a quota of `kind` counts it.
  public BigDecimal counted(Quota.Kind kind) {
    return switch (kind) {
      case REQUESTS_PER_MINUTE -> requests;
      case TOKENS_PER_MINUTE, TOKENS_PER_DAY -> inputTokens.add(outputTokens);
    };
  }

  /// The same call where it wants up to this many tokens back.
  public LeastCall wanting(long tokens) {
    return new LeastCall(requests, inputTokens, BigDecimal.valueOf(tokens));
  }

  private static LeastCall read() {
    var problems = new ArrayList<Problem>();
    if (!(JsonReader.read(text()) instanceof JsonReading.Read(var value))) {
      throw new IllegalStateException("`" + FILE + "` is no JSON");
    }
    var fields = new Fields(value, "", problems);
    fields.text("what");
    fields.any("sources");
    var requests = number(fields, "requests");
    var inputTokens = number(fields, "inputTokens");
    var outputTokens = number(fields, "outputTokens");
    fields.finish();
    if (!problems.isEmpty()) {
      throw new IllegalStateException("`" + FILE + "`: " + problems.getFirst());
    }
    return new LeastCall(requests, inputTokens, outputTokens);
  }

  private static BigDecimal number(Fields fields, String name) {
    return fields
        .object(name)
        .map(fact -> {
          fact.text("source");
          fact.optionalText("wrongIf");
          var value = BigDecimal.valueOf(fact.whole("value", 0));
          fact.finish();
          return value;
        })
        .orElse(BigDecimal.ZERO);
  }

  private static String text() {
    try (var in = LeastCall.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("`" + FILE + "` is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
