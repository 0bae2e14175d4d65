package io.outcrop.http;

import java.nio.charset.StandardCharsets;

/// One whole request, as it was sent.
///
/// @param method `GET`, `POST`
/// @param target the request target as it stood on the wire, nothing decoded: path and query. What
///   was sent to a proxy stands here without its scheme and host; the host is the header's
/// @param authority HTTP/2's `:authority`; empty if it was not sent, and with HTTP/1.1
/// @param headers its header fields, without HTTP/2's pseudo headers
/// @param body the body; nobody may change it
/// @param secure whether it came over TLS
@SuppressWarnings("ArrayRecordComponent") // bodies are large, and requests are never compared
public record Request(
    String method, String target, String authority, Headers headers, byte[] body, boolean secure) {
  /// A request in clear text.
  public Request(String method, String target, String authority, Headers headers, byte[] body) {
    this(method, target, authority, headers, body, false);
  }

  /// The path, up to the question mark, nothing decoded.
  public String path() {
    var question = target.indexOf('?');
    return question < 0 ? target : target.substring(0, question);
  }

  /// The query, behind the question mark, nothing decoded; empty if there is none.
  public String query() {
    var question = target.indexOf('?');
    return question < 0 ? "" : target.substring(question + 1);
  }

  /// The body as UTF-8 text.
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return method + " " + path() + " (" + body.length + " bytes)";
  }
}
