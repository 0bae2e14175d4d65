package io.outcrop.sandbox.wire.descriptor;

import java.util.List;
import java.util.Map;

/// What is known of one service.
///
/// @param service the service, as Outcrop names it
/// @param signingName the service in a signature's scope
/// @param endpoint what the hosts of its endpoints begin with
/// @param protocols how it speaks; the first is the one that its model prefers
/// @param version the version that the query protocols name
/// @param target what stands before the operation in `X-Amz-Target`, and the service in CBOR's
///   paths
/// @param xmlNamespace the namespace of its XML
/// @param namespace what stands before the names of its errors
/// @param isQueryCompatible whether its JSON and CBOR repeat the codes of its query protocol
/// @param operations its operations
/// @param errors by the exception's name
public record ServiceModel(
    String service,
    String signingName,
    String endpoint,
    List<Protocol> protocols,
    String version,
    String target,
    String xmlNamespace,
    String namespace,
    boolean isQueryCompatible,
    Operations operations,
    Map<String, ModelledError> errors,
    Shapes shapes) {

  /// The structure or union `name`.
  public Structure shape(String name) {
    return shapes.structure(name);
  }
}
