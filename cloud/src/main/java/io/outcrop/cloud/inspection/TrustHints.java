package io.outcrop.cloud.inspection;

import io.outcrop.cloud.inspection.Hint.Kind;
import io.outcrop.cloud.trust.TrustSource;
import io.outcrop.cloud.trust.TrustSources;
import java.util.Set;

/// Files of trusted certificates without which clients do not begin. Source: AWS SDKs and Tools
/// Reference Guide ("ca_bundle"), documentation of Requests ("REQUESTS_CA_BUNDLE"), read 2026-11:
/// botocore goes by `AWS_CA_BUNDLE`, else by the profile's `ca_bundle`, else by Requests' variable,
/// and stops at a bundle that is not there. Java and JavaScript look at none of them.
final class TrustHints {
  private static final Set<String> INSISTED_ON =
      Set.of("AWS_CA_BUNDLE", "ca_bundle", "REQUESTS_CA_BUNDLE");
  private static final Set<String> CLIENTS = Set.of("any", "boto3", "cli");

  private TrustHints() {}

  static void add(Looking looking) {
    if (!CLIENTS.contains(looking.userClient().id()) || isPlain(looking)) {
      return;
    }
    TrustSources.of(looking.client(), looking.profileOverride()).named().stream()
        .filter(source -> INSISTED_ON.contains(source.name()))
        .limit(1)
        .filter(source -> !source.isUsable())
        .forEach(source -> add(looking, source));
  }

  /// Whether no TLS is spoken to the model, so that no client reads a bundle.
  private static boolean isPlain(Looking looking) {
    return looking.endpoints().of("bedrock-runtime").value().startsWith("http:");
  }

  private static void add(Looking looking, TrustSource source) {
    var ofFile = !source.place().isEmpty();
    looking.add(
        Kind.TRUST_FILE_UNUSABLE,
        "`%s`%s names `%s`: %s; %s do not connect without it"
            .formatted(
                source.name(),
                ofFile ? " (" + source.place() + ")" : "",
                source.file(),
                source.problem(),
                source.readBy()),
        ofFile ? source.place() : "environment",
        ofFile
            ? "# in " + source.place() + ": name a file that is there, or delete the line"
            : "unset " + source.name());
  }
}
