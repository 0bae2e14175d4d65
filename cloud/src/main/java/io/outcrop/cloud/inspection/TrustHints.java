package io.outcrop.cloud.inspection;

import io.outcrop.cloud.inspection.Hint.Kind;
import io.outcrop.cloud.trust.TrustSources;
import java.util.Set;

/// Files of trusted certificates without which clients do not begin. Source: documentation of the
/// AWS CLI ("AWS_CA_BUNDLE") and of Requests ("REQUESTS_CA_BUNDLE"), read 2026-11: botocore stops
/// at a bundle that is not there. Java and JavaScript do not look at these two.
final class TrustHints {
  private static final Set<String> INSISTED_ON = Set.of("AWS_CA_BUNDLE", "REQUESTS_CA_BUNDLE");
  private static final Set<String> CLIENTS = Set.of("any", "boto3", "cli");

  private TrustHints() {}

  static void add(Looking looking) {
    if (!CLIENTS.contains(looking.userClient().id())) {
      return;
    }
    TrustSources.of(looking.client()).named().stream()
        .filter(source -> INSISTED_ON.contains(source.name()) && !source.isUsable())
        .limit(1)
        .forEach(source ->
            looking.add(
                Kind.TRUST_FILE_UNUSABLE,
                "`%s` names `%s`: %s; %s do not connect without it"
                    .formatted(source.name(), source.file(), source.problem(), source.readBy()),
                "environment",
                "unset " + source.name()));
  }
}
