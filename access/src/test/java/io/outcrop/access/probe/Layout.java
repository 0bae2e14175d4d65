package io.outcrop.access.probe;

import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.client.UserClient;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A client side as a case writes it down: variables and files. A file's name begins with `~/` (the
/// home) or is one of the working directory; `sso:NAME` and `login:NAME` are the cached sign-ins of
/// that session. A file is a text, a list of lines, or JSON.
record Layout(
    Map<String, String> environment,
    Map<String, Json> files,
    Map<String, String> modes,
    String profile) {

  static Layout read(Path file) throws IOException {
    return JsonReader.read(Files.readString(file)) instanceof JsonReading.Read(Json.Obj given)
        ? of(given)
        : fail(file + " is no JSON object");
  }

  private static Layout of(Json.Obj given) {
    var environment = new LinkedHashMap<String, String>();
    // nothing outside is asked, whatever the machine is
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    environment.putAll(texts(given, "environment"));
    var files = new LinkedHashMap<String, Json>();
    given
        .object("files")
        .ifPresent(all -> all.members().forEach((name, member) -> files.put(name, member.value())));
    return new Layout(environment, files, texts(given, "modes"), given.text("profile").orElse(""));
  }

  private static Map<String, String> texts(Json.Obj given, String member) {
    var texts = new LinkedHashMap<String, String>();
    given
        .object(member)
        .ifPresent(all ->
            all.members()
                .forEach((name, value) -> texts.put(name, value.value().asText().orElseThrow())));
    return texts;
  }

  /// Writes it into `folder`; the paths in the environment that begin with `~/` become whole.
  ClientSide in(Path folder) throws IOException {
    var home = Files.createDirectories(folder.resolve("home"));
    var work = Files.createDirectories(folder.resolve("work"));
    for (var file : files.entrySet()) {
      var path = path(file.getKey(), home, work);
      Files.createDirectories(path.getParent());
      Files.writeString(
          path, text(file.getValue()).replace("$HOME", home.toString()), StandardCharsets.UTF_8);
      Files.setPosixFilePermissions(
          path, PosixFilePermissions.fromString(modes.getOrDefault(file.getKey(), "rw-------")));
    }
    var whole = new LinkedHashMap<>(environment);
    whole.replaceAll((name, value) -> value.replace("$HOME", home.toString()));
    whole.putIfAbsent("PATH", "/usr/bin:/bin");
    return new ClientSide(whole, home, work, Duration.ZERO, false);
  }

  private static Path path(String name, Path home, Path work) {
    if (name.startsWith("sso:")) {
      var hash = hash("SHA-1", name.substring("sso:".length()));
      return home.resolve(".aws/sso/cache").resolve(hash + ".json");
    }
    if (name.startsWith("login:")) {
      var hash = hash("SHA-256", name.substring("login:".length()));
      return home.resolve(".aws/login/cache").resolve(hash + ".json");
    }
    return name.startsWith("~/") ? home.resolve(name.substring(2)) : work.resolve(name);
  }

  private static String text(Json file) {
    return switch (file) {
      case Json.Arr lines ->
          String.join(
                  "\n", lines.elements().stream().map(one -> one.asText().orElseThrow()).toList())
              + "\n";
      case Json.Obj object -> JsonWriter.compact(object);
      case Json other -> other.asText().orElseThrow();
    };
  }

  private static String hash(String algorithm, String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Layout fail(String why) {
    throw new IllegalStateException(why);
  }

  /// The clients by whose order a layout is judged, nobody's first.
  static List<UserClient> clients() {
    var all = new java.util.ArrayList<UserClient>();
    all.add(UserClient.any());
    UserClient.names().forEach(name -> all.add(UserClient.named(name).orElseThrow()));
    return all;
  }
}
