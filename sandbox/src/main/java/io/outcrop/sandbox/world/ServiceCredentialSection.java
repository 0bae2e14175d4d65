package io.outcrop.sandbox.world;

import static io.outcrop.sandbox.world.RealmWriter.members;
import static io.outcrop.sandbox.world.RealmWriter.secret;
import static io.outcrop.sandbox.world.RealmWriter.time;

import io.outcrop.aws.Secret;
import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.sandbox.realm.ServiceCredential;
import java.time.Instant;

/// The service-specific credentials of a user, in a world's document.
final class ServiceCredentialSection {
  private ServiceCredentialSection() {}

  /// Reads one; what the file leaves out is what IAM gives: Bedrock's, with the user's alias.
  ///
  /// @param alias what a credential of this user is called
  /// @param clock when it was made, if the file does not say
  static ServiceCredential read(String id, Fields fields, String alias, Instant clock) {
    if (!id.startsWith(ServiceCredential.ID_PREFIX)) {
      fields.problem("", "`" + id + "` does not begin with `ACCA`");
    }
    var created = Values.optionalInstant(fields, "created");
    return new ServiceCredential(
        id,
        fields.optionalText("service").orElse(ServiceCredential.BEDROCK),
        fields.optionalText("alias").orElse(alias),
        AccessKeySection.isActive(fields),
        created == null ? clock : created,
        Values.optionalInstant(fields, "expires"),
        Secret.of(fields.optionalText("secret").orElse("")));
  }

  static Json write(ServiceCredential credential) {
    return members(
        "service", Json.of(credential.service()),
        "alias", Json.of(credential.alias()),
        "status", Json.of(credential.active() ? "Active" : "Inactive"),
        "created", Json.of(credential.created().toString()),
        "expires", time(credential.expires()),
        "secret", secret(credential.secret()));
  }
}
