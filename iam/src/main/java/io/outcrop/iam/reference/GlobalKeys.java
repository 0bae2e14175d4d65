package io.outcrop.iam.reference;

import io.outcrop.json.Fields;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads the keys that a request may bring whatever its action is.
final class GlobalKeys {
  private GlobalKeys() {}

  static List<ConditionKey> shipped() {
    return switch (JsonReader.read(ServiceTable.resource("global-keys.json"))) {
      case JsonReading.Malformed malformed -> throw new IllegalStateException(malformed.message());
      case JsonReading.Read read -> {
        var problems = new ArrayList<Problem>();
        var fields = new Fields(read.value(), "", problems);
        fields.text("source");
        fields.text("asOf");
        var keys = fields.objects("keys", GlobalKeys::key);
        fields.finish();
        if (!problems.isEmpty()) {
          throw new IllegalStateException("global keys are malformed: " + problems.getFirst());
        }
        yield keys;
      }
    };
  }

  private static ConditionKey key(Fields fields) {
    return new ConditionKey(
        fields.text("name"),
        ConditionKey.Type.valueOf(fields.text("type").toUpperCase(Locale.ROOT)),
        fields.flag("many", false),
        fields.text("presence"));
  }
}
