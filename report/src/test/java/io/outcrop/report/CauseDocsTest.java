package io.outcrop.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.causes.CauseCatalogue;
import io.outcrop.causes.catalogue.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The pages under `docs/causes` are what the catalogue says; `-Dgolden=write` writes them anew.
class CauseDocsTest {
  private static final Path FOLDER = Path.of("../docs/causes");
  private static final Pattern LINK = Pattern.compile("\\]\\(([a-z0-9-]+\\.md|README\\.md)\\)");

  @Test
  void thePagesAreWhatTheCatalogueSays() throws IOException {
    var pages = pages();
    if ("write".equals(System.getProperty("golden"))) {
      write(pages);
    }
    try (var files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .as("one page a cause, and the index; -Dgolden=write writes them")
          .containsExactlyInAnyOrderElementsOf(pages.keySet());
    }
    for (var page : pages.entrySet()) {
      assertThat(Files.readString(FOLDER.resolve(page.getKey())))
          .as(page.getKey() + ": -Dgolden=write writes it")
          .isEqualTo(page.getValue());
    }
  }

  @Test
  void everyLinkLeadsToAPageAndEveryCauseStandsInTheIndex() {
    var pages = pages();
    for (var page : pages.entrySet()) {
      var links = new ArrayList<String>();
      LINK.matcher(page.getValue()).results().forEach(link -> links.add(link.group(1)));
      assertThat(pages.keySet()).as(page.getKey()).containsAll(links);
    }
    var index = pages.getOrDefault("README.md", "");
    for (var cause : CauseCatalogue.shipped().causes()) {
      assertThat(index).contains("- [" + cause.slug() + "](" + cause.slug() + ".md)");
    }
  }

  private static Map<String, String> pages() {
    var catalogue = CauseCatalogue.shipped();
    var pages = new TreeMap<String, String>();
    pages.put("README.md", CauseIndex.render(catalogue.entries()));
    for (Entry entry : catalogue.entries()) {
      pages.put(entry.slug() + ".md", CauseMarkdown.render(entry, catalogue));
    }
    return pages;
  }

  private static void write(Map<String, String> pages) throws IOException {
    Files.createDirectories(FOLDER);
    try (var old = Files.list(FOLDER)) {
      for (var file : old.toList()) {
        Files.delete(file);
      }
    }
    for (var page : pages.entrySet()) {
      Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
    }
  }
}
