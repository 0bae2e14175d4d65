package io.outcrop.sandbox.wire;

import io.outcrop.http.Response;
import io.outcrop.sandbox.wire.descriptor.Operation;
import io.outcrop.sandbox.wire.descriptor.ServiceModel;
import java.util.Map;

/// Which operation a request is for.
sealed interface Routing {
  /// This one.
  ///
  /// @param labels the path's labels as they stood on the wire
  record Found(ServiceModel model, Operation operation, Map<String, String> labels)
      implements Routing {}

  /// None; and what is said to that.
  record Unknown(Response response) implements Routing {}
}
