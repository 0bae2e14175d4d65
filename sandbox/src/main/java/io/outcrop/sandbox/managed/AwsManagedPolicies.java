package io.outcrop.sandbox.managed;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.sandbox.realm.ManagedPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The AWS managed policies that worlds can attach, each in one version with its date and source.
/// Immutable and safe for many threads.
public final class AwsManagedPolicies {
  private static final String FOLDER = "/io/outcrop/sandbox/managed/";

  private final Map<String, ManagedPolicy> byArn;

  private AwsManagedPolicies(Map<String, ManagedPolicy> byArn) {
    this.byArn = Collections.unmodifiableMap(byArn);
  }

  /// The policies that come with this program, read anew from its resource files.
  public static AwsManagedPolicies shipped() {
    var policies = new LinkedHashMap<String, ManagedPolicy>();
    for (var name : text("index.txt").lines().filter(line -> !line.isBlank()).toList()) {
      var policy = read(name);
      policies.put(policy.arn(), policy);
    }
    return new AwsManagedPolicies(policies);
  }

  /// The policy with this ARN, if it is one of them.
  public Optional<ManagedPolicy> find(String arn) {
    return Optional.ofNullable(byArn.get(arn));
  }

  /// All of them, by name.
  public List<ManagedPolicy> all() {
    return List.copyOf(byArn.values());
  }

  private static ManagedPolicy read(String name) {
    if (!(JsonReader.read(text(name + ".json")) instanceof JsonReading.Read(Json.Obj entry))) {
      throw new IllegalStateException("managed policy `" + name + "` is not a JSON object");
    }
    var version = entry.text("version").orElseThrow();
    var path = entry.text("path").orElseThrow();
    return new ManagedPolicy(
        "arn:aws:iam::aws:policy" + path + name,
        name,
        path,
        version,
        List.of(
            new ManagedPolicy.Version(
                version,
                entry.object("document").orElseThrow(),
                Instant.parse(entry.text("updated").orElseThrow()))));
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
