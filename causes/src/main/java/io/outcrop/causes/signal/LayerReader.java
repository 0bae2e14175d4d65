package io.outcrop.causes.signal;

import io.outcrop.causes.text.SqueezedText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads which policy type refused, and how: the second half of a refusal.
final class LayerReader {
  private static final Pattern POLICY_ARN =
      Pattern.compile("arn:[a-z-]{3,12}+:(?:iam|organizations):[^\\s\"'`,;(){}\\[\\]<>]{1,300}+");

  /// The policy types in AWS's words, and the names that this project gives them.
  private static final List<Layer> LAYERS =
      List.of(
          new Layer("identity-based", "identity-based"),
          new Layer("resource-based", "resource-based"),
          new Layer("servicecontrolpolic", "scp"),
          new Layer("resourcecontrolpolic", "rcp"),
          new Layer("permissionsboundar", "permissions-boundary"),
          new Layer("permissionboundar", "permissions-boundary"),
          new Layer("sessionpolic", "session"),
          new Layer("vpcendpointpolic", "vpc-endpoint"),
          new Layer("roletrustpolic", "role-trust"),
          new Layer("trustpolic", "role-trust"));

  private LayerReader() {}

  private record Layer(String words, String name) {}

  /// Effect, layer and policy between these places of the squeezed text.
  static List<Signal> read(Page page, int from, int limit) {
    var lower = page.squeezed().lower();
    var explicit = within(lower, "explicitdenyin", from, limit);
    if (explicit >= 0) {
      return parts(page, "explicit", explicit, explicit + "explicitdenyin".length(), limit);
    }
    var implicit = within(lower, "becauseno", from, limit);
    if (implicit >= 0) {
      return parts(page, "implicit", implicit, implicit + "becauseno".length(), limit);
    }
    return List.of();
  }

  /// The same, of a second half that begins at `start` and whose policy type begins at `behind`.
  static List<Signal> parts(Page page, String effect, int start, int behind, int limit) {
    var lower = page.squeezed().lower();
    var parts = new ArrayList<Signal>();
    var end = behind;
    for (var layer : LAYERS) {
      if (end == behind && lower.startsWith(layer.words(), behind)) {
        end = behind + layer.words().length();
        parts.add(page.squeezedSignal("layer", layer.name(), behind, end));
      }
    }
    parts.addFirst(page.squeezedSignal("effect", effect, start, end));
    if (within(lower, "transitivelythroughservicecontrolpolicy", end, limit) >= 0) {
      parts.add(page.squeezedSignal("through", "scp", start, end));
    }
    if (effect.equals("explicit")) {
      policy(page, page.squeezed(), end, limit, parts);
    }
    return parts;
  }

  private static void policy(
      Page page, SqueezedText squeezed, int from, int limit, List<Signal> parts) {
    if (from >= limit) {
      return;
    }
    var matcher =
        POLICY_ARN
            .matcher(page.text())
            .region(squeezed.cleanStart(from), squeezed.cleanEnd(Math.min(limit, from + 80)));
    if (matcher.find()) {
      matcher.region(matcher.start(), page.text().length());
      if (matcher.lookingAt()) {
        parts.add(page.signal("policy", matcher.group(), matcher.start(), matcher.end()));
      }
    }
  }

  private static int within(String text, String words, int from, int limit) {
    return from < limit ? text.indexOf(words, from, limit) : -1;
  }
}
