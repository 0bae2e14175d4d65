package io.outcrop.sandbox.world;

import static io.outcrop.sandbox.world.RealmWriter.map;
import static io.outcrop.sandbox.world.RealmWriter.members;
import static io.outcrop.sandbox.world.RealmWriter.time;

import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.sandbox.realm.Registration;
import io.outcrop.sandbox.realm.Registration.RegionSwitch;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How an account is registered, in a world's document.
final class RegistrationSection {
  private RegistrationSection() {}

  static Registration read(Fields account) {
    var found = account.object("registration");
    if (found.isEmpty()) {
      return Registration.UNKNOWN;
    }
    var fields = found.get();
    var registration =
        new Registration(
            Values.optionalInstant(fields, "created"),
            fields.textMap("contact"),
            fields.map("regions", RegistrationSection::regionSwitch));
    fields.finish();
    return registration;
  }

  private static RegionSwitch regionSwitch(Fields fields) {
    return new RegionSwitch(fields.flag("on", true), Values.instant(fields, "done"));
  }

  static @Nullable Json write(Registration registration) {
    return registration.equals(Registration.UNKNOWN)
        ? null
        : members(
            "created", time(registration.created()),
            "contact", map(registration.contact(), Json::of),
            "regions", regions(registration.regions()));
  }

  private static Json regions(Map<String, RegionSwitch> regions) {
    return map(
        regions,
        change -> members("on", Json.of(change.on()), "done", Json.of(change.done().toString())));
  }
}
