package io.outcrop.sandbox.wire.descriptor;

import java.util.Map;

/// What is known of one service.
///
/// @param service the endpoint prefix, as Outcrop names services
/// @param signingName the service in a signature's scope
/// @param target what stands before the operation in `X-Amz-Target`
/// @param operations by name
/// @param errors by the exception's name
/// @param shapes structures and unions by name, each its members in the model's order
public record ServiceModel(
    String service,
    String signingName,
    Protocol protocol,
    String version,
    String target,
    String xmlNamespace,
    Map<String, Operation> operations,
    Map<String, ModelledError> errors,
    Map<String, Map<String, Member>> shapes) {

  /// The members of the structure `name`.
  public Map<String, Member> shape(String name) {
    return shapes.getOrDefault(name, Map.of());
  }
}
