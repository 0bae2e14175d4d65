package io.outcrop.cli.policy.inquiry;

import io.outcrop.aws.Arn;
import io.outcrop.cli.arguments.Arguments;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.request.PolicyLayers.Organization;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The layers that an account's own listing of a principal does not hold: what the command line
/// gives or assumes, what AWS has no such policies for, and else unknown.
///
/// Bedrock takes no part in resource control policies, and of its resources only a few have
/// policies of their own; IAM's and Marketplace's have none, trust policies aside. Source:
/// Organizations User Guide, "Services that support RCPs"; Service Authorization Reference, "Amazon
/// Bedrock" (`PutResourcePolicy`); read 2026-11.
final class Surroundings {
  private static final Set<String> WITHOUT_RCPS =
      Set.of("bedrock", "bedrock-mantle", "bedrock-websearch", "iam", "aws-marketplace");
  private static final Set<String> WITH_POLICIES =
      Set.of("custom-model", "guardrail", "guardrail-profile", "knowledge-base");

  private final Arguments arguments;
  private final PolicyLayers given;

  Surroundings(Arguments arguments, PolicyLayers given) {
    this.arguments = arguments;
    this.given = given;
  }

  /// `own` with what stands around it for `request`.
  ///
  /// @param own identity, boundary and session policies and SCPs as far as the account says
  /// @param trust the trust policy of the role that is to be assumed, where the account holds it
  PolicyLayers around(PolicyLayers own, Layer trust, AuthorizationRequest request) {
    return new PolicyLayers(
        own.identity(),
        own.boundary(),
        session(own.session()),
        given.scps() instanceof Organization.Levels
            ? given.scps()
            : assumed("--assume-no-scp", own.scps()),
        rcps(request),
        resource(trust, request),
        given.endpoint());
  }

  /// What is taken for granted, in words.
  List<String> notes() {
    return given.endpoint() instanceof Layer.Absent
        ? List.of("taken as called over the public endpoint, where no VPC endpoint policy is")
        : List.of();
  }

  private Layer session(Layer own) {
    if (!(given.session() instanceof Layer.Absent)) {
      return given.session();
    }
    return own instanceof Layer.Unknown && arguments.has("--assume-no-session-policy")
        ? new Layer.Absent()
        : own;
  }

  private Organization assumed(String option, Organization found) {
    return found instanceof Organization.Unknown && arguments.has(option)
        ? new Organization.None()
        : found;
  }

  private Organization rcps(AuthorizationRequest request) {
    if (given.rcps() instanceof Organization.Levels) {
      return given.rcps();
    }
    return WITHOUT_RCPS.contains(service(request))
        ? new Organization.None()
        : assumed(
            "--assume-no-rcp",
            new Organization.Unknown(
                "resource control policies were not read: give `--rcp`, or `--assume-no-rcp`"));
  }

  private Layer resource(Layer trust, AuthorizationRequest request) {
    if (!(given.resource() instanceof Layer.Absent)) {
      return given.resource();
    }
    if (!(trust instanceof Layer.Absent)) {
      return trust;
    }
    return hasNoPolicy(request) || arguments.has("--assume-no-resource-policy")
        ? new Layer.Absent()
        : new Layer.Unknown(
            "the resource's policy was not read: give `--resource-policy`, or"
                + " `--assume-no-resource-policy`");
  }

  private static boolean hasNoPolicy(AuthorizationRequest request) {
    var type = Arn.parse(request.resource()).map(Arn::resourceType).orElse("");
    return request.resource().equals("*")
        || (WITHOUT_RCPS.contains(service(request)) && !WITH_POLICIES.contains(type));
  }

  private static String service(AuthorizationRequest request) {
    return request.action().toLowerCase(Locale.ROOT).split(":", 2)[0];
  }
}
