package io.outcrop.sandbox.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.Problem;
import io.outcrop.sandbox.live.LiveWorld;
import io.outcrop.sandbox.service.Services;
import io.outcrop.sandbox.world.Worlds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Holds the ledger against the sandbox: each operation that is here, and each sentence in its
/// classes, has an entry. In this house only AWS's sentences begin with a capital, so they are told
/// from others by that; what varies in them is `…`.
final class LedgerTest {
  private static final Pattern SENTENCE =
      Pattern.compile("[A-Z'\"][^\\n]*|… [a-z][^\\n]*", Pattern.DOTALL);

  /// Texts that look like sentences of AWS's and are names, or parts of one.
  private static final Set<String> OTHERS =
      Set.of(
          "VPC endpoint …",
          "Model invocation max tokens per day for …",
          "'…' != '…', from '…'.",
          "HTTP: '…' != '…', from '…'.",
          "MMM d, uuuu h:mm:ss a",
          "EEE, dd MMM yyyy HH:mm:ss",
          "EEE, dd MMM yyyy HH:mm:ss 'GMT'");

  /// What may be said, as a part of a sentence: `'5m' or '1h'`.
  private static final Pattern CHOICE = Pattern.compile("'[^']+'((, | or )'[^']+')*");

  private final Ledger ledger = Ledger.shipped();

  @Test
  void everyOperationHasAnEntryAndNoOtherHas(@TempDir Path folder) throws IOException {
    var now = Instant.parse("2026-11-20T09:00:00Z");
    LiveWorld.create(folder.resolve("w"), Worlds.get("healthy").realm(), () -> now);
    try (var world = LiveWorld.open(folder.resolve("w"), () -> now, () -> now)) {
      var here = new TreeMap<String, TreeSet<String>>();
      new Services(world, _ -> {})
          .names()
          .forEach((service, names) -> here.put(service, new TreeSet<>(names)));
      var entered = new TreeMap<String, TreeSet<String>>();
      for (var entry : ledger.entries()) {
        if (entry.kind() == Entry.Kind.OPERATION) {
          entered.computeIfAbsent(entry.service(), _ -> new TreeSet<>()).add(entry.text());
        }
      }
      if (isWriting()) {
        for (var service : here.entrySet()) {
          for (var name : service.getValue()) {
            if (!entered.getOrDefault(service.getKey(), new TreeSet<>()).contains(name)) {
              MissingEntries.operation(service.getKey(), name);
            }
          }
        }
        return;
      }
      assertThat(entered).isEqualTo(here);
    }
  }

  @Test
  void everySentenceHasAnEntry() throws IOException, URISyntaxException {
    var known =
        ledger.entries().stream()
            .filter(entry -> entry.kind() == Entry.Kind.SENTENCE)
            .map(Entry::text)
            .collect(Collectors.toSet());
    var said = sentences();
    assertThat(said).hasSizeGreaterThan(80);
    said.keySet().removeIf(text -> known.stream().anyMatch(one -> one.contains(text.strip())));
    if (isWriting()) {
      for (var sentence : said.entrySet()) {
        MissingEntries.sentence(sentence.getValue(), sentence.getKey());
      }
      return;
    }
    assertThat(said).as("sentences without an entry, and where they stand").isEmpty();
  }

  @Test
  void everySentenceThatIsEnteredIsSaid() throws IOException, URISyntaxException {
    var entered =
        ledger.entries().stream()
            .filter(entry -> entry.kind() == Entry.Kind.SENTENCE)
            .filter(entry -> !entry.service().equals("anthropic"))
            .map(Entry::text)
            .collect(Collectors.toCollection(TreeSet::new));
    var said = String.join("\n", constants());
    entered.removeIf(sentence ->
        Arrays.stream(sentence.split("…", -1)).map(String::strip).allMatch(said::contains));
    assertThat(entered).as("entries of sentences that no class says").isEmpty();
  }

  @Test
  void nothingIsEnteredTwice() {
    assertThat(ledger.entries().stream().map(entry -> entry.service() + " " + entry.text()))
        .doesNotHaveDuplicates();
  }

  @Test
  void aSentenceIsFoundWhateverVariesInIt() {
    assertThat(ledger.sentence("Signature expired: A is now earlier than B (C - 5 min.)"))
        .get()
        .extracting(Entry::status)
        .isEqualTo(Entry.Status.DOCUMENTED);
    assertThat(ledger.sentence("Nobody ever said this")).isEmpty();
  }

  @Test
  void aWrongFileIsToldWithItsPlace() {
    var problems = new ArrayList<Problem>();
    Ledger.file(
        """
        {"service": "x", "entries": [
          {"operation": "A", "source": "s", "status": "sure", "asOf": "lately"}]}
        """,
        problems);
    assertThat(problems.stream().map(Problem::toString))
        .containsExactly(
            "line 2, column 47: `/entries/0/status`: found `sure`, expected documented, observed or"
                + " unverified",
            "line 2, column 63: `/entries/0/asOf`: expected a year, or a year and a month like"
                + " `2026-11`, found `lately`");
  }

  private static boolean isWriting() {
    return "write".equals(System.getProperty("golden"));
  }

  private static Map<String, String> sentences() throws IOException, URISyntaxException {
    var root =
        Path.of(Ledger.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .resolve("io/outcrop/sandbox");
    var found = new TreeMap<String, String>();
    try (var files = Files.walk(root)) {
      for (var file : files.filter(LedgerTest::mayQuote).toList()) {
        texts(file).forEach(text -> found.put(text, root.relativize(file).toString()));
      }
    }
    for (var file :
        List.of(
            "organizations.json",
            "regions.json",
            "visit/paging.json",
            "wire/refusals.json",
            "fault/words.json")) {
      said(resource(file), "").forEach(text -> found.put(text, file));
    }
    return found;
  }

  private static Json resource(String file) throws IOException {
    var path = Path.of("src", "main", "resources", "io", "outcrop", "sandbox").resolve(file);
    return ((JsonReading.Read) JsonReader.read(Files.readString(path))).value();
  }

  /// The sentences among data: what stands at `message`, or under the name of an exception.
  private static Stream<String> said(Json data, String name) {
    return switch (data) {
      case Json.Str(String text, _) when name.equals("message") || name.endsWith("Exception") ->
          Stream.of(text.replaceAll("\\{[a-z]+}", "…"));
      case Json.Obj object ->
          object.members().entrySet().stream()
              .flatMap(member -> said(member.getValue().value(), member.getKey()));
      case Json.Arr array -> array.elements().stream().flatMap(element -> said(element, name));
      case Json _ -> Stream.of();
    };
  }

  /// The stand-in speaks for itself, and worlds and steering speak to people.
  private static boolean mayQuote(Path file) {
    return file.toString().endsWith(".class")
        && List.of("/standin/", "/world/", "/steering/", "/fidelity/").stream()
            .noneMatch(file.toString()::contains);
  }

  /// Every text in the classes: compilers may leave the parts of a sentence apart.
  private static List<String> constants() throws IOException, URISyntaxException {
    var root =
        Path.of(Ledger.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .resolve("io/outcrop/sandbox");
    var all = new ArrayList<>(sentences().keySet());
    try (var files = Files.walk(root)) {
      files.filter(LedgerTest::mayQuote).forEach(file -> all.addAll(strings(file)));
    }
    return all;
  }

  private static List<String> texts(Path file) {
    return strings(file).stream()
        .filter(text -> text.chars().filter(letter -> letter == ' ').count() >= 2)
        .filter(text -> SENTENCE.matcher(text).matches())
        .filter(text -> !CHOICE.matcher(text).matches() && !OTHERS.contains(text))
        .toList();
  }

  private static List<String> strings(Path file) {
    try {
      var pool = ClassFile.of().parse(file).constantPool();
      return StreamSupport.stream(pool.spliterator(), false)
          .filter(StringEntry.class::isInstance)
          .map(entry -> ((StringEntry) entry).stringValue())
          .map(text -> text.replace("\u0001", "…").replaceAll("%[sd]", "…").strip())
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
