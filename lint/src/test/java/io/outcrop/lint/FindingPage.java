package io.outcrop.lint;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.lint.finding.FindingType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The pages under `docs/findings`, made of the finding types and of the policies on which they
/// fire.
final class FindingPage {
  private FindingPage() {}

  /// The page of one type; `policy` is an example, which answers with `messages`.
  static String of(FindingType type, String policy, List<String> messages) {
    var page = new StringBuilder();
    page.append("# ").append(type.slug()).append("\n\n");
    page.append(sentence(type.summary())).append("\n\n");
    page.append("| severity | subject | said of |\n|---|---|---|\n");
    page.append("| ").append(type.severity().word());
    page.append(" | ").append(type.subject());
    page.append(" | ").append(kinds(type)).append(" |\n");
    section(page, "What it means", type.page().means());
    section(page, "Why it happens", type.page().why());
    section(page, "What to do", type.page().cure());
    if (!policy.isEmpty()) {
      page.append("\n## Example\n\n```text\n").append(shortened(policy)).append("\n```\n\n");
      page.append("```text\n").append(String.join("\n", messages)).append("\n```\n");
    }
    page.append("\nSource: ").append(type.source());
    return page.append("; read ").append(type.asOf()).append(".\n").toString();
  }

  /// The list of all types, by subject.
  static String index(List<FindingType> types) {
    var bySubject =
        new TreeMap<String, List<FindingType>>(
            types.stream().collect(Collectors.groupingBy(FindingType::subject)));
    var page = new StringBuilder("# Findings of `outcrop policy lint`\n\n");
    page.append(
        "Slugs are permanent. Made from the data in `lint`; a test holds the two together.\n");
    for (Map.Entry<String, List<FindingType>> subject : bySubject.entrySet()) {
      page.append("\n## ").append(subject.getKey()).append("\n\n");
      page.append("| finding | severity | what |\n|---|---|---|\n");
      for (var type : subject.getValue()) {
        page.append("| [").append(type.slug()).append("](").append(type.slug()).append(".md) | ");
        page.append(type.severity().word()).append(" | ").append(type.summary()).append(" |\n");
      }
    }
    return page.toString();
  }

  private static void section(StringBuilder page, String title, String text) {
    page.append("\n## ").append(title).append("\n\n").append(text).append('\n');
  }

  private static String sentence(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
  }

  private static String kinds(FindingType type) {
    return type.kinds().size() == PolicyKind.values().length
        ? "every policy"
        : Arrays.stream(PolicyKind.values())
            .filter(type.kinds()::contains)
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
  }

  private static String shortened(String policy) {
    var lines = policy.lines().toList();
    return lines.size() <= 30
        ? policy
        : String.join("\n", lines.subList(0, 12)) + "\n… " + (lines.size() - 12) + " more lines";
  }
}
