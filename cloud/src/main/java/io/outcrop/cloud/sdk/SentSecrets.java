package io.outcrop.cloud.sdk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/// What proves identity in the requests that were sent. AWS and gateways put a request's own
/// headers into their errors, and there each of these is hidden, whatever its form. Safe for many
/// threads.
final class SentSecrets implements ExecutionInterceptor {
  private static final String HIDDEN = "(secret)";

  /// What is shorter is no secret, and would be found in any text.
  private static final int SHORTEST = 8;

  private static final Pattern SIGNATURE = Pattern.compile("\\bSignature=([0-9a-f]+)");
  private static final Pattern SCHEME = Pattern.compile("(?i)(?:bearer|basic)\\s+(\\S+)");

  private final Set<String> secrets = ConcurrentHashMap.newKeySet();

  /// `secret` was sent.
  void add(String secret) {
    if (secret.length() >= SHORTEST) {
      secrets.add(secret);
      secrets.add(secret.replace("/", "\\/"));
      secrets.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
    }
  }

  /// `request` is sent.
  void add(SdkHttpRequest request) {
    for (var name : new String[] {"x-amz-security-token", "x-amz-sso_bearer_token"}) {
      request.firstMatchingHeader(name).ifPresent(this::add);
    }
    request.firstMatchingHeader("authorization").ifPresent(this::addProof);
  }

  private void addProof(String authorization) {
    for (var proof : new Pattern[] {SIGNATURE, SCHEME}) {
      var matcher = proof.matcher(authorization);
      if (matcher.find()) {
        add(matcher.group(1));
      }
    }
  }

  /// `text` with everything hidden that was sent.
  String hiddenIn(String text) {
    var safe = text;
    // The longest first: one may begin with another.
    for (var secret :
        secrets.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList()) {
      safe = safe.replace(secret, HIDDEN);
    }
    return safe;
  }

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    add(context.httpRequest());
  }
}
