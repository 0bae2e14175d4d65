package io.outcrop.sandbox.call;

import io.outcrop.json.Json;
import java.time.Instant;
import java.util.Map;

/// One call whose signature holds (or that has none).
///
/// @param requestId our id of it, a UUID
/// @param service the endpoint prefix: `sts`, `iam`, `bedrock`, `bedrock-runtime`, `organizations`
/// @param operation `InvokeModel`
/// @param input members by their modelled names, labels and headers among them; for InvokeModel
///   without the body
/// @param body the raw body as UTF-8 text; empty if there is none
/// @param headers by lower-case name
/// @param caller who signed
/// @param region the region that was signed for, else the host's, else empty
/// @param receivedAt the machine's own time when it came
public record Call(
    String requestId,
    String service,
    String operation,
    Json.Obj input,
    String body,
    Map<String, String> headers,
    Caller caller,
    String region,
    Instant receivedAt) {
  public Call {
    headers = Map.copyOf(headers);
  }
}
