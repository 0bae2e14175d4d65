package io.outcrop.access.prediction;

import io.outcrop.access.evidence.Observations;
import io.outcrop.access.examination.ClientCall;
import io.outcrop.access.examination.NamedGuardrail;
import io.outcrop.aws.Arn;
import io.outcrop.aws.Partition;
import io.outcrop.cloud.credentials.ApiKeyOwner;
import io.outcrop.grants.ModelCall;
import io.outcrop.grants.ModelCall.BearerToken;
import io.outcrop.grants.ModelCall.Operation;
import io.outcrop.models.route.Route;
import java.util.List;
import java.util.Optional;

/// How the user's client calls.
///
/// @param call what it calls
/// @param bearerToken which kind of API key it sends, if it sends one
/// @param guardrail the guardrail that goes with the call; none or one
public record Calling(ClientCall call, BearerToken bearerToken, List<NamedGuardrail> guardrail) {
  public Calling {
    guardrail = List.copyOf(guardrail);
  }

  /// As `seen` says.
  public static Calling of(Observations seen) {
    return new Calling(
        seen.asked().scope().call(),
        seen.path().apiKey().seen().map(Calling::kind).orElse(BearerToken.NONE),
        seen.asked().guardrail().stream().toList());
  }

  private static BearerToken kind(ApiKeyOwner owner) {
    return switch (owner) {
      case ApiKeyOwner.User _ -> BearerToken.LONG_TERM;
      case ApiKeyOwner.Signer _ -> BearerToken.SHORT_TERM;
      case ApiKeyOwner.Unknown _ -> BearerToken.NONE;
    };
  }

  /// What IAM is asked about, the plain call first. Anthropic's route on the runtime is authorised
  /// as InvokeModel is; Mantle has one action for both. Source: Amazon Bedrock User Guide,
  /// "Inference using Anthropic Messages API", read 2026-10.
  List<Operation> operations() {
    return switch (call) {
      case INVOKE, MESSAGES ->
          List.of(Operation.INVOKE_MODEL, Operation.INVOKE_MODEL_WITH_RESPONSE_STREAM);
      case CONVERSE -> List.of(Operation.CONVERSE, Operation.CONVERSE_STREAM);
      case MANTLE -> List.of(Operation.CREATE_INFERENCE);
      case COUNT_TOKENS -> List.of(Operation.COUNT_TOKENS);
      case GET_INFERENCE_PROFILE -> List.of(Operation.GET_INFERENCE_PROFILE);
      case LIST_MODELS -> List.of(Operation.LIST_FOUNDATION_MODELS);
    };
  }

  /// The calls over `route`, the plain one first.
  public List<ModelCall> over(Route route, String account) {
    return operations().stream().map(operation -> of(operation, route, account)).toList();
  }

  ModelCall of(Operation operation, Route route, String account) {
    var partition = Partition.ofRegion(route.region()).id();
    var prefix = new Arn(partition, "bedrock", route.region(), account, "guardrail/").toString();
    return new ModelCall(
        operation,
        route,
        account,
        bearerToken,
        guardrail.stream().map(named -> named.arn(prefix)).findFirst().orElse(""));
  }

  /// The route that the call should take; empty if nobody knows one. Mantle and CountTokens take
  /// the model's own id.
  public Optional<Route> wanted(CalledModel called) {
    return switch (call) {
      case INVOKE, CONVERSE, MESSAGES -> called.wanted();
      case MANTLE, COUNT_TOKENS ->
          Optional.of(new Route.OnDemand(called.route().modelId(), called.route().region()));
      case GET_INFERENCE_PROFILE, LIST_MODELS -> Optional.of(called.route());
    };
  }

  /// Whether a model that does not answer to its own id is called by a profile instead.
  boolean takesProfiles() {
    return switch (call) {
      case INVOKE, CONVERSE, MESSAGES -> true;
      case MANTLE, COUNT_TOKENS, GET_INFERENCE_PROFILE, LIST_MODELS -> false;
    };
  }

  /// Whether the model id means what the catalogue of models says of the runtime.
  boolean goesThroughRuntime() {
    return call.host().equals("bedrock-runtime");
  }
}
