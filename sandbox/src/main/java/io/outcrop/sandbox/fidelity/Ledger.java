package io.outcrop.sandbox.fidelity;

import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The fidelity ledger: one file a service under `fidelity`, named in `index.txt`.
///
/// @param entries all of them, service by service, in the order of the files
public record Ledger(List<Entry> entries) {
  private static final String FOLDER = "/io/outcrop/sandbox/fidelity/";
  private static final Pattern MONTH = Pattern.compile("[0-9]{4}(-[0-9]{2})?");

  /// A part that varies, in sentences that the sandbox reads from here.
  private static final Pattern VARIABLE = Pattern.compile("\\{[0-9]\\}");

  public Ledger {
    entries = List.copyOf(entries);
  }

  /// The one that is shipped.
  public static Ledger shipped() {
    var entries = new ArrayList<Entry>();
    var problems = new ArrayList<Problem>();
    resource("index.txt")
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(name -> entries.addAll(file(resource(name + ".json"), problems)));
    if (!problems.isEmpty()) {
      throw new IllegalStateException("the fidelity ledger: " + problems);
    }
    return new Ledger(entries);
  }

  /// The services that have entries, in order.
  public List<String> services() {
    return entries.stream().map(Entry::service).distinct().toList();
  }

  /// The entries of one service, in order.
  public List<Entry> of(String service) {
    return entries.stream().filter(entry -> entry.service().equals(service)).toList();
  }

  /// The entry of a sentence that AWS said, whatever stands where it varies.
  public Optional<Entry> sentence(String said) {
    return entries.stream()
        .filter(entry -> entry.kind() == Entry.Kind.SENTENCE)
        .filter(entry -> pattern(entry.text()).matcher(said.strip()).matches())
        .findFirst();
  }

  private static Pattern pattern(String sentence) {
    var parts = Arrays.stream(sentence.split("…+", -1)).map(Pattern::quote).toList();
    return Pattern.compile(String.join(".*", parts), Pattern.DOTALL);
  }

  static List<Entry> file(String text, List<Problem> problems) {
    return switch (JsonReader.read(text)) {
      case JsonReading.Read(var value) -> {
        var fields = new Fields(value, "", problems);
        var service = fields.text("service");
        fields.optionalText("note");
        var entries = fields.objects("entries", entry -> entry(service, entry));
        fields.finish();
        yield entries;
      }
      case JsonReading.Malformed(var message, var position) -> {
        problems.add(new Problem("", position, message));
        yield List.of();
      }
    };
  }

  private static Entry entry(String service, Fields fields) {
    var operation = fields.optionalText("operation");
    var sentence = fields.optionalText("sentence");
    if (operation.isPresent() == sentence.isPresent()) {
      fields.problem("operation", "expected either `operation` or `sentence`");
    }
    fields.optionalText("id");
    return new Entry(
        service,
        operation.isPresent() ? Entry.Kind.OPERATION : Entry.Kind.SENTENCE,
        operation.or(() -> sentence.map(said -> VARIABLE.matcher(said).replaceAll("…"))).orElse(""),
        fields.text("source"),
        status(fields),
        month(fields),
        fields.optionalText("note").orElse(""));
  }

  private static Entry.Status status(Fields fields) {
    var word = fields.text("status");
    for (var status : Entry.Status.values()) {
      if (status.word().equals(word.toLowerCase(Locale.ROOT))) {
        return status;
      }
    }
    fields.problem("status", "found `" + word + "`, expected documented, observed or unverified");
    return Entry.Status.UNVERIFIED;
  }

  private static String month(Fields fields) {
    var month = fields.text("asOf");
    if (!MONTH.matcher(month).matches()) {
      fields.problem(
          "asOf", "expected a year, or a year and a month like `2026-11`, found `" + month + "`");
    }
    return month;
  }

  /// An entry as the ledger's files write it.
  public static Json.Obj write(Entry entry) {
    var written =
        Json.object()
            .with(entry.kind().word(), Json.of(entry.text()))
            .with("source", Json.of(entry.source()))
            .with("status", Json.of(entry.status().word()))
            .with("asOf", Json.of(entry.asOf()));
    return entry.note().isEmpty() ? written : written.with("note", Json.of(entry.note()));
  }

  private static String resource(String name) {
    try (var in = Ledger.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("ledger file `" + name + "` is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
