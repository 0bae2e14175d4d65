package io.outcrop.sandbox.network;

import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.directory.desk.Tags;
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
  /// Source: EC2 API Reference, "DescribeVpcEndpoints", filters.
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

  private static final String TAG = "tag:";
  private static final String AVAILABLE = "available";
  private static final String INTERFACE = "Interface";
  private static final int SUFFIX_LENGTH = 8;

  private EndpointShown() {}

  static boolean isFilter(String name) {
    return FILTERS.contains(name) || name.startsWith(TAG);
  }

  /// What the filter `name` looks at; nothing if the endpoint has none of it.
  static List<String> properties(EndpointPolicy endpoint, String name) {
    return switch (name) {
      case "ip-address-type" -> List.of("ipv4");
      case "service-name" -> List.of(serviceName(endpoint));
      case "service-region" -> List.of(endpoint.site().region());
      case "tag-key" -> List.copyOf(endpoint.tags().keySet());
      case "vpc-endpoint-id" -> List.of(endpoint.endpointId());
      case "vpc-endpoint-state" -> List.of(AVAILABLE);
      case "vpc-endpoint-type" -> List.of(INTERFACE);
      case "vpc-id" -> List.of(endpoint.site().vpc());
      default ->
          name.startsWith(TAG)
              ? Optional.ofNullable(endpoint.tags().get(name.substring(TAG.length()))).stream()
                  .toList()
              : List.of();
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
        "Tags", Tags.list(endpoint.tags()),
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
