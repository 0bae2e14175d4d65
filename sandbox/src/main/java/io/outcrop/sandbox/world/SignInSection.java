package io.outcrop.sandbox.world;

import static io.outcrop.sandbox.world.RealmWriter.map;
import static io.outcrop.sandbox.world.RealmWriter.members;

import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.json.Problem;
import io.outcrop.sandbox.realm.SignIn;
import io.outcrop.sandbox.realm.UserSession;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a user gets in besides its keys, in a world's document.
final class SignInSection {
  private SignInSection() {}

  static SignIn read(Fields fields, Instant clock, List<Problem> problems) {
    var login =
        fields
            .object("login")
            .map(inner -> {
              var read = login(inner, clock);
              inner.finish();
              return List.of(read);
            })
            .orElse(List.of());
    var devices = new LinkedHashMap<String, Instant>();
    fields
        .object("mfa")
        .ifPresent(entries -> {
          for (var serial : entries.names()) {
            devices.put(serial, Values.instant(entries, serial));
          }
        });
    var sessions = new LinkedHashMap<String, UserSession>();
    fields
        .object("sessions")
        .ifPresent(entries -> {
          for (var id : entries.names()) {
            var inner = entries.object(id).orElseThrow();
            sessions.put(id, SessionSection.user(id, inner, problems));
            inner.finish();
          }
        });
    return new SignIn(login, devices, sessions);
  }

  private static SignIn.Login login(Fields fields, Instant clock) {
    var created = Values.optionalInstant(fields, "created");
    var from = created == null ? clock : created;
    var changed = Values.optionalInstant(fields, "changed");
    return new SignIn.Login(
        from, changed == null ? from : changed, fields.flag("resetRequired", false));
  }

  static @Nullable Json login(SignIn signIn) {
    return signIn
        .password()
        .<Json>map(login ->
            members(
                "created", Json.of(login.created().toString()),
                "changed", Json.of(login.changed().toString()),
                "resetRequired", login.resetRequired() ? Json.of(true) : null))
        .orElse(null);
  }

  static @Nullable Json devices(SignIn signIn) {
    return signIn.mfa().isEmpty() ? null : map(signIn.mfa(), at -> Json.of(at.toString()));
  }

  static @Nullable Json sessions(SignIn signIn) {
    return signIn.sessions().isEmpty() ? null : map(signIn.sessions(), SessionSection::write);
  }
}
