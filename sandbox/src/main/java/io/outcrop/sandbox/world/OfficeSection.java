package io.outcrop.sandbox.world;

import static io.outcrop.sandbox.world.RealmWriter.map;
import static io.outcrop.sandbox.world.RealmWriter.members;
import static io.outcrop.sandbox.world.RealmWriter.text;
import static io.outcrop.sandbox.world.RealmWriter.time;

import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.sandbox.realm.Office;
import io.outcrop.sandbox.realm.Office.Member;
import io.outcrop.sandbox.realm.Office.Request;
import io.outcrop.sandbox.realm.Organization.PolicyType;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an organization keeps besides its tree and its policies, in a world's document. One that
/// does not say which types of policies are in force has service control policies.
final class OfficeSection {
  private final Instant clock;

  OfficeSection(Instant clock) {
    this.clock = clock;
  }

  Office read(Fields organization) {
    var tags = new LinkedHashMap<String, Map<String, String>>();
    organization
        .object("tags")
        .ifPresent(all -> all.names().forEach(id -> tags.put(id, all.textMap(id))));
    var delegates = new LinkedHashMap<String, Map<String, Instant>>();
    organization
        .object("delegatedAdministrators")
        .ifPresent(all -> {
          for (var account : all.names()) {
            delegates.put(account, services(all, account));
          }
        });
    return new Office(
        types(organization),
        organization.map("members", this::member),
        requests(organization),
        tags,
        delegates);
  }

  private static Set<PolicyType> types(Fields organization) {
    if (!organization.has("policyTypes")) {
      return Set.of(PolicyType.SERVICE_CONTROL_POLICY);
    }
    var types = EnumSet.noneOf(PolicyType.class);
    for (var name : organization.texts("policyTypes")) {
      var known = List.of(PolicyType.values()).stream().filter(type -> type.name().equals(name));
      known
          .findFirst()
          .ifPresentOrElse(
              types::add,
              () ->
                  organization.problem(
                      "policyTypes",
                      "found `" + name + "`, expected one of " + List.of(PolicyType.values())));
    }
    return types;
  }

  private Member member(Fields fields) {
    var joined = Values.optionalInstant(fields, "joined");
    return new Member(
        fields.optionalText("email").orElse(""),
        joined == null ? clock : joined,
        !fields.flag("invited", false),
        Values.optionalInstant(fields, "closed"));
  }

  private Map<String, Request> requests(Fields organization) {
    var requests = new LinkedHashMap<String, Request>();
    organization
        .object("accountRequests")
        .ifPresent(all -> {
          for (var id : all.names()) {
            var fields = all.object(id).orElseThrow();
            requests.put(
                id,
                new Request(
                    id,
                    fields.text("name"),
                    fields.text("email"),
                    fields.text("role"),
                    Values.instant(fields, "requested"),
                    Values.instant(fields, "done"),
                    fields.optionalText("account").orElse(""),
                    fields.optionalText("failure").orElse("")));
            fields.finish();
          }
        });
    return requests;
  }

  private Map<String, Instant> services(Fields all, String account) {
    var fields = all.object(account).orElseThrow();
    var services = new LinkedHashMap<String, Instant>();
    fields.names().forEach(service -> services.put(service, Values.instant(fields, service)));
    return services;
  }

  /// `organization` with what `office` says.
  static Json with(Json.Obj organization, Office office) {
    var all = new LinkedHashMap<String, Json>();
    organization.members().forEach((name, member) -> all.put(name, member.value()));
    var further =
        members(
            "policyTypes", types(office),
            "members", some(map(office.members(), OfficeSection::member)),
            "accountRequests", some(map(office.requests(), OfficeSection::request)),
            "tags", some(map(office.tags(), tags -> map(tags, Json::of))),
            "delegatedAdministrators",
                some(
                    map(
                        office.delegates(),
                        services -> map(services, since -> Json.of(since.toString())))));
    further.members().forEach((name, member) -> all.put(name, member.value()));
    return Json.object(all);
  }

  private static @Nullable Json types(Office office) {
    return office.enabled().equals(Set.of(PolicyType.SERVICE_CONTROL_POLICY))
        ? null
        : Json.ofTexts(office.enabled().stream().map(PolicyType::name).sorted().toList());
  }

  private static Json member(Member member) {
    return members(
        "email", text(member.email()),
        "joined", Json.of(member.joined().toString()),
        "invited", member.created() ? null : Json.of(true),
        "closed", time(member.closed()));
  }

  private static Json request(Request request) {
    return members(
        "name", Json.of(request.name()),
        "email", Json.of(request.email()),
        "role", Json.of(request.role()),
        "requested", Json.of(request.requested().toString()),
        "done", Json.of(request.done().toString()),
        "account", text(request.account()),
        "failure", text(request.failure()));
  }

  private static @Nullable Json some(Json.Obj object) {
    return object.members().isEmpty() ? null : object;
  }
}
