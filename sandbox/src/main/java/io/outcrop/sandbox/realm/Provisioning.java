package io.outcrop.sandbox.realm;

import io.outcrop.json.Json;
import io.outcrop.sandbox.realm.IdentityCenter.PermissionSet;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The roles that IAM Identity Center makes of permission sets. Source: IAM Identity Center User
/// Guide, "Referencing permission sets in resource policies, Amazon EKS, and AWS KMS", and AWS
/// re:Post on the roles' names and policies, read 2026-11.
public final class Provisioning {
  /// The name of a role's inline policy.
  public static final String INLINE = "AwsSSOInlinePolicy";

  private static final String PATH = "/aws-reserved/sso.amazonaws.com/";
  private static final int SUFFIX_LENGTH = 16;
  private static final Duration LONGEST = Duration.ofHours(12);

  private Provisioning() {}

  /// The role of a permission set in an account, if it was provisioned there.
  public static Optional<Identity.Role> role(Account account, String set) {
    var name = Pattern.compile("AWSReservedSSO_" + Pattern.quote(set) + "_[0-9a-f]{16}");
    return account.all(Identity.Kind.ROLE).stream()
        .map(Identity.Role.class::cast)
        .filter(role -> role.label().path().startsWith(PATH))
        .filter(role -> name.matcher(role.label().name()).matches())
        .findFirst();
  }

  /// Whether `role` is as `set` says now.
  public static boolean isLatest(Identity.Role role, PermissionSet set) {
    return role.permissions().equals(permissions(set));
  }

  private static Permissions permissions(PermissionSet set) {
    var inline = new LinkedHashMap<String, Json.Obj>();
    set.inline().forEach(document -> inline.put(INLINE, document));
    return new Permissions(inline, set.managed(), set.boundary());
  }

  /// `realm` with `set` provisioned to `account`.
  public static Realm provisioned(Realm realm, PermissionSet set, String account, Instant now) {
    return realm.with(
        account,
        one ->
            one.with(
                role(one, set.name())
                    .map(role -> role.with(permissions(set)))
                    .orElseGet(() -> made(realm.identityCenter(), one, set, now))));
  }

  /// `realm` with a role wherever somebody has an assignment and none was made yet.
  public static Realm complete(Realm realm) {
    var center = realm.identityCenter();
    var complete = realm;
    for (var person : center.people().values()) {
      for (var assignment : person.assignments().entrySet()) {
        for (var name : new TreeSet<>(assignment.getValue())) {
          var set = center.sets().get(name);
          var account = complete.account(assignment.getKey());
          if (set != null && account.isPresent() && role(account.get(), name).isEmpty()) {
            complete = provisioned(complete, set, account.get().id(), realm.title().clock());
          }
        }
      }
    }
    return complete;
  }

  private static Identity.Role made(
      IdentityCenter center, Account account, PermissionSet set, Instant now) {
    var name =
        "AWSReservedSSO_%s_%s"
            .formatted(
                set.name(), UniqueId.hex(center.arnOf(set) + "/" + account.id(), SUFFIX_LENGTH));
    var region = center.home().region();
    var path = region.equals("us-east-1") ? PATH : PATH + region + "/";
    return new Identity.Role(
        new Identity.Label(
            name, path, UniqueId.of(Identity.Kind.ROLE.prefix(), account.id() + "/" + name), now),
        permissions(set),
        trust(provider(center, account)),
        Map.of(),
        Map.of(),
        new Identity.Role.Settings(set.description(), LONGEST));
  }

  /// The identity provider by which people get into an account.
  public static String provider(IdentityCenter center, Account account) {
    return "arn:aws:iam::%s:saml-provider/AWSSSO_%s_DO_NOT_DELETE"
        .formatted(account.id(), UniqueId.hex(center.arn() + "/" + account.id(), SUFFIX_LENGTH));
  }

  private static Json.Obj trust(String provider) {
    return Json.object()
        .with("Version", Json.of("2012-10-17"))
        .with(
            "Statement",
            Json.array(
                List.of(
                    Json.object()
                        .with("Effect", Json.of("Allow"))
                        .with("Principal", Json.object().with("Federated", Json.of(provider)))
                        .with(
                            "Action",
                            Json.ofTexts(List.of("sts:AssumeRoleWithSAML", "sts:TagSession")))
                        .with(
                            "Condition",
                            Json.object()
                                .with(
                                    "StringEquals",
                                    Json.object()
                                        .with(
                                            "SAML:aud",
                                            Json.of("https://signin.aws.amazon.com/saml")))))));
  }
}
