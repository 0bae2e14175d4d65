package io.outcrop.sandbox.world;

import static io.outcrop.sandbox.world.RealmWriter.members;
import static io.outcrop.sandbox.world.RealmWriter.secret;

import io.outcrop.aws.Secret;
import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.sandbox.realm.AccessKey;
import java.time.Instant;

/// The access keys of users and root users, in a world's document.
final class AccessKeySection {
  private AccessKeySection() {}

  /// @param clock when it was made, if the file does not say
  static AccessKey read(String id, Fields fields, Instant clock) {
    var created = Values.optionalInstant(fields, "created");
    return new AccessKey(
        id,
        isActive(fields),
        created == null ? clock : created,
        Secret.of(fields.optionalText("secret").orElse("")));
  }

  /// Whether a key or credential is switched on.
  static boolean isActive(Fields fields) {
    var status = fields.optionalText("status").orElse("Active");
    if (!status.equals("Active") && !status.equals("Inactive")) {
      fields.problem("status", "found `" + status + "`, expected `Active` or `Inactive`");
    }
    return status.equals("Active");
  }

  static Json write(AccessKey key) {
    return members(
        "status", Json.of(key.active() ? "Active" : "Inactive"),
        "created", Json.of(key.created().toString()),
        "secret", secret(key.secret()));
  }
}
