package io.outcrop.cloud.client;

import java.util.List;
import java.util.Set;

/// Headings that name a profile in the other file's manner, so that no client finds it.
final class Headings {
  private static final String WORD = "profile ";
  private static final Set<String> NO_PROFILES = Set.of("default", "preview", "plugins");
  private static final Set<String> OTHER_KINDS = Set.of("sso-session", "services", "login-session");

  private Headings() {}

  /// `[dev]` in the configuration file `shown`, where only `[profile dev]` counts.
  static List<FileFlaw> inConfig(IniText config, String shown) {
    return config.sections().stream()
        .filter(section -> lacksWord(config, section.heading()))
        .map(section ->
            new FileFlaw(
                FileFlaw.Kind.WORD_PROFILE_MISSING,
                shown + ":" + section.line(),
                "`[%s]` does not count in %s: the heading has to be `[profile %s]`"
                    .formatted(section.heading(), shown, section.heading())))
        .toList();
  }

  /// `[profile dev]` in the credentials file `shown`, where only `[dev]` counts.
  static List<FileFlaw> inCredentials(IniText credentials, String shown) {
    return credentials.sections().stream()
        .filter(section -> section.heading().startsWith(WORD))
        .map(section -> {
          var name = section.heading().substring(WORD.length());
          return new FileFlaw(
              FileFlaw.Kind.WORD_PROFILE_TOO_MUCH,
              shown + ":" + section.line(),
              "`[profile %s]` does not count in %s: the heading has to be `[%s]`"
                  .formatted(name, shown, name));
        })
        .toList();
  }

  private static boolean lacksWord(IniText config, String heading) {
    return !NO_PROFILES.contains(heading)
        && !heading.startsWith(WORD)
        && OTHER_KINDS.stream().noneMatch(kind -> heading.startsWith(kind + " "))
        && config.section(WORD + heading).isEmpty();
  }
}
