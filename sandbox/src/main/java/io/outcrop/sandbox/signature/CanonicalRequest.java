package io.outcrop.sandbox.signature;

import io.outcrop.http.PercentCode;
import io.outcrop.http.Request;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/// Builds the text that is signed. The path is percent-encoded once more, as it stood on the wire;
/// clients differ in what they encode before sending, and this one rule is right for all of them.
/// They also differ in the host that they sign: with its port or without, and over HTTP/2 the
/// authority, as `host` or as `:authority`; so there are several candidates. Source: IAM User
/// Guide, "Create a signed AWS API request", and requests seen from AWS's and Anthropic's clients,
/// 2026-11.
final class CanonicalRequest {
  private final Request request;
  private final Claim claim;

  CanonicalRequest(Request request, Claim claim) {
    this.request = request;
    this.claim = claim;
  }

  /// Every text that the client may have signed.
  List<String> candidates() {
    return hosts().stream().map(this::text).toList();
  }

  private String text(String host) {
    var path = request.path();
    return String.join(
        "\n",
        request.method(),
        path.isEmpty() ? "/" : PercentCode.encodePath(path),
        RawQuery.parse(request.query()).canonical(),
        claim.signedHeaders().stream()
            .map(name -> name + ":" + value(name, host))
            .collect(Collectors.joining("\n", "", "\n")),
        String.join(";", claim.signedHeaders()),
        Digests.hex(Digests.sha256(request.body())));
  }

  private String value(String name, String host) {
    if (name.equals("host") || name.equals(":authority")) {
      return host;
    }
    return request.headers().all(name).stream()
        .map(value -> value.strip().replaceAll(" +", " "))
        .collect(Collectors.joining(","));
  }

  private SequencedSet<String> hosts() {
    var sent = new ArrayList<>(request.headers().all("host"));
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
