package io.outcrop.access.cure;

import io.outcrop.access.evidence.Sources;
import io.outcrop.access.examination.Cure;
import io.outcrop.causes.catalogue.Cause.Applicability;
import io.outcrop.cloud.credentials.SourceTried;
import io.outcrop.cloud.inspection.Hint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Cures on the client side that a person has to do: commands to type, lines to edit, each with its
/// file and line.
final class ClientCures {
  private static final String SIGNS = "the key signs as it is meant; restart what has read it";
  private static final String AGAIN = "the profile gives credentials again";

  private final Sources sources;
  private final EnvironmentCures environment;

  ClientCures(Sources sources, EnvironmentCures environment) {
    this.sources = sources;
    this.environment = environment;
  }

  /// What mends what the cause is here; nothing if the client side does not say. Where a name or
  /// half a key is wrong, another profile can be used too; a sign-in that ended is meant as it is.
  List<Cure> of(String slug) {
    return switch (slug) {
      case "profile-not-found" ->
          withOthers(source("name a profile that is there", "that profile signs"));
      case "partial-credentials" -> withOthers(source("set what is missing", "that key signs"));
      case "config-file-unreadable" -> source("mend the file", AGAIN);
      case "credential-process-failed" -> source("name a program that is there", AGAIN);
      case "sso-token-missing", "sso-token-expired", "login-session-expired" ->
          source("sign in", "a session of some hours, as who signs in");
      case "mfa-code-rejected" ->
          source("get keys with the second factor's code", "keys for some hours");
      case "wrong-principal-used" -> otherPrincipal();
      case "region-name-invalid" ->
          hint("call a region that is there", "calls go there", Hint.Kind.REGION_UNKNOWN);
      case "tls-ca-bundle-missing" ->
          hint(
              "name a bundle that is there, or none",
              "clients connect, and trust whom it names",
              Hint.Kind.TRUST_FILE_UNUSABLE);
      case "expired-token" -> hint("get new keys", "keys of a new session", Hint.Kind.KEYS_ENDED);
      case "signature-wrong-secret-key" ->
          hint("correct the secret", SIGNS, Hint.Kind.STRAY_IN_SECRET, Hint.Kind.SECRET_LENGTH);
      case "missing-session-token" ->
          hint("correct the key", SIGNS, Hint.Kind.TEMPORARY_WITHOUT_TOKEN);
      case "credentials-invalid" ->
          hint(
              "correct the key",
              SIGNS,
              Hint.Kind.PLACEHOLDER,
              Hint.Kind.KEYS_SWAPPED,
              Hint.Kind.STRAY_IN_KEY,
              Hint.Kind.ID_OF_NO_KEY,
              Hint.Kind.TOKEN_WITH_LONG_TERM_KEY);
      default -> List.of();
    };
  }

  /// What makes another source come first than the one that supplies this principal.
  private List<Cure> otherPrincipal() {
    var keys = "AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN";
    var winner = sources.winner();
    var title = "let other credentials come first than those from " + winner;
    var commands =
        switch (winner) {
          case "environment" -> List.of("unset " + keys);
          case ".env" -> List.of("sed -i.bak '/^\\(export \\)\\{0,1\\}AWS_/d' .env");
          default -> List.of("export AWS_PROFILE=NAME");
        };
    var all = new ArrayList<>(commands);
    if (!winner.startsWith("profile ")) {
      sources.usableProfiles().stream()
          .limit(1)
          .forEach(name -> all.add("export AWS_PROFILE=" + name));
    }
    all.add("aws sts get-caller-identity");
    return List.of(
        cure(title, all.stream().distinct().toList(), "calls are made as whoever comes next"));
  }

  /// What mends the source that is there and cannot be used.
  private List<Cure> source(String title, String effect) {
    return sources.tried().stream()
        .filter(source -> source.outcome() == SourceTried.Outcome.BROKEN)
        .filter(source -> !source.help().isEmpty())
        .limit(1)
        .map(source -> cure(title + " (" + source.name() + ")", source.help(), effect))
        .toList();
  }

  /// What mends what the first hint of these kinds is about.
  private List<Cure> hint(String title, String effect, Hint.Kind... kinds) {
    return Stream.of(kinds)
        .flatMap(kind -> sources.hints().stream().filter(hint -> hint.kind() == kind))
        .filter(hint -> !hint.help().isEmpty() && !isOfAnotherSource(hint))
        .limit(1)
        .map(hint -> cure(title + whence(hint), hint.help(), effect))
        .toList();
  }

  private List<Cure> withOthers(List<Cure> cures) {
    var others = environment.profile();
    var known = others.stream().map(Cure::commands).toList();
    return Stream.concat(
            others.stream(), cures.stream().filter(cure -> !known.contains(cure.commands())))
        .toList();
  }

  /// Whether it speaks of keys that do not sign.
  private boolean isOfAnotherSource(Hint hint) {
    return sources.tried().stream()
        .filter(source -> source.outcome() != SourceTried.Outcome.WINS)
        .anyMatch(source -> source.name().equals(hint.place()));
  }

  private static String whence(Hint hint) {
    return hint.place().isEmpty() ? "" : " (" + hint.place() + ")";
  }

  private static Cure cure(String title, List<String> help, String effect) {
    return new Cure(Applicability.NEEDS_VALUES, title, List.of(), help, effect);
  }
}
