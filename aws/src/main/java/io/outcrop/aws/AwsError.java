package io.outcrop.aws;

/// An error that AWS answered, whatever envelope it came in.
///
/// @param status the HTTP status, 100 to 599; 0 if it is not known (an exception frame in a stream)
/// @param code the exception's short name: `AccessDeniedException`, `SignatureDoesNotMatch`
/// @param message AWS's own sentence; may be empty
/// @param requestId AWS's id of the request; empty if none came back
public record AwsError(int status, String code, String message, String requestId) {
  /// The error as AWS's command line prints it.
  public String asPasted(String operation) {
    return "An error occurred (%s) when calling the %s operation: %s"
        .formatted(code, operation, message);
  }
}
