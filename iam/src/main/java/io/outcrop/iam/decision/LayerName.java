package io.outcrop.iam.decision;

/// The layers of IAM's evaluation, in the order in which AWS looks at them. Source: IAM User Guide,
/// "How AWS enforcement code logic evaluates requests to allow or deny access".
public enum LayerName {
  RCP("rcp", "resource control policy"),
  SCP("scp", "service control policy"),
  ENDPOINT("vpce", "VPC endpoint policy"),
  RESOURCE("resource", "resource-based policy"),
  IDENTITY("identity", "identity-based policy"),
  BOUNDARY("boundary", "permissions boundary"),
  SESSION("session", "session policy");

  private final String id;
  private final String words;

  LayerName(String id, String words) {
    this.id = id;
    this.words = words;
  }

  /// The layer's short name in JSON and cases.
  public String id() {
    return id;
  }

  /// The layer as AWS's denial sentences name it.
  public String words() {
    return words;
  }
}
