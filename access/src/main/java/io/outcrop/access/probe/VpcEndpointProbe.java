package io.outcrop.access.probe;

import io.outcrop.access.evidence.Asked;
import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Permissions;
import io.outcrop.access.evidence.Reached;
import io.outcrop.aws.Arn;
import io.outcrop.aws.AwsError;
import io.outcrop.aws.Partition;
import io.outcrop.cloud.AwsAccount;
import io.outcrop.cloud.call.VpcEndpoints.Endpoint;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.NamedPolicy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Looks at the VPC endpoint that the call goes through: where the service's name leads to a
/// private address, where the host is an endpoint's own, or where AWS denies the call by the policy
/// of one.
final class VpcEndpointProbe {
  private static final String OPERATION = "ec2:DescribeVpcEndpoints";
  private static final Pattern OWN_HOST = Pattern.compile("(vpce-[0-9a-f]+)-.*\\.vpce\\..*");

  private final AwsAccount reader;
  private final Asked asked;
  private final Optional<Reached> reached;

  /// @param reader who reads
  VpcEndpointProbe(AwsAccount reader, Asked asked, Optional<Reached> reached) {
    this.reader = reader;
    this.asked = asked;
    this.reached = reached;
  }

  /// The endpoints that the call may go through.
  ///
  /// @param calls what AWS answered to the calls
  Observation<List<Endpoint>> look(List<Observation<String>> calls) {
    if (!asked.scope().has("permissions")) {
      return new Observation.Skipped<>(Probes.NOT_ASKED);
    }
    if (!isPrivate() && calls.stream().noneMatch(VpcEndpointProbe::isDeniedByEndpoint)) {
      return new Observation.Skipped<>("nothing speaks for a VPC endpoint on the way");
    }
    var seen = Observation.of(OPERATION, reader.vpcEndpoints().of(serviceName()));
    return seen.map(all -> all.stream().filter(this::mayBeOnTheWay).toList());
  }

  private boolean isPrivate() {
    return !ownId().isEmpty()
        || (reached.map(Reached::privateAddress).orElse(false) && asked.endpoint().isEmpty());
  }

  private static boolean isDeniedByEndpoint(Observation<String> call) {
    return call instanceof Observation.Refused<String>(var _, AwsError error, var _)
        && error.message().toLowerCase(Locale.ROOT).contains("vpc endpoint policy");
  }

  /// Source: AWS PrivateLink Guide, "AWS services that integrate with AWS PrivateLink", read
  /// 2026-11; in China the name begins with `cn.`.
  private String serviceName() {
    var region = asked.region().value();
    return (Partition.ofRegion(region) == Partition.CHINA ? "cn." : "")
        + "com.amazonaws."
        + region
        + "."
        + asked.scope().call().host();
  }

  /// The id of the endpoint whose own name is called; empty where it is the service's.
  private String ownId() {
    var matcher = OWN_HOST.matcher(reached.map(Reached::host).orElse(""));
    return matcher.matches() ? matcher.group(1) : "";
  }

  private boolean mayBeOnTheWay(Endpoint endpoint) {
    return endpoint.state().equalsIgnoreCase("available")
        && (ownId().isEmpty() ? endpoint.privateDns() : endpoint.id().equals(ownId()));
  }

  /// `permissions` with the policy of the endpoint on the way. One that could not be read, or that
  /// is one of several, is named as unknown.
  ///
  /// @param region in which the endpoints are
  static Observation<Permissions> over(
      Observation<Permissions> permissions, Observation<List<Endpoint>> endpoints, String region) {
    return switch (endpoints) {
      case Observation.Skipped<List<Endpoint>> _ -> permissions;
      case Observation.Succeeded<List<Endpoint>>(var found, var _) ->
          permissions.map(one -> one.through(layer(found, region), onlyId(found)));
      case Observation<List<Endpoint>> unread ->
          permissions.map(one ->
              one.through(
                  new Layer.Unknown(
                      "the policy of the VPC endpoint on the way was not read: " + unread.words()),
                  ""));
    };
  }

  /// Source: Service Authorization Reference, "Amazon EC2", resource type `vpc-endpoint`, read
  /// 2026-11. None where AWS does not say whose it is.
  private static String arn(Endpoint endpoint, String region) {
    return endpoint.owner().isEmpty()
        ? ""
        : new Arn(
                Partition.ofRegion(region).id(),
                "ec2",
                region,
                endpoint.owner(),
                "vpc-endpoint/" + endpoint.id())
            .toString();
  }

  private static String onlyId(List<Endpoint> found) {
    return found.size() == 1 ? found.getFirst().id() : "";
  }

  private static Layer layer(List<Endpoint> found, String region) {
    var policies = found.stream().map(Endpoint::policy).distinct().toList();
    if (found.isEmpty()) {
      return new Layer.Unknown(
          "the policy of the VPC endpoint on the way: this account shows none for the service, so"
              + " that it belongs to another account");
    }
    if (policies.size() > 1) {
      return new Layer.Unknown(
          "the policy of the VPC endpoint on the way: it is one of "
              + String.join(", ", found.stream().map(Endpoint::id).toList())
              + ", which say different things");
    }
    return policies.getFirst().isEmpty()
        ? new Layer.Absent()
        : known(found.getFirst(), arn(found.getFirst(), region));
  }

  private static Layer known(Endpoint endpoint, String arn) {
    return switch (PolicyParser.parse(endpoint.policy().getFirst(), PolicyKind.ENDPOINT)) {
      case PolicyParsing.Parsed(var document) ->
          new Layer.Known(
              List.of(new NamedPolicy(endpoint.id(), arn, "network " + endpoint.vpc(), document)));
      case PolicyParsing.Rejected(var problems) ->
          new Layer.Unknown(
              "the policy of VPC endpoint `"
                  + endpoint.id()
                  + "` is malformed: "
                  + problems.getFirst());
    };
  }
}
