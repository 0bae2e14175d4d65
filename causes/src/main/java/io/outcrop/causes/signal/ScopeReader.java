package io.outcrop.causes.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads for which region and service a request was signed: the credential scope, as it stands in
/// `Authorization` headers, in presigned addresses and in the strings that AWS would have expected.
final class ScopeReader {
  private static final Pattern SCOPE =
      Pattern.compile(
          "\\b20\\d{6}/(?<region>[a-z]{2,4}(?:-[a-z]{3,12}){1,2}+-\\d)/(?<service>[a-z0-9-]{2,40}+)/aws4_request");

  private ScopeReader() {}

  static List<Signal> read(Page page) {
    var signals = new ArrayList<Signal>();
    if (!page.text().contains("aws4_request")) {
      return signals;
    }
    var matcher = SCOPE.matcher(page.text());
    while (matcher.find()) {
      signals.add(page.signal("signed-region", matcher, "region"));
      signals.add(page.signal("signed-service", matcher, "service"));
    }
    return signals;
  }
}
