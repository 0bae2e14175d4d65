package io.outcrop.sandbox.world;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.json.Fields;
import io.outcrop.json.Problem;
import io.outcrop.sandbox.realm.AccessKey;
import io.outcrop.sandbox.realm.Account;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.ManagedPolicy;
import io.outcrop.sandbox.realm.Permissions;
import io.outcrop.sandbox.realm.RoleSession;
import io.outcrop.sandbox.realm.ServiceCredential;
import io.outcrop.sandbox.realm.Standing;
import io.outcrop.sandbox.realm.UniqueId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// Reads the accounts of a world. What the file leaves out (when something was made) was there when
/// the world began. Not safe for several threads.
final class AccountReader {
  private final List<Problem> problems;
  private final Instant clock;

  AccountReader(List<Problem> problems, Instant clock) {
    this.problems = problems;
    this.clock = clock;
  }

  Map<String, Account> accounts(Fields fields) {
    var result = new LinkedHashMap<String, Account>();
    fields
        .object("accounts")
        .ifPresentOrElse(
            accounts -> {
              for (var id : accounts.names()) {
                if (!id.matches("[0-9]{12}")) {
                  accounts.problem(id, "`" + id + "` is not an account id of twelve digits");
                }
                var account = accounts.object(id).orElseThrow();
                result.put(id, account(id, account));
                account.finish();
              }
            },
            () -> fields.problem("accounts", "member `accounts` is missing"));
    return result;
  }

  private Account account(String id, Fields fields) {
    var identities = new LinkedHashMap<Identity.Key, Identity>();
    each(fields, "users", (name, user) -> add(identities, user(id, name, user)));
    each(fields, "groups", (name, group) -> add(identities, group(name, group)));
    each(fields, "roles", (name, role) -> add(identities, role(name, role)));
    var policies = new LinkedHashMap<String, ManagedPolicy>();
    each(
        fields,
        "policies",
        (name, policy) -> {
          var read = managedPolicy(id, name, policy);
          policies.put(read.arn(), read);
        });
    var standing =
        fields
            .object("bedrock")
            .map(inner -> {
              var read = StandingSection.read(inner, problems);
              inner.finish();
              return read;
            })
            .orElseGet(Standing::untouched);
    return new Account(
        id,
        fields.optionalText("name").orElse(""),
        identities,
        policies,
        standing,
        new DirectorySection(clock).read(fields),
        RootSection.read(fields, clock, problems),
        RegistrationSection.read(fields),
        new DeploymentSection(clock).read(fields));
  }

  private static void add(Map<Identity.Key, Identity> identities, Identity identity) {
    identities.put(identity.key(), identity);
  }

  private Identity user(String account, String name, Fields fields) {
    var keys = new LinkedHashMap<String, AccessKey>();
    each(fields, "accessKeys", (id, key) -> keys.put(id, AccessKeySection.read(id, key, clock)));
    return new Identity.User(
        label(Identity.Kind.USER, name, fields),
        permissions(fields),
        fields.texts("groups"),
        keys,
        credentials(account, name, fields),
        fields.textMap("tags"),
        SignInSection.read(fields, clock, problems));
  }

  private Map<String, ServiceCredential> credentials(String account, String name, Fields fields) {
    var alias = ServiceCredential.alias(name, account);
    var credentials = new LinkedHashMap<String, ServiceCredential>();
    each(
        fields,
        "serviceCredentials",
        (id, entry) -> credentials.put(id, ServiceCredentialSection.read(id, entry, alias, clock)));
    return credentials;
  }

  private Identity group(String name, Fields fields) {
    return new Identity.Group(label(Identity.Kind.GROUP, name, fields), permissions(fields));
  }

  private Identity role(String name, Fields fields) {
    var sessions = new LinkedHashMap<String, RoleSession>();
    each(
        fields,
        "sessions",
        (id, session) -> sessions.put(id, SessionSection.role(id, session, problems)));
    return new Identity.Role(
        label(Identity.Kind.ROLE, name, fields),
        permissions(fields),
        Values.policy(fields, "trust", PolicyKind.TRUST, problems),
        sessions,
        fields.textMap("tags"),
        new Identity.Role.Settings(
            fields.optionalText("description").orElse(""),
            Values.duration(fields, "longestSession", Identity.Role.Settings.USUAL.longest())));
  }

  private Identity.Label label(Identity.Kind kind, String name, Fields fields) {
    return new Identity.Label(
        name,
        path(fields),
        fields.optionalText("id").orElseGet(() -> UniqueId.of(kind.prefix(), name)),
        created(fields));
  }

  private static String path(Fields fields) {
    var path = fields.optionalText("path").orElse("/");
    if (!path.startsWith("/") || !path.endsWith("/")) {
      fields.problem("path", "`" + path + "` does not begin and end with a slash");
    }
    return path;
  }

  private Instant created(Fields fields) {
    var created = Values.optionalInstant(fields, "created");
    return created == null ? clock : created;
  }

  private Permissions permissions(Fields fields) {
    var inline = Values.policies(fields, "inline", PolicyKind.IDENTITY, problems);
    return new Permissions(
        inline,
        fields.texts("managed"),
        fields.optionalText("boundary").orElse(""),
        Values.written(fields, "written", inline));
  }

  private ManagedPolicy managedPolicy(String account, String name, Fields fields) {
    return new ManagedPolicySection(problems, clock).read(account, name, path(fields), fields);
  }

  private static void each(Fields fields, String name, BiConsumer<String, Fields> read) {
    fields
        .object(name)
        .ifPresent(entries -> {
          for (var key : entries.names()) {
            var inner = entries.object(key).orElseThrow();
            read.accept(key, inner);
            inner.finish();
          }
        });
  }
}
