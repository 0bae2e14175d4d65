package io.outcrop.iam.account;

import io.outcrop.aws.Principal;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What `aws iam get-account-authorization-details` says of an account: users, groups, roles and
/// managed policies. Immutable and safe for many threads.
///
/// The output knows no service control policies, no resource policies but trust policies, no
/// sessions and no endpoints; those are the caller's to add.
public final class AccountDetails {
  private final Map<String, Entity> users;
  private final Map<String, Entity> groups;
  private final Map<String, Entity> roles;
  private final Map<String, Entity.Held> managed;
  private final boolean truncated;

  /// @param truncated whether the last page says that there are more
  AccountDetails(
      Map<String, Entity> users,
      Map<String, Entity> groups,
      Map<String, Entity> roles,
      Map<String, Entity.Held> managed,
      boolean truncated) {
    this.users = Map.copyOf(users);
    this.groups = Map.copyOf(groups);
    this.roles = Map.copyOf(roles);
    this.managed = Map.copyOf(managed);
    this.truncated = truncated;
  }

  /// Reads the output: one document, or its pages one after the other.
  public static AccountReading read(String text) {
    return switch (JsonReader.readSequence(text)) {
      case JsonReading.Read(var value) -> read(value);
      case JsonReading.Malformed(var message, var position) ->
          new AccountReading.Rejected(List.of(new Problem("", position, message)));
    };
  }

  private static AccountReading read(Json pages) {
    var problems = new ArrayList<Problem>();
    var elements = pages instanceof Json.Arr array ? array.elements() : List.of(pages);
    var details = new DetailsReader(problems).read(elements);
    return problems.isEmpty()
        ? new AccountReading.Read(details)
        : new AccountReading.Rejected(problems);
  }

  /// The policies of `principal`: a user, a role, or a session of one.
  public PrincipalReading find(Principal principal) {
    return switch (principal) {
      case Principal.IamUser user -> find(users, user.name(), principal);
      case Principal.IamRole role -> find(roles, role.name(), principal);
      case Principal.RoleSession session -> find(roles, session.roleName(), principal);
      case Principal.RootUser root ->
          isOf(root.account())
              ? new PrincipalReading.Found(
                  root.arn().toString(),
                  new Layer.Known(List.of()),
                  new Layer.Absent(),
                  new Layer.Absent(),
                  Map.of())
              : new PrincipalReading.NotThere(arns(users));
      case Principal.FederatedUser _,
          Principal.Service _,
          Principal.WebIdentity _,
          Principal.Anonymous _ ->
          new PrincipalReading.NotThere(arns(users));
    };
  }

  /// The trust policy of the role with this ARN; none if the details do not know it, or if it does
  /// not follow the grammar.
  public Optional<NamedPolicy> trust(String roleArn) {
    return roles.values().stream()
        .filter(role -> role.arn().equals(roleArn))
        .flatMap(role ->
            role.trust().stream()
                .flatMap(held -> parsed(held, PolicyKind.TRUST, role.words()).stream()))
        .findFirst();
  }

  /// Every policy that the account itself has, as it is written: inline and managed ones and trust
  /// policies, by owner and name.
  public List<WrittenPolicy> written() {
    var written = new ArrayList<WrittenPolicy>();
    for (var entities : List.of(users, groups, roles)) {
      for (var entity : new TreeMap<>(entities).values()) {
        entity
            .inline()
            .forEach(held -> written.add(written(held, entity.words(), PolicyKind.IDENTITY)));
        entity
            .trust()
            .forEach(held -> written.add(written(held, entity.words(), PolicyKind.TRUST)));
      }
    }
    new TreeMap<>(managed)
        .forEach((arn, held) -> {
          if (!arn.contains(":iam::aws:")) {
            written.add(written(held, "", PolicyKind.IDENTITY));
          }
        });
    return List.copyOf(written);
  }

  private static WrittenPolicy written(Entity.Held held, String owner, PolicyKind kind) {
    return new WrittenPolicy(held.name(), owner, kind, Documents.text(held));
  }

  private static Optional<NamedPolicy> parsed(Entity.Held held, PolicyKind kind, String owner) {
    return Documents.parse(held, kind) instanceof PolicyParsing.Parsed(var document)
        ? Optional.of(new NamedPolicy(held.name(), held.arn(), owner, document))
        : Optional.empty();
  }

  private PrincipalReading find(Map<String, Entity> entities, String name, Principal principal) {
    var entity = entities.get(name);
    if (entity == null || !Principals.isOf(entity, principal)) {
      return new PrincipalReading.NotThere(arns(entities));
    }
    return new Collecting(groups, managed, truncated).of(entity, principal);
  }

  private boolean isOf(String account) {
    return arns(users).stream().anyMatch(arn -> arn.contains(":" + account + ":"))
        || arns(roles).stream().anyMatch(arn -> arn.contains(":" + account + ":"));
  }

  private static List<String> arns(Map<String, Entity> entities) {
    return entities.values().stream().map(Entity::arn).sorted().toList();
  }
}
