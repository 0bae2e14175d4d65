package io.outcrop.sandbox.realm;

import io.outcrop.json.Json;
import io.outcrop.models.catalogue.RegionalFact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a world says of AWS itself.
///
/// @param models what is true of models here, over the catalogue
/// @param endpointPolicies policies of VPC endpoints that calls go through
/// @param faults what fails, whoever calls
/// @param answers how the stand-in model answers
/// @param propagation whether changes hold at once
public record Circumstances(
    List<ModelStatement> models,
    List<EndpointPolicy> endpointPolicies,
    List<Fault> faults,
    Answers answers,
    Propagation propagation) {
  public Circumstances {
    models = List.copyOf(models);
    endpointPolicies = List.copyOf(endpointPolicies);
    faults = List.copyOf(faults);
  }

  /// The same with other faults.
  public Circumstances withFaults(List<Fault> changed) {
    return new Circumstances(models, endpointPolicies, changed, answers, propagation);
  }

  /// What is true of a model in a region, and why the world says so.
  public record ModelStatement(RegionalFact fact, String because) {}

  /// The same with `changed` in place of the endpoint of its id.
  public Circumstances with(EndpointPolicy changed) {
    var endpoints = new ArrayList<>(endpointPolicies);
    endpoints.replaceAll(one -> one.endpointId().equals(changed.endpointId()) ? changed : one);
    return new Circumstances(models, endpoints, faults, answers, propagation);
  }

  /// A VPC endpoint and its policy.
  ///
  /// @param service the endpoint prefix: `bedrock-runtime`
  /// @param endpointId `vpce-…`
  /// @param site where it stands
  /// @param tags by key
  /// @param document what it allows
  public record EndpointPolicy(
      String service, String endpointId, Site site, Map<String, String> tags, Json.Obj document) {
    /// The policy of an endpoint to which nobody gave one. Source: AWS PrivateLink Guide, "Control
    /// access to VPC endpoints using endpoint policies", default endpoint policy, read 2026-11.
    public static final Json.Obj FULL_ACCESS =
        Json.object()
            .with(
                "Statement",
                Json.array(
                    List.of(
                        Json.object()
                            .with("Action", Json.of("*"))
                            .with("Effect", Json.of("Allow"))
                            .with("Principal", Json.of("*"))
                            .with("Resource", Json.of("*")))));

    public EndpointPolicy {
      tags = Collections.unmodifiableMap(new TreeMap<>(tags));
    }

    /// The network of an endpoint of which nobody says where it stands.
    public static String vpcOf(String endpointId) {
      return endpointId.replaceFirst("^vpce-", "vpc-");
    }

    /// The same with another policy.
    public EndpointPolicy with(Json.Obj changed) {
      return new EndpointPolicy(service, endpointId, site, tags, changed);
    }

    /// The same at another site.
    public EndpointPolicy at(Site changed) {
      return new EndpointPolicy(service, endpointId, changed, tags, document);
    }
  }

  /// Where a VPC endpoint stands.
  ///
  /// @param account who has made it
  /// @param region of the network and of the service behind it
  /// @param vpc the network: `vpc-…`
  /// @param privateDns whether the service's usual name leads to it; else no call here goes through
  ///   it, as clients are given the usual name
  public record Site(String account, String region, String vpc, boolean privateDns) {}

  /// How the stand-in model answers.
  ///
  /// @param seed decides its words
  /// @param firstToken how long it takes to begin a stream
  /// @param pace how long it waits between two pieces of a stream
  public record Answers(long seed, Duration firstToken, Duration pace) {}
}
