package io.outcrop.access.probe;

import io.outcrop.access.evidence.Asked;
import io.outcrop.access.evidence.Observation;
import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.aws.Arn;
import io.outcrop.cloud.AwsAccount;
import io.outcrop.cloud.credentials.Credentials;
import java.util.Optional;

/// Finds out as whom an examination goes on: the client side's own caller, a session of the role
/// that is asked for, or nobody, where the role may not be assumed.
final class RoleEntry {
  /// The name of every session that Outcrop begins, so that logs show it.
  private static final String SESSION = "outcrop";

  private final ExaminationRequest request;
  private final Asked asked;
  private final ClientProbe client;
  private final Round round;

  RoleEntry(ExaminationRequest request, Asked asked, ClientProbe client, Round round) {
    this.request = request;
    this.asked = asked;
    this.client = client;
    this.round = round;
  }

  /// @param credentials the client side's own
  Caller enter(Credentials credentials) {
    var own = open(credentials);
    var administrator = client.administrator().map(this::open);
    var reader = administrator.orElse(own);
    var role = request.scope().role();
    var readAs = administrator.isPresent() ? "profile " + asked.adminProfile() : "the caller";
    if (!request.scope().hop().isEmpty()) {
      return throughFunction(
          reader, administrator.isPresent() ? readAs : "the caller", administrator);
    }
    if (role.isEmpty()) {
      return new Caller(own, reader, readAs, administrator, Optional.empty());
    }
    var byOwn = administrator.isPresent() ? readAs : "the caller that assumes the role";
    if (request.scope().judgeOnly()) {
      return judged(reader, byOwn, administrator, "it was asked to be judged, not assumed");
    }
    return switch (session(own, credentials, role)) {
      case Observation.Succeeded<Credentials.Keys>(var keys, var _) ->
          new Caller(open(keys), reader, byOwn, administrator, Optional.empty());
      case Observation<Credentials.Keys> other ->
          judged(reader, byOwn, administrator, "it could not be assumed: " + words(other));
    };
  }

  private Caller throughFunction(
      AwsAccount reader, String readAs, Optional<AwsAccount> administrator) {
    var hop = new HopProbe(reader).look(request.scope().hop(), round);
    var judged =
        hop.seen()
            .map(found ->
                new Caller.Judged(
                    found.role(), "it is the role of function `" + found.function() + "`"))
            .orElseGet(() ->
                new Caller.Judged(
                    "", "the role of the function could not be found out: " + words(hop)));
    return new Caller(reader, reader, readAs, administrator, Optional.of(judged), hop);
  }

  private Caller judged(
      AwsAccount reader, String readAs, Optional<AwsAccount> administrator, String why) {
    return new Caller(
        reader,
        reader,
        readAs,
        administrator,
        Optional.of(new Caller.Judged(request.scope().role(), why)));
  }

  private Observation<Credentials.Keys> session(
      AwsAccount own, Credentials credentials, String role) {
    var operation = "sts:AssumeRole";
    return round
        .once(
            credentials,
            operation + " " + role,
            () -> Observation.of(operation, own.sts().assumeRole(role, SESSION)))
        .seen();
  }

  private static String words(Observation<?> other) {
    return other instanceof Observation.NotPermitted<?>(var operation, var error)
        ? operation + " answered " + error.code() + ": " + error.message()
        : other.words();
  }

  private AwsAccount open(Credentials credentials) {
    return round.open(request.client(), credentials, asked.region().value(), client.endpoint());
  }

  /// The account of a role's ARN.
  static String account(String role) {
    return Arn.parse(role).map(Arn::account).orElse("");
  }
}
