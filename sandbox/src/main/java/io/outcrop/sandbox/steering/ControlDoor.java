package io.outcrop.sandbox.steering;

import io.outcrop.aws.Secret;
import io.outcrop.http.Handler;
import io.outcrop.http.Headers;
import io.outcrop.http.Request;
import io.outcrop.http.Response;
import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/// Lets those who hold the token through to the control API, and everybody else to AWS. The token
/// travels in a header of its own, so that no page in a browser can send it across origins.
public final class ControlDoor implements Handler {
  /// Where the control API begins.
  public static final String PREFIX = "/_outcrop/";

  /// The header that carries the token.
  public static final String HEADER = "x-outcrop-token";

  private final Handler aws;
  private final Control control;
  private final Secret token;

  /// A door before `aws`.
  public ControlDoor(Handler aws, Control control, Secret token) {
    this.aws = aws;
    this.control = control;
    this.token = token;
  }

  @Override
  public Response handle(Request request) {
    if (!request.path().startsWith(PREFIX)) {
      return aws.handle(request);
    }
    return isOwner(request)
        ? response(control.answer(request))
        : response(
            ControlAnswer.refused(
                401,
                "the control API asks for the world's token",
                "send what stands in the world's file `control-token` as `" + HEADER + "`",
                List.of()));
  }

  @Override
  public Response tooLarge(Request head) {
    return aws.tooLarge(head);
  }

  private boolean isOwner(Request request) {
    var given = request.headers().first(HEADER).orElse("");
    return MessageDigest.isEqual(bytes(given), bytes(token.reveal()));
  }

  private static Response response(ControlAnswer answer) {
    Json.Obj body = answer.body();
    return Response.of(
        answer.status(),
        Headers.none().with("content-type", "application/json").with("cache-control", "no-store"),
        bytes(JsonWriter.pretty(body) + "\n"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
