package io.outcrop.iam.match;

import io.outcrop.aws.Principal;
import io.outcrop.iam.policy.Statement.Pattern;
import io.outcrop.iam.policy.Statement.Patterns;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.RequestContext;
import io.outcrop.json.Position;
import java.util.Arrays;

/// Elements and requests, made short.
final class Asking {
  static final String ALICE = "arn:aws:iam::111122223333:user/team/alice";
  static final String OBJECT = "arn:aws:s3:us-east-1:111122223333:bucket/key";

  private Asking() {}

  /// The principal with that ARN, or by its words.
  static Principal principal(String words) {
    return switch (words) {
      case "anonymous" -> new Principal.Anonymous();
      case "lambda.amazonaws.com" -> new Principal.Service(words);
      case "accounts.google.com" -> new Principal.WebIdentity(words);
      default -> Principal.parse(words).orElseThrow();
    };
  }

  static Patterns patterns(boolean negated, String... texts) {
    var patterns = Arrays.stream(texts).map(text -> new Pattern(text, new Position(1, 1))).toList();
    return new Patterns(negated, patterns);
  }

  static AuthorizationRequest request(String action, String resource, RequestContext context) {
    return new AuthorizationRequest(principal(ALICE), action, resource, "111122223333", context);
  }

  static RequestView view(String action, String resource) {
    return RequestView.of(request(action, resource, RequestContext.empty()));
  }
}
