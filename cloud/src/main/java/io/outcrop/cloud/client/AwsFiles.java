package io.outcrop.cloud.client;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// The AWS configuration and credentials files of a client side, read once.
public final class AwsFiles {
  private static final String WORD = "profile ";

  private final ClientSide client;
  private final Path configPath;
  private final Path credentialsPath;
  private final List<FileFlaw> flaws = new ArrayList<>();
  private final IniText config;
  private final IniText credentials;

  private AwsFiles(ClientSide client) {
    this.client = client;
    this.configPath = path(client, "AWS_CONFIG_FILE", "config");
    this.credentialsPath = path(client, "AWS_SHARED_CREDENTIALS_FILE", "credentials");
    this.config = read(configPath);
    this.credentials = read(credentialsPath);
    flaws.addAll(Headings.inConfig(config, shown(configPath)));
    flaws.addAll(Headings.inCredentials(credentials, shown(credentialsPath)));
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

  /// What is odd in the files, the configuration file's first.
  public List<FileFlaw> flaws() {
    return List.copyOf(flaws);
  }

  /// What makes `client` refuse a whole file; empty if it reads both.
  public Optional<FileFlaw> refusal(UserClient userClient) {
    var merges = userClient.has(UserClient.Habit.MERGES_SECTIONS);
    return flaws.stream()
        .filter(flaw ->
            switch (flaw.kind()) {
              case UNREADABLE -> true;
              case BYTE_ORDER_MARK, HEADING_OPEN, NO_PROPERTY, OUTSIDE ->
                  userClient.has(UserClient.Habit.REFUSES_ODD_FILES);
              case SECTION_TWICE, PROPERTY_TWICE -> userClient.isSaid() && !merges;
              case INDENTED,
                  COMMENT_BEHIND_VALUE,
                  WORD_PROFILE_MISSING,
                  WORD_PROFILE_TOO_MUCH,
                  READ_BY_OTHERS ->
                  false;
            })
        .findFirst();
  }

  /// The flaw behind which a profile may be hidden, if there is one.
  public Optional<FileFlaw> hidingAny() {
    return flaws.stream()
        .filter(flaw ->
            flaw.kind() == FileFlaw.Kind.HEADING_OPEN
                || flaw.kind() == FileFlaw.Kind.NO_PROPERTY
                || flaw.kind() == FileFlaw.Kind.OUTSIDE)
        .findFirst();
  }

  /// The first setting that is indented and so not read, if there is one.
  public Optional<FileFlaw> indented() {
    return flaws.stream().filter(flaw -> flaw.kind() == FileFlaw.Kind.INDENTED).findFirst();
  }

  /// The names of all profiles, sorted.
  public List<String> profileNames() {
    var names = new TreeSet<String>();
    for (var section : config.sections()) {
      if (section.heading().equals("default")) {
        names.add("default");
      } else if (section.heading().startsWith(WORD)) {
        names.add(unquoted(section.heading().substring(WORD.length())));
      }
    }
    credentials.sections().stream()
        .filter(section -> !section.heading().startsWith(WORD))
        .forEach(section -> names.add(section.heading()));
    return List.copyOf(names);
  }

  /// The profile `name`, if either file has it.
  public Optional<AwsProfile> profile(String name) {
    if (client.userClient().has(UserClient.Habit.WANTS_PLAIN_NAMES)
        && name.chars().anyMatch(Character::isWhitespace)) {
      return Optional.empty();
    }
    var fromConfig = named("profile", name);
    if (fromConfig.isEmpty() && name.equals("default")) {
      fromConfig = config.section("default");
    }
    var fromCredentials = credentials.section(name);
    if (fromConfig.isEmpty() && fromCredentials.isEmpty()) {
      return Optional.empty();
    }
    var properties = new LinkedHashMap<String, String>();
    var places = new LinkedHashMap<String, AwsProfile.Place>();
    var origins = new ArrayList<String>();
    fromConfig.ifPresent(section -> {
      add(section, configPath, properties, places);
      origins.add(place(configPath, section.line()));
    });
    fromCredentials.ifPresent(section -> {
      add(section, credentialsPath, properties, places);
      origins.addFirst(place(credentialsPath, section.line()));
    });
    return Optional.of(new AwsProfile(name, properties, places, String.join(" and ", origins)));
  }

  /// The section `[sso-session name]`, if there is one.
  public Optional<AwsProfile> ssoSession(String name) {
    return configSection("sso-session", name);
  }

  /// The section `[services name]`, if there is one: its settings are named `service.setting`.
  public Optional<AwsProfile> services(String name) {
    return configSection("services", name);
  }

  /// The names of all sections `[kind name]` of the configuration file, sorted.
  public List<String> sectionNames(String kind) {
    return config.sections().stream()
        .map(IniText.Section::heading)
        .filter(heading -> heading.startsWith(kind + " "))
        .map(heading -> unquoted(heading.substring(kind.length() + 1)))
        .sorted()
        .toList();
  }

  /// The mistaken heading that hides the profile `name`, if there is one.
  public Optional<FileFlaw> hiding(String name) {
    return flaws.stream()
        .filter(flaw ->
            flaw.kind() == FileFlaw.Kind.WORD_PROFILE_MISSING
                || flaw.kind() == FileFlaw.Kind.WORD_PROFILE_TOO_MUCH)
        .filter(flaw -> flaw.text().contains("`[profile " + name + "]`"))
        .findFirst();
  }

  /// Whether it is a path of Windows, which means nothing on other systems.
  public static boolean isOfWindows(String given) {
    return given.matches("(?s)[A-Za-z]:[\\\\/].*|\\\\\\\\.*") || given.contains("%USERPROFILE%");
  }

  /// A path as a person writes it, with `~` for the home.
  public String shown(Path path) {
    return path.startsWith(client.home())
        ? "~/" + client.home().relativize(path).toString().replace('\\', '/')
        : path.toString();
  }

  private Optional<AwsProfile> configSection(String kind, String name) {
    return named(kind, name)
        .map(section -> {
          var properties = new LinkedHashMap<String, String>();
          var places = new LinkedHashMap<String, AwsProfile.Place>();
          add(section, configPath, properties, places);
          return new AwsProfile(name, properties, places, place(configPath, section.line()));
        });
  }

  private Optional<IniText.Section> named(String kind, String name) {
    return config
        .section(kind + " " + name)
        .or(() -> config.section(kind + " \"" + name + "\""))
        .or(() -> config.section(kind + " '" + name + "'"));
  }

  private void add(
      IniText.Section section,
      Path file,
      Map<String, String> properties,
      Map<String, AwsProfile.Place> places) {
    section
        .properties()
        .forEach((name, property) -> {
          properties.put(name, property.value());
          places.put(
              name,
              new AwsProfile.Place(place(file, property.line()), file.equals(credentialsPath)));
        });
  }

  private void flaw(FileFlaw.Kind kind, String place, String text) {
    flaws.add(new FileFlaw(kind, place, text));
  }

  private static Path path(ClientSide client, String variable, String file) {
    var given = client.environment().getOrDefault(variable, "").strip();
    if (given.isEmpty()) {
      return client.home().resolve(".aws").resolve(file);
    }
    return client.file(given);
  }

  private IniText read(Path path) {
    if (!Files.exists(path)) {
      return IniText.of("", client.userClient());
    }
    try {
      var content = SmallFile.text(path);
      var text = IniText.of(content, client.userClient());
      text.flaws().forEach(flaw -> flaws.add(FileFlaw.of(flaw, shown(path))));
      readByOthers(path, text);
      return text;
    } catch (CharacterCodingException _) {
      unreadable(path, "is not UTF-8 text");
    } catch (SmallFile.TooLargeException large) {
      unreadable(path, String.valueOf(large.getMessage()));
    } catch (IOException _) {
      unreadable(path, Files.isDirectory(path) ? "is a folder" : "cannot be read: no permission");
    }
    return IniText.of("", client.userClient());
  }

  private void unreadable(Path path, String why) {
    flaw(FileFlaw.Kind.UNREADABLE, shown(path), "`" + shown(path) + "` " + why);
  }

  private void readByOthers(Path path, IniText text) throws IOException {
    var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    var keys =
        text.sections().stream()
            .anyMatch(section -> section.properties().containsKey("aws_secret_access_key"));
    if (view != null
        && keys
        && !client.sandboxed()
        && view.readAttributes().permissions().stream().anyMatch(AwsFiles::isOfOthers)) {
      flaw(
          FileFlaw.Kind.READ_BY_OTHERS,
          shown(path),
          "others on this machine may read or write the keys in `%s`; `chmod 600 %s` cures that"
              .formatted(shown(path), shown(path)));
    }
  }

  private static boolean isOfOthers(PosixFilePermission permission) {
    return permission == PosixFilePermission.OTHERS_READ
        || permission == PosixFilePermission.OTHERS_WRITE
        || permission == PosixFilePermission.GROUP_WRITE;
  }

  private String place(Path file, int line) {
    return shown(file) + ":" + line;
  }

  private static String unquoted(String name) {
    var quoted =
        name.length() > 1
            && (name.charAt(0) == '"' || name.charAt(0) == '\'')
            && name.charAt(name.length() - 1) == name.charAt(0);
    return quoted ? name.substring(1, name.length() - 1) : name;
  }
}
