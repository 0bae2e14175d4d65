package io.outcrop.cloud.client;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// The AWS configuration and credentials files of a client side, read once.
public final class AwsFiles {
  private final Path home;
  private final Path configPath;
  private final Path credentialsPath;
  private final IniText config;
  private final IniText credentials;
  private final List<String> problems;

  private AwsFiles(ClientSide client) {
    this.home = client.home();
    this.configPath = path(client, "AWS_CONFIG_FILE", "config");
    this.credentialsPath = path(client, "AWS_SHARED_CREDENTIALS_FILE", "credentials");
    var found = new ArrayList<String>();
    this.config = read(configPath, found);
    this.credentials = read(credentialsPath, found);
    this.problems = List.copyOf(found);
  }

  /// Reads the files of `client`: `AWS_CONFIG_FILE` and `AWS_SHARED_CREDENTIALS_FILE` of its
  /// environment, else `~/.aws/config` and `~/.aws/credentials`. One that is missing is empty.
  public static AwsFiles of(ClientSide client) {
    return new AwsFiles(client);
  }

  /// The configuration file, there or not.
  public Path configPath() {
    return configPath;
  }

  /// The credentials file, there or not.
  public Path credentialsPath() {
    return credentialsPath;
  }

  /// Files that are there and cannot be read.
  public List<String> problems() {
    return problems;
  }

  /// The names of all profiles, sorted.
  public List<String> profileNames() {
    var names = new TreeSet<String>();
    for (var section : config.sections()) {
      if (section.heading().equals("default")) {
        names.add("default");
      } else if (section.heading().startsWith("profile ")) {
        names.add(section.heading().substring("profile ".length()));
      }
    }
    credentials.sections().forEach(section -> names.add(section.heading()));
    return List.copyOf(names);
  }

  /// The profile `name`, if either file has it.
  public Optional<AwsProfile> profile(String name) {
    var fromConfig = config.section("profile " + name);
    if (fromConfig.isEmpty() && name.equals("default")) {
      fromConfig = config.section("default");
    }
    var fromCredentials = credentials.section(name);
    if (fromConfig.isEmpty() && fromCredentials.isEmpty()) {
      return Optional.empty();
    }
    var properties = new LinkedHashMap<String, String>();
    var origins = new ArrayList<String>();
    fromConfig.ifPresent(section -> {
      properties.putAll(section.properties());
      origins.add(shown(configPath) + " line " + section.line());
    });
    fromCredentials.ifPresent(section -> {
      properties.putAll(section.properties());
      origins.addFirst(shown(credentialsPath) + " line " + section.line());
    });
    return Optional.of(new AwsProfile(name, properties, String.join(" and ", origins)));
  }

  /// The properties of `[sso-session name]`; empty if there is no such section.
  public Map<String, String> ssoSession(String name) {
    return config
        .section("sso-session " + name)
        .map(IniText.Section::properties)
        .map(Map::copyOf)
        .orElse(Map.of());
  }

  /// Whether the configuration file has `[name]` where only `[profile name]` counts.
  public boolean lacksWordProfile(String name) {
    return !name.equals("default")
        && config.section(name).isPresent()
        && config.section("profile " + name).isEmpty();
  }

  /// A path as a person writes it, with `~` for the home.
  public String shown(Path path) {
    return path.startsWith(home) ? "~/" + home.relativize(path) : path.toString();
  }

  private static Path path(ClientSide client, String variable, String file) {
    var given = client.environment().getOrDefault(variable, "").strip();
    if (given.isEmpty()) {
      return client.home().resolve(".aws").resolve(file);
    }
    return given.equals("~") || given.startsWith("~/")
        ? client.home().resolve(given.substring(Math.min(2, given.length())))
        : client.workingDirectory().resolve(given);
  }

  private IniText read(Path path, List<String> found) {
    if (!Files.exists(path)) {
      return IniText.of("");
    }
    try {
      return IniText.of(Files.readString(path, StandardCharsets.UTF_8));
    } catch (MalformedInputException _) {
      found.add("`" + shown(path) + "` is not UTF-8 text");
    } catch (IOException unreadable) {
      found.add("`" + shown(path) + "` cannot be read: " + unreadable.getClass().getSimpleName());
    }
    return IniText.of("");
  }
}
