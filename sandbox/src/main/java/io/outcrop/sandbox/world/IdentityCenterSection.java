package io.outcrop.sandbox.world;

import static io.outcrop.sandbox.world.BedrockRegionSection.nonEmpty;
import static io.outcrop.sandbox.world.RealmWriter.map;
import static io.outcrop.sandbox.world.RealmWriter.members;
import static io.outcrop.sandbox.world.RealmWriter.secret;
import static io.outcrop.sandbox.world.RealmWriter.text;

import io.outcrop.aws.Secret;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.json.Problem;
import io.outcrop.sandbox.realm.IdentityCenter;
import io.outcrop.sandbox.realm.IdentityCenter.PermissionSet;
import io.outcrop.sandbox.realm.IdentityCenter.Person;
import io.outcrop.sandbox.realm.IdentityCenter.Request;
import io.outcrop.sandbox.realm.Portal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads and writes `identityCenter`: people, permission sets, and who has signed in.
///
/// @param here whose it is and where, if the file does not say it
/// @param clock when what does not say it was made
record IdentityCenterSection(EndpointSection.Here here, Instant clock, List<Problem> problems) {
  private static final Duration SESSION = Duration.ofHours(1);
  private static final Duration LOGIN = Duration.ofHours(8);
  private static final Duration REGISTRATION = Duration.ofDays(90);

  IdentityCenter read(Fields world) {
    return world
        .object("identityCenter")
        .map(fields -> {
          var center = center(fields);
          fields.finish();
          return center;
        })
        .orElse(IdentityCenter.NONE);
  }

  private IdentityCenter center(Fields fields) {
    var sets = new LinkedHashMap<String, PermissionSet>();
    DeploymentSection.named(fields, "permissionSets", this::set).forEach(sets::put);
    return new IdentityCenter(
        new IdentityCenter.Home(
            fields.optionalText("account").orElse(here.account()),
            fields.optionalText("region").orElse(here.region()),
            fields.text("startUrl"),
            fields.optionalText("signsIn").orElse("")),
        sets,
        fields.map("people", IdentityCenterSection::person),
        fields.map(
            "requests",
            request ->
                new Request(
                    request.text("permissionSet"),
                    request.optionalText("account").orElse(""),
                    Values.instant(request, "created"))),
        new Portal(
            fields.map("clients", this::client),
            fields.map(
                "devices",
                device ->
                    new Portal.Device(
                        device.text("client"),
                        Values.instant(device, "expires"),
                        secretOf(device))),
            fields.map("logins", this::login)));
  }

  private PermissionSet set(String name, Fields fields) {
    var inline =
        fields.has("inline")
            ? List.of(Values.policy(fields, "inline", PolicyKind.IDENTITY, problems))
            : List.<Json.Obj>of();
    return new PermissionSet(
        name,
        fields.optionalText("description").orElse(""),
        Values.duration(fields, "sessionDuration", SESSION),
        inline,
        fields.texts("managed"),
        fields.optionalText("boundary").orElse(""),
        orBegin(fields, "created"));
  }

  private static Person person(Fields fields) {
    var assignments = new LinkedHashMap<String, List<String>>();
    fields
        .object("assignments")
        .ifPresent(accounts -> {
          for (var account : accounts.names()) {
            assignments.put(account, accounts.texts(account));
          }
          accounts.finish();
        });
    return new Person(assignments);
  }

  private Portal.Client client(Fields fields) {
    var expires = Values.optionalInstant(fields, "expires");
    return new Portal.Client(
        fields.optionalText("name").orElse(""),
        fields.texts("scopes"),
        expires == null ? clock.plus(REGISTRATION) : expires,
        secretOf(fields));
  }

  private Portal.Login login(Fields fields) {
    var expires = Values.optionalInstant(fields, "expires");
    var access = expires == null ? clock.plus(SESSION) : expires;
    var ends = Values.optionalInstant(fields, "ends");
    return new Portal.Login(
        fields.text("person"),
        fields.optionalText("client").orElse(""),
        access,
        ends == null ? clock.plus(LOGIN) : ends,
        Secret.of(fields.optionalText("token").orElse("")),
        secretOf(fields));
  }

  private static Secret secretOf(Fields fields) {
    return Secret.of(fields.optionalText("secret").orElse(""));
  }

  private Instant orBegin(Fields fields, String name) {
    var time = Values.optionalInstant(fields, name);
    return time == null ? clock : time;
  }

  static @Nullable Json write(IdentityCenter center) {
    if (!center.exists()) {
      return null;
    }
    var home = center.home();
    return members(
        "account", Json.of(home.account()),
        "region", Json.of(home.region()),
        "startUrl", Json.of(home.startUrl()),
        "signsIn", text(home.signsIn()),
        "permissionSets", nonEmpty(map(center.sets(), IdentityCenterSection::set)),
        "people",
            nonEmpty(
                map(
                    center.people(),
                    person -> members("assignments", assignments(person.assignments())))),
        "requests",
            nonEmpty(
                map(
                    center.requests(),
                    request ->
                        members(
                            "permissionSet", Json.of(request.set()),
                            "account", text(request.account()),
                            "created", Json.of(request.created().toString())))),
        "clients", nonEmpty(map(center.portal().clients(), IdentityCenterSection::client)),
        "devices",
            nonEmpty(
                map(
                    center.portal().devices(),
                    device ->
                        members(
                            "client", Json.of(device.client()),
                            "expires", Json.of(device.expires().toString()),
                            "secret", secret(device.secret())))),
        "logins", nonEmpty(map(center.portal().logins(), IdentityCenterSection::login)));
  }

  private static @Nullable Json assignments(Map<String, List<String>> assignments) {
    return nonEmpty(map(assignments, Json::ofTexts));
  }

  private static Json set(PermissionSet set) {
    return members(
        "description", text(set.description()),
        "sessionDuration", Json.of(set.duration().toString()),
        "inline", set.inline().isEmpty() ? null : set.inline().getFirst(),
        "managed", SessionSection.texts(set.managed()),
        "boundary", text(set.boundary()),
        "created", Json.of(set.created().toString()));
  }

  private static Json client(Portal.Client client) {
    return members(
        "name", text(client.name()),
        "scopes", SessionSection.texts(client.scopes()),
        "expires", Json.of(client.expires().toString()),
        "secret", secret(client.secret()));
  }

  private static Json login(Portal.Login login) {
    return members(
        "person", Json.of(login.person()),
        "client", text(login.client()),
        "expires", Json.of(login.expires().toString()),
        "ends", Json.of(login.ends().toString()),
        "token", secret(login.token()),
        "secret", secret(login.secret()));
  }
}
