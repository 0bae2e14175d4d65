package io.outcrop.sandbox.wire;

import io.outcrop.http.Request;
import io.outcrop.sandbox.wire.descriptor.ServiceModel;
import java.util.Comparator;
import java.util.List;

/// Tells services apart that have the same paths: by the scope of the signature, which names the
/// service, and by the host. Who says neither is taken for the first.
final class Ambiguity {
  private Ambiguity() {}

  /// `candidates`, the one that is meant most likely first.
  static List<ServiceModel> inOrder(List<ServiceModel> candidates, Request request) {
    var scope = scope(request);
    var host = request.headers().first("host").orElse(request.authority());
    return candidates.stream()
        .sorted(
            Comparator.comparing((ServiceModel model) -> !model.signingName().equals(scope))
                .thenComparing(model -> !host.startsWith(model.endpoint() + ".")))
        .toList();
  }

  /// `bedrock` of `Credential=AKIA…/20261121/us-east-1/bedrock/aws4_request`; empty if it is not
  /// signed.
  private static String scope(Request request) {
    var authorization = request.headers().first("authorization").orElse("");
    var start = authorization.indexOf("Credential=");
    var end = authorization.indexOf("/aws4_request", Math.max(start, 0));
    if (start < 0 || end < 0) {
      return "";
    }
    return authorization.substring(authorization.lastIndexOf('/', end - 1) + 1, end);
  }
}
