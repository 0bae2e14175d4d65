package io.outcrop.sandbox.control;

import io.outcrop.json.Json;
import io.outcrop.models.retention.RetentionModes;
import io.outcrop.sandbox.access.Access;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.realm.DataRetention;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Permitted;
import io.outcrop.sandbox.visit.Visit;
import java.time.Instant;
import java.util.Map;

/// What an account lets happen to its prompts in a region. Source: service model of Bedrock
/// (client-bedrock 3.1162.0), model cards of 2026-10.
final class DataRetentions {
  private DataRetentions() {}

  static void addTo(Map<String, Operation> operations) {
    operations.put(
        "GetAccountDataRetention",
        Permitted.to(
            "bedrock:GetAccountDataRetention", visit -> shown(Access.of(visit).retention())));
    operations.put("PutAccountDataRetention", DataRetentions::put);
  }

  private static Reply put(Visit visit) {
    var mode = visit.required("mode");
    var wish =
        new Guard.Wish(
            "bedrock:PutAccountDataRetention", "*", Map.of("bedrock:DataRetentionMode", mode));
    return Permitted.to(
        visit,
        wish,
        () -> {
          if (!mode.equals(RetentionModes.INHERIT)
              && !RetentionModes.shipped().modes().contains(mode)) {
            return Faults.invalid(
                ("1 validation error detected: Value '%s' at 'mode' failed to satisfy constraint:"
                        + " Member must satisfy enum value set: [none, default, aws_review,"
                        + " provider_data_share, inherit]")
                    .formatted(mode));
          }
          var set = new DataRetention(mode, visit.now());
          visit.change(account ->
              account.with(standing -> standing.in(visit.region(), here -> here.with(set))));
          return shown(set);
        });
  }

  private static Reply shown(DataRetention retention) {
    var shown = Json.object().with("mode", Json.of(retention.mode()));
    return new Reply.Output(
        retention.updated().equals(Instant.EPOCH)
            ? shown
            : shown.with("updatedAt", Json.of(retention.updated().toString())));
  }
}
