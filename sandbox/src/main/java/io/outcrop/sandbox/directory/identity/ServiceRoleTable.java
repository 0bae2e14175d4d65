package io.outcrop.sandbox.directory.identity;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Which services own which roles (`service-linked-roles.json`).
final class ServiceRoleTable {
  private static final Json.Obj ROLES = read();

  private ServiceRoleTable() {}

  /// A service's role.
  ///
  /// @param role its name
  /// @param policy the ARN of the policy that is attached to it
  /// @param takesSuffix whether there may be several, told apart by a suffix
  record Entry(String role, String policy, boolean takesSuffix) {}

  /// The role of a service, if it is one that is known here.
  static Optional<Entry> of(String service) {
    return ROLES
        .object(service)
        .map(entry ->
            new Entry(
                entry.text("role").orElseThrow(),
                entry.text("policy").orElseThrow(),
                entry.get("suffix").map(Json.of(true)::equals).orElse(false)));
  }

  private static Json.Obj read() {
    try (var stream = ServiceRoleTable.class.getResourceAsStream("service-linked-roles.json")) {
      if (stream == null) {
        throw new IllegalStateException("`service-linked-roles.json` is missing");
      }
      var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      if (JsonReader.read(text) instanceof JsonReading.Read(Json.Obj object)) {
        return object.object("services").orElseThrow();
      }
      throw new IllegalStateException("`service-linked-roles.json` is not a JSON object");
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }
}
