package io.outcrop.sandbox.world;

import io.outcrop.aws.Secret;
import io.outcrop.json.Json;
import io.outcrop.models.catalogue.Lifecycle;
import io.outcrop.sandbox.realm.Circumstances;
import io.outcrop.sandbox.realm.ClientSide;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.Propagation;
import io.outcrop.sandbox.realm.Realm;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes a realm as the document that [RealmReader] reads. Secrets are written where they are
/// there: what comes out is as secret as they are.
public final class RealmWriter {
  private RealmWriter() {}

  /// The document of `realm`.
  public static Json.Obj write(Realm realm) {
    return write(realm, AccountWriter::identity);
  }

  /// The document of `realm`, its identities written by `identity`.
  static Json.Obj write(Realm realm, Function<Identity, Json> identity) {
    var title = realm.title();
    var subject = realm.subject();
    var circumstances = realm.circumstances();
    return members(
        "formatVersion", Json.of(RealmReader.FORMAT_VERSION),
        "name", Json.of(title.name()),
        "summary", Json.of(title.summary()),
        "clock", Json.of(title.clock().toString()),
        "region", Json.of(title.region()),
        "subject",
            members(
                "model", Json.of(subject.model()),
                "region", Json.of(subject.region()),
                "principal", Json.of(subject.principal())),
        "organization", OrganizationSection.write(realm.organization()),
        "accounts", map(realm.accounts(), account -> AccountWriter.write(account, identity)),
        "models", array(circumstances.models(), RealmWriter::statement),
        "endpointPolicies", array(circumstances.endpointPolicies(), EndpointSection::write),
        "faults", FaultSection.write(circumstances.faults()),
        "answers",
            members(
                "seed", Json.of(circumstances.answers().seed()),
                "firstToken", Json.of(circumstances.answers().firstToken().toString()),
                "pace", Json.of(circumstances.answers().pace().toString())),
        "propagation", circumstances.propagation() == Propagation.NONE ? null : Json.of("real"),
        "client", client(realm.client()),
        "identityCenter", IdentityCenterSection.write(realm.identityCenter()));
  }

  private static Json.Obj statement(Circumstances.ModelStatement statement) {
    var fact = statement.fact();
    Lifecycle lifecycle = fact.lifecycle();
    return members(
        "model", Json.of(fact.modelId()),
        "region", Json.of(fact.region()),
        "onDemand", Json.of(fact.onDemand()),
        "profiles",
            array(
                fact.profiles(),
                profile ->
                    members(
                        "id", Json.of(profile.id()),
                        "destinations", Json.ofTexts(profile.destinations()))),
        "start", time(lifecycle.start()),
        "legacy", time(lifecycle.legacy()),
        "end", time(lifecycle.end()),
        "because", Json.of(statement.because()));
  }

  private static Json.Obj client(ClientSide client) {
    return members(
        "environment", map(client.environment(), Json::of),
        "files", map(client.files(), Json::of),
        "env", text(client.env()),
        "clockOffset", Json.of(client.clockOffset().toString()),
        "adminProfile", text(client.adminProfile()));
  }

  /// A string; nothing for an empty one.
  static @Nullable Json text(String text) {
    return text.isEmpty() ? null : Json.of(text);
  }

  /// A secret as it is; nothing for an empty one.
  static @Nullable Json secret(Secret secret) {
    return text(secret.reveal());
  }

  /// An instant, if there is one.
  static @Nullable Json time(Optional<Instant> instant) {
    return instant.map(time -> Json.of(time.toString())).orElse(null);
  }

  /// An array.
  static <T> Json.Arr array(List<T> values, Function<T, Json> write) {
    return Json.array(values.stream().map(write).toList());
  }

  /// An object that is a map.
  static <T> Json.Obj map(Map<String, T> values, Function<T, Json> write) {
    var members = new LinkedHashMap<String, Json>();
    values.forEach((name, value) -> members.put(name, write.apply(value)));
    return Json.object(members);
  }

  /// An object of names and values; a null value leaves its name out.
  static Json.Obj members(@Nullable Object... namesAndValues) {
    var members = new LinkedHashMap<String, Json>();
    for (var i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] instanceof Json value) {
        members.put(String.valueOf(namesAndValues[i]), value);
      }
    }
    return Json.object(members);
  }
}
