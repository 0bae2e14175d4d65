package io.outcrop.sandbox.junit;

import io.outcrop.sandbox.Sandbox;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;

/// What a client needs to call a sandbox as the world's own principal.
public final class SandboxClient {
  private final Sandbox sandbox;

  SandboxClient(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /// Where AWS answers.
  public URI endpoint() {
    return sandbox.endpoint();
  }

  /// The region to call.
  public String region() {
    return sandbox.subject().region();
  }

  /// The model, or profile, that the world is about.
  public String model() {
    return sandbox.subject().model();
  }

  /// The ARN of who calls.
  public String principal() {
    return sandbox.subject().principal();
  }

  /// The key's id; empty in a world whose client has none in its environment.
  public String accessKeyId() {
    return variable("AWS_ACCESS_KEY_ID");
  }

  /// The key's secret; empty if there is none.
  public String secretAccessKey() {
    return variable("AWS_SECRET_ACCESS_KEY");
  }

  /// The session's token; empty for a long-term key.
  public String sessionToken() {
    return variable("AWS_SESSION_TOKEN");
  }

  /// The Bedrock API key; empty if there is none.
  public String apiKey() {
    return variable("AWS_BEARER_TOKEN_BEDROCK");
  }

  /// The world's environment variables, and `AWS_ENDPOINT_URL`: for clients that run as processes.
  public Map<String, String> environment() {
    var environment = new TreeMap<>(sandbox.client().environment());
    environment.put("AWS_ENDPOINT_URL", endpoint().toString());
    return environment;
  }

  /// The world's time.
  public InstantSource clock() {
    return sandbox.clock();
  }

  private String variable(String name) {
    return sandbox.client().environment().getOrDefault(name, "");
  }

  /// Names no secret.
  @Override
  public String toString() {
    return principal() + " at " + endpoint();
  }
}
