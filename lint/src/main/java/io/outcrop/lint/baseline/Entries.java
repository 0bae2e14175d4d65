package io.outcrop.lint.baseline;

import io.outcrop.lint.finding.Finding;
import io.outcrop.lint.finding.FindingCatalogue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What is wrong with the entries of a baseline.
final class Entries {
  private final List<Accepted> entries;
  private final FindingCatalogue catalogue;

  Entries(List<Accepted> entries, FindingCatalogue catalogue) {
    this.entries = entries;
    this.catalogue = catalogue;
  }

  List<Finding> judge(Map<String, List<Finding>> found, LocalDate today) {
    var findings = new ArrayList<Finding>();
    for (var i = 0; i < entries.size(); i++) {
      var entry = entries.get(i);
      var findingsThere = found.get(entry.file());
      if (findingsThere == null) {
        continue;
      }
      var used = findingsThere.stream().anyMatch(finding -> entry.covers(finding, entry.file()));
      if (!used) {
        findings.add(finding("baseline-entry-unused", entry, i));
      } else if (entry.isOver(today)) {
        findings.add(finding("baseline-entry-expired", entry, i));
      }
    }
    return findings;
  }

  private Finding finding(String slug, Accepted entry, int index) {
    var type = catalogue.get(slug);
    var message =
        type.message()
            .replace("{slug}", entry.slug())
            .replace("{file}", entry.file())
            .replace("{date}", entry.expires().toString());
    return new Finding(
        type, message, type.help(), "/accepted/" + index, entry.position(), "", List.of());
  }
}
