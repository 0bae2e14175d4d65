package io.outcrop.causes.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads what leads to AWS's own record of a refusal: the authorization id and the link to IAM's
/// Access Troubleshooter that newer refusals end with. Source: IAM User Guide, "Access
/// Troubleshooter" (preview), read 2026-11.
final class TroubleshooterReader {
  private static final Pattern ID =
      Pattern.compile(
          "(?i)\\bauthorization[\\s_-]?(?:request[\\s_-]?)?id[\"']?\\s?[:=]?\\s?[\"'(]?"
              + "(?<id>(?=[A-Za-z0-9_-]*\\d)[A-Za-z0-9][A-Za-z0-9_-]{7,127}+)");
  private static final Pattern LINK =
      Pattern.compile(
          "https://[a-z0-9.-]{0,80}(?:console\\.)?(?:aws\\.amazon|amazonaws)\\.com[^\\s\"'<>`]{0,300}?"
              + "(?:authorization-details|access-?troubleshooter|iam-toolbox|authorizationId)[^\\s\"'<>`]{0,300}");

  private TroubleshooterReader() {}

  static List<Signal> read(Page page) {
    var signals = new ArrayList<Signal>();
    var ids = ID.matcher(page.text());
    while (page.lower().contains("authorization") && ids.find()) {
      signals.add(page.signal("authorization-id", ids, "id"));
    }
    var links = LINK.matcher(page.text());
    while (page.text().contains("https://") && links.find()) {
      signals.add(page.signal("troubleshooter-link", links.group(), links.start(), links.end()));
    }
    return signals;
  }
}
