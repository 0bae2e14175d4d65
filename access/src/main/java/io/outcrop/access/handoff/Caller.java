package io.outcrop.access.handoff;

import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Observations;
import io.outcrop.aws.AccessKeyId;
import io.outcrop.aws.Arn;
import io.outcrop.aws.Partition;
import io.outcrop.aws.Principal;
import io.outcrop.cloud.call.PolicyOwner;
import io.outcrop.cloud.call.Sts.Identity;
import io.outcrop.grants.document.NamedDocument;
import java.util.Optional;

/// Who calls, as far as it is known. Of the key, only what may be printed.
///
/// @param principal who; none if nobody can tell
/// @param account its account; [NamedDocument#ACCOUNT] if nobody knows
/// @param userId AWS's unique id of the caller; empty if AWS was not asked or did not say
/// @param toldBy who says so: `AWS`, `an administrator's look at the key`; empty if nobody does
/// @param credentials which key, from where, in which region
public record Caller(
    Optional<Principal> principal,
    String account,
    String userId,
    String toldBy,
    Credentials credentials) {

  /// Which key signs.
  ///
  /// @param source the source that is used; empty if there is none
  /// @param region the region that is called
  /// @param regionFrom where the region was set
  /// @param keyId its first and last four letters; empty if it is not known
  /// @param sessionToken whether a session token comes with it
  public record Credentials(
      String source, String region, String regionFrom, String keyId, boolean sessionToken) {}

  static Caller of(Observations seen) {
    var arn =
        seen.identity()
            .seen()
            .map(Identity::arn)
            .or(() ->
                seen.permissions()
                    .seen()
                    .flatMap(one -> one.principal().knownArn().map(Arn::toString)));
    var principal = arn.flatMap(Principal::parse);
    var told =
        seen.identity() instanceof Observation.Succeeded
            ? "AWS"
            : principal.isPresent() ? "an administrator's look at the key" : "";
    var key = seen.sources().key();
    return new Caller(
        principal,
        principal
            .map(Principal::account)
            .filter(one -> !one.isEmpty())
            .orElse(NamedDocument.ACCOUNT),
        seen.identity().seen().map(Identity::userId).orElse(""),
        told,
        new Credentials(
            seen.sources().winner(),
            seen.asked().region().value(),
            seen.asked().region().origin(),
            key.id().isEmpty() ? "" : new AccessKeyId(key.id()).masked(),
            key.hasSessionToken()));
  }

  /// Whether its account is known.
  public boolean accountIsKnown() {
    return !account.equals(NamedDocument.ACCOUNT);
  }

  /// `IAM user`, `session of an IAM role`.
  public String kind() {
    return principal
        .map(one ->
            switch (one) {
              case Principal.RootUser _ -> "root user of the account";
              case Principal.IamUser _ -> "IAM user";
              case Principal.IamRole _ -> "IAM role";
              case Principal.RoleSession _ -> "session of an IAM role";
              case Principal.FederatedUser _ -> "federated user";
              case Principal.Service _ -> "AWS service";
              case Principal.WebIdentity _ -> "web identity";
              case Principal.Anonymous _ -> "nobody: the call is not signed";
            })
        .orElse("");
  }

  /// Its name: the user's, the role's with the session's.
  public String name() {
    return principal
        .map(one ->
            switch (one) {
              case Principal.IamUser user -> user.name();
              case Principal.IamRole role -> role.name();
              case Principal.RoleSession session ->
                  session.roleName() + " (session " + session.sessionName() + ")";
              case Principal.FederatedUser user -> user.arn().resourceId();
              case Principal.RootUser _ -> "root";
              case Principal.Service service -> service.name();
              case Principal.WebIdentity web -> web.provider();
              case Principal.Anonymous _ -> "";
            })
        .orElse("");
  }

  /// Its ARN; empty if it has none.
  public String arn() {
    return principal.flatMap(Principal::knownArn).map(Arn::toString).orElse("");
  }

  /// Whose policies decide: the user, or the role behind a session.
  Optional<PolicyOwner> owner() {
    return principal.flatMap(one ->
        switch (one) {
          case Principal.IamUser user ->
              Optional.of(new PolicyOwner(PolicyOwner.Kind.USER, user.name()));
          case Principal.IamRole role ->
              Optional.of(new PolicyOwner(PolicyOwner.Kind.ROLE, role.name()));
          case Principal.RoleSession session ->
              Optional.of(new PolicyOwner(PolicyOwner.Kind.ROLE, session.roleName()));
          case Principal.RootUser _,
              Principal.FederatedUser _,
              Principal.Service _,
              Principal.WebIdentity _,
              Principal.Anonymous _ ->
              Optional.empty();
        });
  }

  Partition partition() {
    return Partition.ofRegion(credentials.region());
  }
}
