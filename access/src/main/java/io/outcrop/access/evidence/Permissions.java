package io.outcrop.access.evidence;

import io.outcrop.aws.Principal;
import io.outcrop.cloud.call.PolicyOwner;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who is judged, and every policy that was found to have a say.
///
/// @param principal who makes the call
/// @param context condition keys that the principal brings by itself: `aws:username`
/// @param owner the user or role whose policies decide; none for a root user or a federated one
/// @param layers the policies; as the resource's own, that of the guardrail that goes with the
///   call: nothing else that a call asks for has one
/// @param inline where each inline policy is held, as it stands
/// @param readAs who read them: `profile admin`, `the caller`
public record Permissions(
    Principal principal,
    Map<String, String> context,
    List<PolicyOwner> owner,
    PolicyLayers layers,
    List<Held> inline,
    String readAs) {
  private static final String SOURCE_ENDPOINT = "aws:SourceVpce";

  public Permissions {
    context = Map.copyOf(context);
    owner = List.copyOf(owner);
    inline = List.copyOf(inline);
  }

  /// The same where a guardrail goes with the call.
  ///
  /// @param policy what the guardrail's own policy says
  public Permissions guardedBy(Layer policy) {
    return new Permissions(principal, context, owner, layers.onResource(policy), inline, readAs);
  }

  /// The same where calls go through a VPC endpoint.
  ///
  /// @param endpoint what its policy says
  /// @param endpointId which one it is; empty if it is not known
  public Permissions through(Layer endpoint, String endpointId) {
    var keys = new HashMap<>(context);
    if (endpointId.isEmpty()) {
      keys.remove(SOURCE_ENDPOINT);
    } else {
      keys.put(SOURCE_ENDPOINT, endpointId);
    }
    return new Permissions(
        principal, keys, owner, layers.throughEndpoint(endpoint), inline, readAs);
  }

  /// The same for what Bedrock asks another service in the caller's name: no endpoint is on that
  /// way. Source: IAM User Guide, "Forward access sessions", read 2026-11.
  public Permissions carriedOn() {
    return through(new Layer.Absent(), "");
  }

  /// An inline policy and who holds it.
  public record Held(PolicyOwner owner, String name, Json.Obj document) {}
}
