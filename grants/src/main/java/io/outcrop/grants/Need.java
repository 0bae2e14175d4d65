package io.outcrop.grants;

/// One authorisation that a call needs, with the call in words.
///
/// @param operation what is called: `InvokeModel or Converse`
/// @param target what it is called on, as it stands behind the words *a call*: ``with
///   `us.anthropic.claude-sonnet-5-5` in `us-east-1` ``
/// @param authorization what IAM is asked
public record Need(String operation, String target, RequiredAuthorization authorization) {
  /// The call in words.
  public String call() {
    return operation + " " + target;
  }
}
