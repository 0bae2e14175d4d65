package io.outcrop.sandbox.wire;

import io.outcrop.http.Response;
import io.outcrop.sandbox.wire.descriptor.Operation;
import io.outcrop.sandbox.wire.descriptor.Protocol;
import io.outcrop.sandbox.wire.descriptor.ServiceModel;
import io.outcrop.sandbox.wire.dialect.Dialect;
import java.util.Map;

/// Which operation a request is for.
sealed interface Routing {
  /// This one.
  ///
  /// @param protocol the one of the service's protocols that the request speaks
  /// @param labels the path's labels as they stood on the wire
  record Found(
      ServiceModel model, Operation operation, Protocol protocol, Map<String, String> labels)
      implements Routing {
    /// How to speak with whoever sent it.
    Dialect dialect() {
      return Dialect.of(model, protocol);
    }
  }

  /// None; and what is said to that.
  record Unknown(Response response) implements Routing {}
}
