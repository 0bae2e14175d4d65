package io.outcrop.sandbox.fidelity;

import io.outcrop.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Enters what the ledger lacks, as nobody has confirmed it: with `-Dgolden=write`. Whoever knows a
/// source writes it over that.
final class MissingEntries {
  private static final Path FOLDER =
      Path.of("src", "main", "resources", "io", "outcrop", "sandbox", "fidelity");

  /// Which service says what stands in which package; all others are `common`.
  private static final Map<String, String> SERVICES =
      Map.ofEntries(
          Map.entry("access", "bedrock"),
          Map.entry("control", "bedrock"),
          Map.entry("dialects", "bedrock-runtime"),
          Map.entry("center", "sso-admin"),
          Map.entry("directory", "iam"),
          Map.entry("functions", "lambda"),
          Map.entry("marketplace", "marketplace-agreement"),
          Map.entry("metrics", "cloudwatch"),
          Map.entry("network", "ec2"),
          Map.entry("organizations", "organizations"),
          Map.entry("portal", "sso"),
          Map.entry("quotas", "service-quotas"),
          Map.entry("runtime", "bedrock-runtime"),
          Map.entry("stacks", "cloudformation"),
          Map.entry("throttle", "bedrock-runtime"),
          Map.entry("trail", "cloudtrail"));

  private MissingEntries() {}

  static void operation(String service, String name) throws IOException {
    add(
        service,
        new Entry(
            service,
            Entry.Kind.OPERATION,
            name,
            "AWS's model of the service",
            Entry.Status.DOCUMENTED,
            "2026-11",
            ""));
  }

  static void sentence(String place, String text) throws IOException {
    var service =
        place.startsWith("directory/token")
            ? "sts"
            : SERVICES.getOrDefault(place.split("/", 2)[0], "common");
    add(
        service,
        new Entry(
            service,
            Entry.Kind.SENTENCE,
            text,
            "none noted where it stands: " + place.replace(".class", ""),
            Entry.Status.UNVERIFIED,
            "2026-11",
            ""));
  }

  private static void add(String service, Entry entry) throws IOException {
    var file = FOLDER.resolve(service + ".json");
    if (!Files.exists(file)) {
      Files.writeString(file, "{\n  \"service\": \"" + service + "\",\n  \"entries\": [\n  ]\n}\n");
      Files.writeString(
          FOLDER.resolve("index.txt"),
          Files.readString(FOLDER.resolve("index.txt")) + service + "\n");
    }
    var text = Files.readString(file);
    var end = text.lastIndexOf("\n  ]");
    var comma = text.substring(0, end).endsWith("}") ? "," : "";
    Json.Obj written = Ledger.write(entry);
    Files.writeString(
        file, text.substring(0, end) + comma + "\n    " + written + text.substring(end));
  }
}
