package io.outcrop.cloud.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What the `.env` file of the working directory sets. Only the names that it may set are read;
/// everything else in it belongs to other systems. A blank value is no value. Its text never shows
/// in [#toString].
public final class EnvFile {
  /// The names that a `.env` file may set. Endpoints, proxies and certificates are not among them:
  /// a file that came with a checkout must not say where credentials are sent.
  public static final Set<String> NAMES =
      Set.of(
          "AWS_ACCESS_KEY_ID",
          "AWS_SECRET_ACCESS_KEY",
          "AWS_SESSION_TOKEN",
          "AWS_BEARER_TOKEN_BEDROCK",
          "AWS_PROFILE",
          "AWS_REGION",
          "AWS_DEFAULT_REGION",
          "AWS_ACCOUNT_ID",
          "BEDROCK_MODEL_ID",
          "CORS_ORIGINS",
          "DEBUG");

  /// AWS's names that other programs would take from it, and that are passed over here.
  private static final Pattern PASSED_OVER =
      Pattern.compile(
          "AWS_ENDPOINT_URL(_[A-Z0-9_]+)?|HTTPS?_PROXY|AWS_CA_BUNDLE|AWS_CONFIG_FILE|AWS_SHARED_CREDENTIALS_FILE");

  private static final int MAX_BYTES = 1024 * 1024;

  private final Path path;
  private final Map<String, String> values;
  private final List<String> warnings;
  private final String text;

  private EnvFile(Path path, String text, List<String> warnings) {
    this.path = path;
    this.text = text;
    this.values = Map.copyOf(read(text));
    this.warnings = List.copyOf(warnings);
  }

  /// Reads the `.env` of `client`'s working directory. One that is missing sets nothing; one that
  /// cannot be read, or that its group or others may write, sets nothing and warns.
  public static EnvFile of(ClientSide client) {
    var path = client.workingDirectory().resolve(".env");
    try {
      if (!Files.isRegularFile(path)) {
        return new EnvFile(path, "", List.of());
      }
      if (othersMayWrite(path)) {
        return ignored(path, "its group or others may write it; `chmod go-w .env` cures that");
      }
      if (Files.size(path) > MAX_BYTES) {
        return ignored(path, "it is larger than " + MAX_BYTES + " bytes");
      }
      return new EnvFile(path, Files.readString(path, StandardCharsets.UTF_8), List.of());
    } catch (NoSuchFileException _) {
      return new EnvFile(path, "", List.of());
    } catch (IOException unreadable) {
      return ignored(path, "it cannot be read: " + unreadable.getClass().getSimpleName());
    }
  }

  /// The values that the text of a `.env` file sets, of those it may set.
  static Map<String, String> read(String text) {
    var values = new LinkedHashMap<String, String>();
    for (var assignment : EnvText.of(text).assignments()) {
      if (!NAMES.contains(assignment.name())) {
        continue;
      }
      if (assignment.value().isBlank()) {
        values.remove(assignment.name());
      } else {
        values.put(assignment.name(), assignment.value());
      }
    }
    return values;
  }

  /// The file, there or not.
  public Path path() {
    return path;
  }

  /// The value of `name`; empty if the file does not set it.
  public String value(String name) {
    return values.getOrDefault(name, "");
  }

  /// The whole line that assigns `name`, even one that assigns a blank; empty if none does.
  public String line(String name) {
    return EnvEditor.line(text, name);
  }

  /// The names of settings for AWS's clients in it that are passed over, sorted: endpoints,
  /// proxies, certificates, other files.
  public List<String> passedOver() {
    return EnvText.of(text).assignments().stream()
        .filter(assignment -> !assignment.value().isBlank())
        .map(EnvText.Assignment::name)
        .filter(name -> PASSED_OVER.matcher(name).matches())
        .distinct()
        .sorted()
        .toList();
  }

  /// The line, from 1, on which `name` is assigned; 0 if it is not.
  public int lineNumber(String name) {
    return EnvText.of(text)
        .last(name)
        .map(found -> 1 + (int) text.substring(0, found.start()).lines().count())
        .orElse(0);
  }

  /// Why the file is ignored; empty if it is not.
  public List<String> warnings() {
    return warnings;
  }

  @Override
  public String toString() {
    return path + " sets " + values.keySet().stream().sorted().toList();
  }

  private static EnvFile ignored(Path path, String why) {
    return new EnvFile(path, "", List.of("`.env` is ignored: " + why));
  }

  private static boolean othersMayWrite(Path path) throws IOException {
    var view = Files.getFileAttributeView(path, PosixFileAttributeView.class, new LinkOption[0]);
    if (view == null) {
      return false;
    }
    var permissions = view.readAttributes().permissions();
    return permissions.contains(PosixFilePermission.GROUP_WRITE)
        || permissions.contains(PosixFilePermission.OTHERS_WRITE);
  }
}
