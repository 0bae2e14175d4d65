package io.outcrop.sandbox.world;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.json.Json;
import io.outcrop.json.Position;
import io.outcrop.json.Problem;
import java.util.ArrayList;
import java.util.List;

/// The policies that a world's own file says, each with its place; not those that it inherits.
public final class PlacedPolicies {
  private PlacedPolicies() {}

  /// One policy.
  ///
  /// @param pointer where it stands in the world
  /// @param account whose it is; empty for an organization's or an endpoint's
  public record Placed(String pointer, String account, PolicyKind kind, Json.Obj document) {}

  /// All policies of `world`.
  public static List<Placed> of(World world) {
    var found = new ArrayList<Placed>();
    var source = world.source();
    source
        .object("accounts")
        .ifPresent(accounts ->
            accounts
                .members()
                .forEach((id, member) -> {
                  if (member.value() instanceof Json.Obj account) {
                    account(id, account, found);
                  }
                }));
    source
        .object("organization")
        .ifPresent(organization -> {
          organization(organization, "scps", PolicyKind.SCP, found);
          organization(organization, "rcps", PolicyKind.RCP, found);
        });
    var endpoints = source.list("endpointPolicies");
    for (var i = 0; i < endpoints.size(); i++) {
      if (endpoints.get(i) instanceof Json.Obj endpoint) {
        add(endpoint, "document", "/endpointPolicies/" + i, "", PolicyKind.ENDPOINT, found);
      }
    }
    return List.copyOf(found);
  }

  private static void organization(
      Json.Obj organization, String member, PolicyKind kind, List<Placed> found) {
    organization
        .object(member)
        .ifPresent(policies ->
            each(
                policies,
                (name, policy) ->
                    add(
                        policy,
                        "document",
                        "/organization/" + member + "/" + name,
                        "",
                        kind,
                        found)));
  }

  /// The place in `world` that `pointer` leads to.
  public static Position place(World world, String pointer) {
    return Places.placed(new Problem(pointer, Position.NONE, ""), world.source()).position();
  }

  private static void account(String id, Json.Obj account, List<Placed> found) {
    var pointer = "/accounts/" + id;
    for (var kind : List.of("users", "groups", "roles")) {
      account
          .object(kind)
          .ifPresent(identities ->
              each(
                  identities,
                  (name, identity) ->
                      identity(pointer + "/" + kind + "/" + name, id, identity, found)));
    }
    account
        .object("policies")
        .ifPresent(policies ->
            each(
                policies,
                (name, policy) ->
                    add(
                        policy,
                        "document",
                        pointer + "/policies/" + name,
                        id,
                        PolicyKind.IDENTITY,
                        found)));
  }

  private static void identity(
      String pointer, String account, Json.Obj identity, List<Placed> found) {
    identity
        .object("inline")
        .ifPresent(inline ->
            inline
                .members()
                .keySet()
                .forEach(name ->
                    add(inline, name, pointer + "/inline", account, PolicyKind.IDENTITY, found)));
    add(identity, "trust", pointer, account, PolicyKind.TRUST, found);
  }

  private interface Named {
    void take(String name, Json.Obj value);
  }

  private static void each(Json.Obj map, Named action) {
    map.members()
        .forEach((name, member) -> {
          if (member.value() instanceof Json.Obj object) {
            action.take(escape(name), object);
          }
        });
  }

  private static void add(
      Json.Obj holder,
      String name,
      String pointer,
      String account,
      PolicyKind kind,
      List<Placed> found) {
    holder
        .object(name)
        .filter(document -> document.position().isKnown())
        .ifPresent(document ->
            found.add(new Placed(pointer + "/" + escape(name), account, kind, document)));
  }

  private static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
