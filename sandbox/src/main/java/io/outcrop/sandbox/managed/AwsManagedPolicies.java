package io.outcrop.sandbox.managed;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.sandbox.realm.ManagedPolicy;
import io.outcrop.sandbox.realm.UniqueId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The AWS managed policies that worlds can attach, each in one version with its date and source. A
/// policy is read when somebody first asks for it. Safe for many threads.
public final class AwsManagedPolicies {
  private static final String FOLDER = "/io/outcrop/sandbox/managed/";
  private static final String ARN = "arn:aws:iam::aws:policy";

  private final Map<String, String> nameByArn;
  private final Map<String, ManagedPolicy> read = new ConcurrentHashMap<>();

  private AwsManagedPolicies(Map<String, String> nameByArn) {
    this.nameByArn = nameByArn;
  }

  /// The policies that come with this program.
  public static AwsManagedPolicies shipped() {
    var names = new LinkedHashMap<String, String>();
    text("index.txt")
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> names.put(ARN + line, line.substring(line.lastIndexOf('/') + 1)));
    return new AwsManagedPolicies(names);
  }

  /// The policy with this ARN, if it is one of them.
  public Optional<ManagedPolicy> find(String arn) {
    return Optional.ofNullable(nameByArn.get(arn))
        .map(name -> read.computeIfAbsent(arn, _ -> read(arn, name)));
  }

  /// All of them, by name.
  public List<ManagedPolicy> all() {
    return nameByArn.keySet().stream().map(this::find).flatMap(Optional::stream).toList();
  }

  private static ManagedPolicy read(String arn, String name) {
    if (!(JsonReader.read(text(name + ".json")) instanceof JsonReading.Read(Json.Obj entry))) {
      throw new IllegalStateException("managed policy `" + name + "` is not a JSON object");
    }
    var id = entry.text("version").orElseThrow();
    var updated = Instant.parse(entry.text("updated").orElseThrow());
    var version = new ManagedPolicy.Version(id, entry.object("document").orElseThrow(), updated);
    return new ManagedPolicy(
        arn,
        name,
        entry.text("path").orElseThrow(),
        id,
        List.of(version),
        new ManagedPolicy.About(
            UniqueId.of("ANPA", arn),
            "",
            Instant.parse(entry.text("created").orElseThrow()),
            updated,
            version.number(),
            Map.of()));
  }

  private static String text(String name) {
    try (var in = AwsManagedPolicies.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("managed policy resource `" + name + "` is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
