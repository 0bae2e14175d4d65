package io.outcrop.causes.redact;

/// A kind of secret.
public enum SecretKind {
  /// The secret half of an access key.
  SECRET_ACCESS_KEY("secret access key", "deactivate and replace the access key"),
  /// What makes temporary credentials complete.
  SESSION_TOKEN("session token", "end the session: revoke the role's active sessions"),
  /// A Bedrock API key, long-term or short-term.
  BEDROCK_API_KEY("Bedrock API key", "delete the API key and create another"),
  /// A key of another service.
  OTHER_API_KEY("API key of another service", "revoke the key where it was issued"),
  /// What a header proves identity with.
  AUTHORIZATION("Authorization header", "replace the credential that it carries"),
  /// The signature of a presigned URL.
  PRESIGNED_SIGNATURE("signature of a presigned URL", "wait until the URL has expired"),
  /// What only `sts:DecodeAuthorizationMessage` can read, and whoever may call it.
  ENCODED_MESSAGE("encoded authorization message", "decode it only inside the account"),
  /// A token of an identity provider.
  IDENTITY_TOKEN("identity token", "end the session at the identity provider"),
  /// What a browser or a client stays signed in with.
  COOKIE("cookie", "sign out where it was set, which ends the session"),
  /// A password, or a client's secret.
  PASSWORD("password", "change the password"),
  /// A private key.
  PRIVATE_KEY("private key", "replace the key pair");

  private final String words;
  private final String remedy;

  SecretKind(String words, String remedy) {
    this.words = words;
    this.remedy = remedy;
  }

  /// What it is called.
  public String words() {
    return words;
  }

  /// What to do when somebody else has seen it.
  public String remedy() {
    return remedy;
  }
}
