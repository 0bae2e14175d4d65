package io.outcrop.sandbox.wire;

import io.outcrop.http.Request;
import io.outcrop.http.Response;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.wire.descriptor.Descriptors;
import io.outcrop.sandbox.wire.descriptor.ServiceModel;
import io.outcrop.sandbox.wire.dialect.Dialect;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The answer to a body that is too large to be read. Which service was meant is told by path or
/// target, else by what the signature is scoped to. For InvokeModel it is AWS's modelled constraint
/// (seen in langchain-ai/langchain-aws#419); for all other operations AWS's code and words are not
/// known, and what is said here is ours.
final class TooLarge {
  private static final Pattern SCOPE =
      Pattern.compile("Credential=[^/,]+/[0-9]{8}/[^/,]+/([a-z0-9-]+)/aws4_request");
  private static final List<String> BY_BODY = List.of("sts", "iam");
  private static final Reply.Fault BODY =
      new Reply.Fault(
          400,
          "ValidationException",
          "1 validation error detected: Value at 'body' failed to satisfy constraint: Member must"
              + " have length less than or equal to 25000000",
          false);
  private static final Reply.Fault ANY =
      new Reply.Fault(
          413, "RequestEntityTooLargeException", "The body of the request is too large.", true);

  private final Router router;
  private final Descriptors descriptors = new Descriptors();

  TooLarge(Router router) {
    this.router = router;
  }

  Response answer(Request head, String requestId) {
    return switch (router.route(head, requestId)) {
      case Routing.Found found ->
          found
              .dialect()
              .fault(found.operation().name().startsWith("InvokeModel") ? BODY : ANY, requestId);
      case Routing.Unknown _ ->
          signedFor(head)
              .map(model -> Dialect.of(model, model.protocols().getFirst()).fault(ANY, requestId))
              .orElseGet(() -> Response.text(413, ANY.message()));
    };
  }

  /// Only the services that tell their operations in the body need this.
  private Optional<ServiceModel> signedFor(Request head) {
    var scope = SCOPE.matcher(head.headers().first("authorization").orElse(""));
    return scope.find()
        ? BY_BODY.stream().filter(scope.group(1)::equals).map(descriptors::model).findFirst()
        : Optional.empty();
  }
}
