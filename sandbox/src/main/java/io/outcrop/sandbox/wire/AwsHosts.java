package io.outcrop.sandbox.wire;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// AWS's own host names that the sandbox stands for: those of the services whose operations it
/// knows, in all the forms that SDKs make them (regional, global, FIPS, dual-stack, VPC endpoint).
/// Other hosts of AWS are strangers, too.
final class AwsHosts {
  private static final String FOLDER = "/io/outcrop/sandbox/wire/";
  private static final Pattern REGION = Pattern.compile("global|[a-z]{2,8}(?:-[a-z]+)+-[0-9]{1,2}");
  private static final Pattern VPC_ENDPOINT = Pattern.compile("vpce-[0-9a-z-]+\\.(.+)\\.vpce");

  private final List<String> suffixes;
  private final Set<String> prefixes = new LinkedHashSet<>();

  /// Read when a client first takes the sandbox for a proxy.
  private static final class Known {
    private static final AwsHosts HOSTS = new AwsHosts();
  }

  private AwsHosts() {
    var names = read();
    suffixes = texts(names, "suffixes");
    var known = names.object("prefixes").orElseThrow();
    for (var service : known.members().keySet()) {
      if (AwsHosts.class.getResource(FOLDER + service + ".json") != null) {
        prefixes.add(known.text(service).orElseThrow());
      }
    }
    prefixes.addAll(texts(names, "withoutDescriptor"));
  }

  /// Whether the sandbox stands for `host`, given in lower case.
  static boolean serve(String host) {
    return Known.HOSTS.includes(host);
  }

  private boolean includes(String host) {
    return suffixes.stream()
        .filter(suffix -> host.endsWith("." + suffix))
        .map(suffix -> host.substring(0, host.length() - suffix.length() - 1))
        .anyMatch(this::isService);
  }

  private boolean isService(String rest) {
    var endpoint = VPC_ENDPOINT.matcher(rest);
    var name = endpoint.matches() ? endpoint.group(1) : rest;
    return prefixes.stream().anyMatch(prefix -> isOf(prefix, name) || isOf(prefix + "-fips", name));
  }

  private static boolean isOf(String prefix, String name) {
    return name.equals(prefix)
        || (name.startsWith(prefix + ".")
            && REGION.matcher(name.substring(prefix.length() + 1)).matches());
  }

  private static List<String> texts(Json.Obj from, String name) {
    return from.list(name).stream().flatMap(value -> value.asText().stream()).toList();
  }

  private static Json.Obj read() {
    try (var stream = AwsHosts.class.getResourceAsStream(FOLDER + "hosts.json")) {
      if (stream != null
          && JsonReader.read(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
              instanceof JsonReading.Read(Json.Obj names)) {
        return names;
      }
      throw new IllegalStateException("no list of hosts");
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }
}
