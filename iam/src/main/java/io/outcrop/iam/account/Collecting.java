package io.outcrop.iam.account;

import io.outcrop.aws.Principal;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.json.Json;
import io.outcrop.json.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Gathers the policies of one entity. For one use.
final class Collecting {
  private final Map<String, Entity> groups;
  private final Map<String, Entity.Held> managed;
  private final boolean truncated;
  private final List<NamedPolicy> identity = new ArrayList<>();
  private final List<PrincipalReading.Malformed> malformed = new ArrayList<>();
  private String missing = "";

  Collecting(Map<String, Entity> groups, Map<String, Entity.Held> managed, boolean truncated) {
    this.groups = groups;
    this.managed = managed;
    this.truncated = truncated;
  }

  PrincipalReading of(Entity entity, Principal principal) {
    own(entity);
    for (var name : entity.groups()) {
      var group = groups.get(name);
      if (group == null) {
        miss("group `" + name + "`");
      } else {
        own(group);
      }
    }
    var layer = missing.isEmpty() ? new Layer.Known(identity) : new Layer.Unknown(missing);
    var boundary = boundary(entity);
    var session =
        principal instanceof Principal.RoleSession
            ? SessionPolicies.of(trust(entity))
            : new Layer.Absent();
    return malformed.isEmpty()
        ? new PrincipalReading.Found(
            entity.arn(), layer, boundary, session, Principals.context(entity, principal))
        : malformed.getFirst();
  }

  private void own(Entity entity) {
    entity.inline().forEach(held -> add(held, PolicyKind.IDENTITY, entity.words(), identity));
    for (var arn : entity.attached()) {
      var held = managed.get(arn);
      if (held == null) {
        miss("policy `" + arn + "` of " + entity.words());
      } else {
        add(held, PolicyKind.IDENTITY, entity.words(), identity);
      }
    }
  }

  private Layer boundary(Entity entity) {
    if (entity.boundary().isEmpty()) {
      return new Layer.Absent();
    }
    var held = managed.get(entity.boundary());
    if (held == null) {
      return new Layer.Unknown(why("policy `" + entity.boundary() + "`"));
    }
    var policies = new ArrayList<NamedPolicy>();
    add(held, PolicyKind.BOUNDARY, entity.words(), policies);
    return new Layer.Known(policies);
  }

  private void add(Entity.Held held, PolicyKind kind, String owner, List<NamedPolicy> policies) {
    switch (Documents.parse(held, kind)) {
      case PolicyParsing.Parsed(var document) ->
          policies.add(new NamedPolicy(held.name(), held.arn(), owner, document));
      case PolicyParsing.Rejected(List<Problem> problems) ->
          malformed.add(new PrincipalReading.Malformed(held.name(), problems));
    }
  }

  private static List<Json.Obj> trust(Entity entity) {
    return entity.trust().stream()
        .flatMap(held ->
            Documents.parse(held, PolicyKind.TRUST) instanceof PolicyParsing.Parsed(var document)
                ? List.of(document.source()).stream()
                : List.<Json.Obj>of().stream())
        .toList();
  }

  private void miss(String what) {
    missing = missing.isEmpty() ? why(what) : missing;
  }

  private String why(String what) {
    return what
        + " is not in the account's details"
        + (truncated ? ", whose last page is missing" : "");
  }
}
