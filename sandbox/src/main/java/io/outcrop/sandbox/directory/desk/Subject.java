package io.outcrop.sandbox.directory.desk;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Visitor;
import io.outcrop.sandbox.realm.Account;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.RootUser;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Operations about one user, group or role, which the input names. IAM asks first whether the
/// caller may, then whether there is such an identity.
public final class Subject {
  /// The operations that are about the caller itself if they name no user.
  private static final Set<String> OWN =
      Set.of(
          "GetUser",
          "CreateAccessKey",
          "UpdateAccessKey",
          "DeleteAccessKey",
          "ListAccessKeys",
          "ListMFADevices",
          "ListSigningCertificates",
          "ListSSHPublicKeys",
          "CreateLoginProfile",
          "GetLoginProfile",
          "DeleteLoginProfile",
          "ListServiceSpecificCredentials",
          "UpdateServiceSpecificCredential",
          "ResetServiceSpecificCredential",
          "DeleteServiceSpecificCredential");

  /// Those of them that the root user has too.
  private static final Set<String> OF_ROOT =
      Set.of("GetUser", "CreateAccessKey", "UpdateAccessKey", "DeleteAccessKey", "ListAccessKeys");

  private Subject() {}

  /// What is done with a user, group or role that was found.
  @FunctionalInterface
  public interface Work<T extends Identity> {
    /// Answers the visit, which is allowed.
    Reply answer(Visit visit, T subject);
  }

  /// `User`, `Group`, `Role`.
  public static String title(Identity.Kind kind) {
    var word = kind.word();
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /// An operation about a user.
  public static Operation user(Work<Identity.User> work) {
    return of(
        Identity.Kind.USER,
        (visit, found) ->
            found instanceof Identity.User user
                ? work.answer(visit, user)
                : Refusals.missing(found.key()));
  }

  /// An operation about a group.
  public static Operation group(Work<Identity.Group> work) {
    return of(
        Identity.Kind.GROUP,
        (visit, found) ->
            found instanceof Identity.Group group
                ? work.answer(visit, group)
                : Refusals.missing(found.key()));
  }

  /// An operation about a role.
  public static Operation role(Work<Identity.Role> work) {
    return of(
        Identity.Kind.ROLE,
        (visit, found) ->
            found instanceof Identity.Role role
                ? work.answer(visit, role)
                : Refusals.missing(found.key()));
  }

  /// An operation about an identity of `kind`.
  public static Operation of(Identity.Kind kind, Work<Identity> work) {
    return visit -> {
      if (isOwnOfRoot(visit)) {
        return ofRoot(visit, work);
      }
      var name = name(visit, kind);
      if (name.isEmpty()) {
        return Refusals.validation("Must specify userName when calling with non-User credentials");
      }
      var key = new Identity.Key(kind, name.get());
      var found = visit.account().identity(key);
      var refused = ask(visit, key, found).refused();
      if (refused.isPresent()) {
        return isReserved(found) && ask(visit, key, Optional.empty()).refused().isEmpty()
            ? Refusals.unmodifiable(key.name())
            : refused.get();
      }
      return found.isPresent() ? work.answer(visit, found.get()) : Refusals.missing(key);
    };
  }

  /// Whether IAM refuses everybody who wants to change it: with a denial to those who may change no
  /// role, in words of its own to those who may.
  private static boolean isReserved(Optional<Identity> found) {
    return found.orElse(null) instanceof Identity.Role role && role.isReserved();
  }

  /// Whether the root user asks about itself.
  private static boolean isOwnOfRoot(Visit visit) {
    return OF_ROOT.contains(visit.call().operation())
        && visit.text("UserName").isEmpty()
        && visit.visitor().kind() == Visitor.Kind.ROOT;
  }

  private static Reply ofRoot(Visit visit, Work<Identity> work) {
    var root = RootUser.identity(visit.account().id()).withKeys(visit.account().root().keys());
    return Ask.of(visit, visit.visitor().arn())
        .refused()
        .<Reply>map(refused -> refused)
        .orElseGet(() -> work.answer(visit, root));
  }

  /// `account` with `user` as it is now, who may be the root user.
  public static Account with(Account account, Identity.User user) {
    return RootUser.is(user, account.id())
        ? account.with(account.root().withKeys(user.keys()))
        : account.with(user);
  }

  private static Optional<String> name(Visit visit, Identity.Kind kind) {
    var name = visit.text(title(kind) + "Name");
    return name.isEmpty()
            && OWN.contains(visit.call().operation())
            && visit.visitor().kind() == Visitor.Kind.USER
        ? Optional.of(visit.visitor().identity().label().name())
        : name;
  }

  private static Ask ask(Visit visit, Identity.Key key, Optional<Identity> found) {
    var arn = found.map(visit.account()::arnOf).orElseGet(() -> arn(visit, key));
    var boundary = found.map(identity -> identity.permissions().boundary()).orElse("");
    return Ask.of(visit, arn)
        .shownAs(key.kind().word() + " " + key.name())
        .with("iam:PolicyARN", visit.required("PolicyArn"))
        .with("iam:PermissionsBoundary", visit.text("PermissionsBoundary").orElse(boundary))
        .with("iam:ServiceSpecificCredentialServiceName", service(visit, found))
        .requesting(Tags.of(visit))
        .requesting(tagKeys(visit))
        .about(found.map(Identity::tags).orElse(Map.of()));
  }

  /// The service of the credential that the call is about; empty if it is about none.
  private static String service(Visit visit, Optional<Identity> found) {
    var credential =
        found.orElse(null) instanceof Identity.User user
            ? user.credentials().get(visit.required("ServiceSpecificCredentialId"))
            : null;
    return credential == null ? "" : credential.service();
  }

  private static Set<String> tagKeys(Visit visit) {
    var keys = Tags.keys(visit);
    return keys.isEmpty() ? Tags.of(visit).keySet() : keys;
  }

  /// The ARN that an identity would have which is not there.
  private static String arn(Visit visit, Identity.Key key) {
    return "arn:aws:iam::" + visit.account().id() + ":" + key.kind().word() + "/" + key.name();
  }
}
