package io.outcrop.report;

import io.outcrop.causes.catalogue.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The index of all causes by what somebody sees, as Markdown.
public final class CauseIndex {
  private static final Map<String, String> FAMILIES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("A", "Before the call: credentials, region, profile"),
              Map.entry("B", "Token and signature"),
              Map.entry("C", "Bedrock API keys"),
              Map.entry("D", "Permissions"),
              Map.entry("E", "The account and access to the model"),
              Map.entry("F", "Model id and route"),
              Map.entry("G", "The request"),
              Map.entry("H", "Throttling and the service"),
              Map.entry("I", "The network"),
              Map.entry("J", "Wrappers, and what they leave over"),
              Map.entry("K", "More")));

  /// What stands between the parts of a loose phrase.
  private static final String LOOSE = " ~ ";

  private CauseIndex() {}

  /// The index.
  public static String render(List<Entry> entries) {
    var page = new StringBuilder();
    page.append(
        "# Causes\n\nEach page tells what an error means, why it happens, how to confirm it and");
    page.append(
        " what cures it. These pages are\ngenerated from `causes/src/main/resources`; paste an");
    page.append(" error into `outcrop explain` to find the right one.\n\n");
    page.append("[By where it fails](#by-where-it-fails) · [by words](#by-words) · ");
    page.append("[by exception](#by-exception) · [by HTTP status](#by-http-status)\n");
    families(entries, page);
    table("By words", "the text says", words(entries), page);
    table("By exception", "exception or error code", told("exception", entries), page);
    table("By HTTP status", "status", told("status", entries), page);
    return page.toString();
  }

  private static void families(List<Entry> entries, StringBuilder page) {
    page.append("\n## By where it fails\n");
    FAMILIES.forEach((family, title) -> {
      page.append("\n### ").append(title).append("\n\n");
      entries.stream()
          .map(Entry::cause)
          .filter(cause -> cause.family().equals(family))
          .forEach(cause ->
              page.append(
                  "- %s: %s\n"
                      .formatted(link(cause.slug()), CauseMarkdown.prose(cause.summary()))));
    });
  }

  /// The phrases that lead to each cause by itself or with other signals, but for loose ones:
  /// nobody looks for parts of a sentence.
  private static Map<String, Set<String>> words(List<Entry> entries) {
    var phrases = new TreeMap<String, List<String>>();
    entries.forEach(entry -> phrases.putAll(entry.sentences()));
    var found = new TreeMap<String, Set<String>>(String.CASE_INSENSITIVE_ORDER);
    for (var named : told("sentence", entries).entrySet()) {
      for (var phrase : phrases.getOrDefault(named.getKey(), List.of())) {
        if (!phrase.contains(LOOSE)) {
          found.computeIfAbsent(phrase, _ -> new TreeSet<>()).addAll(named.getValue());
        }
      }
    }
    return found;
  }

  private static Map<String, Set<String>> told(String kind, List<Entry> entries) {
    var found = new TreeMap<String, Set<String>>();
    for (var entry : entries) {
      for (var tell : entry.tells()) {
        for (var value : tell.when().getOrDefault(kind, List.of())) {
          found.computeIfAbsent(value, _ -> new TreeSet<>()).add(entry.slug());
        }
      }
    }
    return found;
  }

  private static void table(
      String title, String column, Map<String, Set<String>> rows, StringBuilder page) {
    page.append("\n## ")
        .append(title)
        .append("\n\n| ")
        .append(column)
        .append(" | cause |\n|---|---|\n");
    rows.forEach((symptom, slugs) -> {
      var links = new ArrayList<String>();
      slugs.forEach(slug -> links.add(link(slug)));
      page.append(
          "| `%s` | %s |\n"
              .formatted(symptom.replace("|", "\\|").replace('`', '\''), String.join(", ", links)));
    });
  }

  private static String link(String slug) {
    return "[" + slug + "](" + slug + ".md)";
  }
}
