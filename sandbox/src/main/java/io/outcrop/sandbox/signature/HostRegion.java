package io.outcrop.sandbox.signature;

import io.outcrop.http.Request;
import java.util.regex.Pattern;

/// The region that a request's host name means: `bedrock.eu-central-1.amazonaws.com`.
public final class HostRegion {
  private static final Pattern NAME =
      Pattern.compile(
          "(?:^|.*\\.)([a-z]{2,8}(?:-[a-z]+)+-[0-9]{1,2})\\.(?:amazonaws\\.com(?:\\.cn)?|amazonaws\\.eu|api\\.aws)(?::\\d+)?");

  private HostRegion() {}

  /// The region; empty if the host names none.
  public static String of(Request request) {
    var host =
        request.authority().isEmpty()
            ? request.headers().first("host").orElse("")
            : request.authority();
    var matcher = NAME.matcher(host);
    return matcher.matches() ? matcher.group(1) : "";
  }
}
