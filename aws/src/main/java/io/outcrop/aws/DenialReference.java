package io.outcrop.aws;

import java.util.Optional;
import java.util.regex.Pattern;

/// What a denial of AWS ends with where AWS keeps its evaluation: whoever may, can ask for it. Kept
/// for at least 24 hours. Source: IAM User Guide, "Troubleshoot access denied error messages with
/// authorization ID (Preview)", read 2026-11.
///
/// @param id the authorization id
/// @param link the page of AWS's console that shows the evaluation; empty if the text has none
public record DenialReference(String id, String link) {
  private static final Pattern ID =
      Pattern.compile("authorization id: ?([0-9A-Za-z]{8,256})", Pattern.CASE_INSENSITIVE);
  private static final Pattern LINK =
      Pattern.compile("https://[^\\s\"'<>]{1,200}#/authorization-details/([0-9A-Za-z]{8,256})");

  /// The reference in AWS's own sentence, if it has one.
  public static Optional<DenialReference> in(String message) {
    if (!message.contains("uthorization")) {
      return Optional.empty();
    }
    var link = LINK.matcher(message);
    var page = link.find() ? link.group() : "";
    var id = ID.matcher(message);
    if (id.find()) {
      return Optional.of(new DenialReference(id.group(1), page));
    }
    return page.isEmpty()
        ? Optional.empty()
        : Optional.of(new DenialReference(link.group(1), page));
  }

  /// The console's page, written by AWS or as AWS writes it.
  public String page(String region) {
    if (!link.isEmpty()) {
      return link;
    }
    return "https://%s.%s/iam/home?region=%s#/authorization-details/%s"
        .formatted(region, Partition.ofRegion(region).consoleHost(), region, id);
  }

  /// Its first four letters: whoever reads an id in full may ask for the evaluation.
  @Override
  public String toString() {
    return id.substring(0, 4) + "…";
  }
}
