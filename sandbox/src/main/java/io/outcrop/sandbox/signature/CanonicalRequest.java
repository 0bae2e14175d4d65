package io.outcrop.sandbox.signature;

import io.outcrop.http.PercentCode;
import io.outcrop.http.Request;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// Builds the text that is signed. The path is normalized and then percent-encoded once more, as it
/// stood on the wire; clients differ in what they encode before sending, and this one rule is right
/// for all of them. They also differ in the host that they sign: with its port or without, and over
/// HTTP/2 the authority, as `host` or as `:authority`; so there are several hosts to try. Source:
/// IAM User Guide, "Create a signed AWS API request"; AWS's signing test suite; requests seen from
/// AWS's and Anthropic's clients, 2026-11.
final class CanonicalRequest {
  private final Request request;
  private final Claim claim;
  private final String bodyHash;

  CanonicalRequest(Request request, Claim claim, String bodyHash) {
    this.request = request;
    this.claim = claim;
    this.bodyHash = bodyHash;
  }

  /// The text, if `host` is what the client signed.
  String text(String host) {
    var text = new StringBuilder(512);
    text.append(request.method()).append('\n');
    text.append(PercentCode.encodePath(normalized(request.path()))).append('\n');
    text.append(RawQuery.parse(request.query()).canonical()).append('\n');
    for (var name : claim.signedHeaders()) {
      text.append(name).append(':').append(value(name, host)).append('\n');
    }
    text.append('\n').append(String.join(";", claim.signedHeaders())).append('\n');
    return text.append(bodyHash).toString();
  }

  private String value(String name, String host) {
    if (name.equals("host") || name.equals(":authority")) {
      return host;
    }
    var values = request.headers().all(name);
    if (values.size() == 1) {
      return trimmed(values.getFirst());
    }
    return String.join(",", values.stream().map(CanonicalRequest::trimmed).toList());
  }

  /// Without white space around it and with one space for each run of it inside.
  private static String trimmed(String value) {
    var stripped = value.strip();
    if (stripped.indexOf("  ") < 0 && stripped.indexOf('\n') < 0 && stripped.indexOf('\t') < 0) {
      return stripped;
    }
    return stripped.replaceAll("\\s+", " ");
  }

  /// The path without empty, `.` and `..` segments.
  private static String normalized(String path) {
    if (path.isEmpty()) {
      return "/";
    }
    if (!path.contains("//") && !path.contains("/.")) {
      return path;
    }
    var segments = new ArrayDeque<String>();
    for (var segment : path.split("/", -1)) {
      if (segment.equals("..")) {
        segments.pollLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    var normalized = "/" + String.join("/", segments);
    return path.endsWith("/") && normalized.length() > 1 ? normalized + "/" : normalized;
  }

  /// What clients may have signed as the host, the likeliest first.
  SequencedSet<String> hosts() {
    List<String> sent = new ArrayList<>(request.headers().all("host"));
    if (!request.authority().isEmpty()) {
      sent.add(request.authority());
    }
    var hosts = new LinkedHashSet<String>(sent);
    for (var host : sent) {
      var colon = host.lastIndexOf(':');
      if (colon > 0 && host.indexOf(']', colon) < 0) {
        hosts.add(host.substring(0, colon));
      }
    }
    return hosts;
  }
}
