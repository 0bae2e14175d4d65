package io.outcrop.sandbox.world;

import static io.outcrop.sandbox.world.RealmWriter.members;
import static io.outcrop.sandbox.world.RealmWriter.time;

import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.sandbox.realm.Agreement;
import io.outcrop.sandbox.realm.PastAgreement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Reads and writes agreements: a status alone, or `{status, begun, availableFrom or failsFrom,
/// ends, message}`.
final class AgreementSection {
  private AgreementSection() {}

  static Map<String, Agreement> current(Fields standing) {
    var agreements = new LinkedHashMap<String, Agreement>();
    standing
        .object("agreements")
        .ifPresent(entries -> {
          for (var model : entries.names()) {
            agreements.put(model, agreement(entries, model));
          }
        });
    return agreements;
  }

  private static Agreement agreement(Fields entries, String model) {
    var value = entries.any(model).orElseThrow();
    if (value instanceof Json.Str) {
      return status(entries, model)
          .map(found -> new Agreement(found, Agreement.Times.UNKNOWN, ""))
          .orElse(Agreement.NONE);
    }
    var fields = entries.object(model).orElseThrow();
    var agreement = agreement(fields);
    fields.finish();
    return agreement;
  }

  private static Agreement agreement(Fields fields) {
    var available = Values.optionalInstant(fields, "availableFrom");
    var fails = Values.optionalInstant(fields, "failsFrom");
    var message = fields.optionalText("message").orElse("");
    if (fails != null && message.isEmpty()) {
      fields.problem("message", "an agreement that fails needs a `message`");
    }
    if (available != null && !message.isEmpty()) {
      fields.problem("availableFrom", "an agreement with a `message` fails: write `failsFrom`");
    }
    return new Agreement(
        status(fields, "status").orElse(Agreement.Status.NOT_AVAILABLE),
        new Agreement.Times(
            Values.optionalInstant(fields, "begun"),
            fails == null ? available : fails,
            Values.optionalInstant(fields, "ends")),
        message);
  }

  static PastAgreement past(Fields fields) {
    return new PastAgreement(fields.text("model"), agreement(fields));
  }

  private static Optional<Agreement.Status> status(Fields fields, String name) {
    return Values.word(fields, name, Agreement.Status.class);
  }

  static Json.Obj write(Agreement agreement) {
    var settled = agreement.message().isEmpty() ? "availableFrom" : "failsFrom";
    var times = agreement.times();
    return members(
        "status",
        Json.of(agreement.status().name()),
        "begun",
        time(times.begun()),
        settled,
        time(times.settled()),
        "ends",
        time(times.ends()),
        "message",
        RealmWriter.text(agreement.message()));
  }

  static Json write(PastAgreement past) {
    return write(past.agreement()).with("model", Json.of(past.model()));
  }
}
