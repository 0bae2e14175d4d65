package io.outcrop.access.probe;

import io.outcrop.access.evidence.Asked;
import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Permissions;
import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.aws.Principal;
import io.outcrop.cloud.AwsAccount;
import io.outcrop.cloud.Connection;
import io.outcrop.cloud.call.Sts.Identity;
import io.outcrop.cloud.credentials.Credentials;
import java.util.List;

/// Reads the policies of one principal and nothing else: who the caller is, then what [PolicyProbe]
/// reads. The model of the request plays no part.
public final class PermissionsLook {
  private final ExaminationRequest request;
  private final ClientProbe client;
  private final Asked asked;
  private final Together together;

  private PermissionsLook(ExaminationRequest request, Together together) {
    this.request = request;
    this.client = new ClientProbe(request);
    this.asked = client.asked();
    this.together = together;
  }

  /// Looks, as the administrator's profile where one is named.
  ///
  /// @param principal whose policies; none for the caller's own
  public static Observation<Permissions> look(
      ExaminationRequest request, List<Principal> principal) {
    try (var together = new Together(request.timeout())) {
      return new PermissionsLook(request, together).look(principal);
    }
  }

  private Observation<Permissions> look(List<Principal> principal) {
    var credentials = client.credentials();
    if (credentials.isEmpty()) {
      return new Observation.Skipped<>("there are no credentials");
    }
    if (!asked.region().isSet()) {
      return new Observation.Skipped<>("no region is known: give `--region`");
    }
    try (var caller = open(credentials.get())) {
      var identity = identity(caller);
      if (!(identity instanceof Observation.Succeeded<Identity>(var found, var _))) {
        return identity.map(_ -> {
          throw new IllegalStateException("an identity that was not seen has no value");
        });
      }
      return of(found, principal, caller);
    }
  }

  private Observation<Identity> identity(AwsAccount caller) {
    var operation = "sts:GetCallerIdentity";
    return together
        .look(operation, () -> Observation.of(operation, caller.sts().callerIdentity()))
        .seen();
  }

  private Observation<Permissions> of(
      Identity identity, List<Principal> wanted, AwsAccount caller) {
    var principal = wanted.isEmpty() ? Principal.parse(identity.arn()).stream().toList() : wanted;
    if (principal.isEmpty()) {
      return new Observation.Skipped<>("`" + identity.arn() + "` is no principal with policies");
    }
    if (!principal.getFirst().account().equals(identity.account())) {
      return new Observation.Skipped<>(
          "the caller is of account %s and reads no policies of account %s"
              .formatted(identity.account(), principal.getFirst().account()));
    }
    var isCaller =
        principal.getFirst().knownArn().stream()
            .anyMatch(arn -> arn.toString().equals(identity.arn()));
    var context =
        new PrincipalContext(
            asked.at(),
            isCaller ? identity.userId() : "",
            request.client().sandboxed() || !asked.endpoint().startsWith("http:"));
    var administrator = client.administrator();
    if (administrator.isEmpty()) {
      return read(caller, "the caller", context, principal.getFirst());
    }
    try (var reader = open(administrator.get())) {
      return read(reader, "profile " + asked.adminProfile(), context, principal.getFirst());
    }
  }

  private Observation<Permissions> read(
      AwsAccount reader, String readAs, PrincipalContext context, Principal principal) {
    return together
        .look(
            "policies", () -> new PolicyProbe(reader, readAs, context, () -> false).look(principal))
        .seen();
  }

  private AwsAccount open(Credentials credentials) {
    return AwsAccount.open(
        new Connection(
            request.client(),
            credentials,
            asked.region().value(),
            client.endpoint(),
            together.left()));
  }
}
