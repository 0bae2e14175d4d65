package io.outcrop.sandbox.realm;

import io.outcrop.json.Json;
import io.outcrop.models.catalogue.RegionalFact;
import java.time.Duration;
import java.util.List;

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

  /// The policy of a VPC endpoint.
  ///
  /// @param service the endpoint prefix: `bedrock-runtime`
  /// @param endpointId `vpce-…`
  /// @param vpc the network it stands in: `vpc-…`
  /// @param document what it allows
  public record EndpointPolicy(String service, String endpointId, String vpc, Json.Obj document) {
    /// The network of an endpoint of which nobody says where it stands.
    public static String vpcOf(String endpointId) {
      return endpointId.replaceFirst("^vpce-", "vpc-");
    }
  }

  /// How the stand-in model answers.
  ///
  /// @param seed decides its words
  /// @param firstToken how long it takes to begin a stream
  /// @param pace how long it waits between two pieces of a stream
  public record Answers(long seed, Duration firstToken, Duration pace) {}
}
