package io.outcrop.access.prediction;

import io.outcrop.access.examination.Evidence;
import io.outcrop.grants.ModelCall;
import java.util.List;

/// What AWS will answer.
///
/// @param called what the model id means, and the routes that matter
/// @param productId the model's Marketplace product; empty if unknown
/// @param restriction that AWS does not open the model to every account: none or one
/// @param refusals every refusal ahead, in the order in which AWS would answer them, each as if all
///   before it were mended
/// @param possible refusals of IAM that are ahead only if what nobody knows here makes them so: an
///   answer of AWS may prove one
/// @param unknown what could not be looked at and could change the answer, in words
/// @param lacking the calls over the wanted route that the policies do not let through now
/// @param knownNames every model and profile that the catalogue or the account names, sorted
public record Prediction(
    CalledModel called,
    String productId,
    List<Evidence> restriction,
    List<Refusal> refusals,
    List<Refusal> possible,
    List<String> unknown,
    List<ModelCall> lacking,
    List<String> knownNames) {
  public Prediction {
    restriction = List.copyOf(restriction);
    refusals = List.copyOf(refusals);
    possible = List.copyOf(possible);
    unknown = List.copyOf(unknown);
    lacking = List.copyOf(lacking);
    knownNames = List.copyOf(knownNames);
  }
}
