package io.outcrop.sandbox.world;

import static io.outcrop.sandbox.world.RealmWriter.map;
import static io.outcrop.sandbox.world.RealmWriter.members;
import static io.outcrop.sandbox.world.RealmWriter.secret;
import static io.outcrop.sandbox.world.RealmWriter.text;
import static io.outcrop.sandbox.world.RealmWriter.time;

import io.outcrop.aws.Secret;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.json.Problem;
import io.outcrop.sandbox.realm.RoleSession;
import io.outcrop.sandbox.realm.Session;
import io.outcrop.sandbox.realm.UserSession;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The sessions of roles and users, in a world's document.
final class SessionSection {
  private SessionSection() {}

  static RoleSession role(String id, Fields fields, List<Problem> problems) {
    return new RoleSession(
        id,
        fields.text("name"),
        Values.optionalInstant(fields, "expires"),
        terms(fields, problems),
        Secret.of(fields.optionalText("secret").orElse("")),
        Secret.of(fields.optionalText("token").orElse("")));
  }

  static UserSession user(String id, Fields fields, List<Problem> problems) {
    return new UserSession(
        id,
        Values.word(fields, "kind", UserSession.Kind.class).orElse(UserSession.Kind.USER),
        fields.text("name"),
        Values.instant(fields, "expires"),
        terms(fields, problems),
        Secret.of(fields.optionalText("secret").orElse("")),
        Secret.of(fields.optionalText("token").orElse("")));
  }

  private static Session.Terms terms(Fields fields, List<Problem> problems) {
    var policies = new ArrayList<Json.Obj>();
    var documents = fields.list("policies", document -> document);
    for (var i = 0; i < documents.size(); i++) {
      var pointer = fields.pointer("policies") + "/" + i;
      policies.add(Values.policy(documents.get(i), pointer, PolicyKind.SESSION, problems));
    }
    return new Session.Terms(
        policies,
        fields.texts("managed"),
        fields.textMap("tags"),
        fields.texts("transitiveTags"),
        fields.optionalText("sourceIdentity").orElse(""),
        fields.optionalText("provider").orElse(""),
        fields.flag("mfa", false),
        Values.optionalInstant(fields, "issued"));
  }

  static Json write(Session session) {
    var terms = session.terms();
    return members(
        "kind", session instanceof UserSession user ? Json.of(user.kind().name()) : null,
        "name", Json.of(session.name()),
        "expires", time(session.expires()),
        "policies", Json.array(terms.policies()),
        "managed", texts(terms.managed()),
        "tags", terms.tags().isEmpty() ? null : map(terms.tags(), Json::of),
        "transitiveTags", texts(terms.transitive()),
        "sourceIdentity", text(terms.sourceIdentity()),
        "provider", text(terms.provider()),
        "mfa", terms.mfa() ? Json.of(true) : null,
        "issued", time(terms.issued()),
        "secret", secret(session.secret()),
        "token", secret(session.token()));
  }

  /// An array of texts; nothing for none.
  static @Nullable Json texts(List<String> texts) {
    return texts.isEmpty() ? null : Json.ofTexts(texts);
  }
}
