package io.outcrop.sandbox.network;

import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.realm.Circumstances.EndpointPolicy;
import io.outcrop.sandbox.realm.UniqueId;
import io.outcrop.sandbox.visit.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A VPC endpoint as EC2 shows it. Source: EC2 API Reference, "VpcEndpoint", read 2026-11. Subnets,
/// interfaces and security groups are not part of the sandbox: their lists are empty.
final class EndpointShown {
  /// Source: EC2 API Reference, "DescribeVpcEndpoints", filters. Those of tags find nothing: no
  /// endpoint here has any.
  private static final Set<String> FILTERS =
      Set.of(
          "ip-address-type",
          "service-name",
          "service-region",
          "tag-key",
          "vpc-endpoint-id",
          "vpc-endpoint-state",
          "vpc-endpoint-type",
          "vpc-id");

  private static final String AVAILABLE = "available";
  private static final String INTERFACE = "Interface";
  private static final int SUFFIX_LENGTH = 8;

  private EndpointShown() {}

  static boolean isFilter(String name) {
    return FILTERS.contains(name) || name.startsWith("tag:");
  }

  /// What the filter `name` looks at; nothing if the endpoint has none of it.
  static Optional<String> property(EndpointPolicy endpoint, String name) {
    return switch (name) {
      case "ip-address-type" -> Optional.of("ipv4");
      case "service-name" -> Optional.of(serviceName(endpoint));
      case "service-region" -> Optional.of(endpoint.site().region());
      case "vpc-endpoint-id" -> Optional.of(endpoint.endpointId());
      case "vpc-endpoint-state" -> Optional.of(AVAILABLE);
      case "vpc-endpoint-type" -> Optional.of(INTERFACE);
      case "vpc-id" -> Optional.of(endpoint.site().vpc());
      default -> Optional.empty();
    };
  }

  /// Source: Amazon Bedrock User Guide, "Use interface VPC endpoints (AWS PrivateLink)".
  private static String serviceName(EndpointPolicy endpoint) {
    return "com.amazonaws." + endpoint.site().region() + "." + endpoint.service();
  }

  static Json.Obj of(Visit visit, EndpointPolicy endpoint) {
    var site = endpoint.site();
    var nothing = Json.array(List.of());
    return Output.of(
        "VpcEndpointId", endpoint.endpointId(),
        "VpcEndpointType", INTERFACE,
        "VpcId", site.vpc(),
        "ServiceName", serviceName(endpoint),
        "State", AVAILABLE,
        "PolicyDocument", JsonWriter.compact(endpoint.document()),
        "RouteTableIds", nothing,
        "SubnetIds", nothing,
        "Groups", nothing,
        "IpAddressType", "ipv4",
        "DnsOptions", Output.of("DnsRecordIpType", "ipv4"),
        "PrivateDnsEnabled", site.privateDns(),
        "RequesterManaged", false,
        "NetworkInterfaceIds", nothing,
        "DnsEntries", dns(endpoint),
        "CreationTimestamp", visit.realm().title().clock(),
        "Tags", nothing,
        "OwnerId", site.account(),
        "ServiceRegion", site.region());
  }

  private static Json dns(EndpointPolicy endpoint) {
    var host = endpoint.service() + "." + endpoint.site().region();
    var own =
        "%s-%s.%s.vpce.amazonaws.com"
            .formatted(
                endpoint.endpointId(), UniqueId.small(endpoint.endpointId(), SUFFIX_LENGTH), host);
    var entries = new ArrayList<Json>();
    entries.add(Output.of("DnsName", own));
    if (endpoint.site().privateDns()) {
      entries.add(Output.of("DnsName", host + ".amazonaws.com"));
    }
    return Json.array(entries);
  }
}
