package io.outcrop.access.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.causes.CauseCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every cause that the prediction and the judgement name stands in the catalogue: a finding
/// without its page would be dropped.
final class SlugsTest {
  private static final Pattern SLUG = Pattern.compile("\"([a-z]+(?:-[a-z]+){2,})\"");

  @Test
  void everyNameIsACause() throws IOException {
    var named = new TreeSet<String>();
    for (var folder : new String[] {"prediction", "judgement", "cure"}) {
      try (Stream<Path> files =
          Files.list(Path.of("src/main/java/io/outcrop/access").resolve(folder))) {
        for (var file : files.toList()) {
          SLUG.matcher(Files.readString(file)).results().forEach(one -> named.add(one.group(1)));
        }
      }
    }
    var causes = CauseCatalogue.shipped();

    assertThat(named).hasSizeGreaterThan(25);
    assertThat(named).allMatch(slug -> causes.find(slug).isPresent());
  }
}
