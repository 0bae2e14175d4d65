package io.outcrop.causes.redact;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// A text without its secrets. Key ids are left as their first four and last four characters.
///
/// @param text what may be printed
/// @param secrets where secrets stood in the text as it was given, in its order, none overlapping
/// @param keyIds the access key ids that were in it, as they may be printed, each once
public record Redaction(String text, List<Secret> secrets, List<String> keyIds) {
  private static final String HIDDEN = "(secret)";

  public Redaction {
    secrets = List.copyOf(secrets);
    keyIds = List.copyOf(keyIds);
  }

  /// Takes the secrets out of `text`. Redacting a second time changes nothing.
  public static Redaction of(String text) {
    var secrets = SecretFinder.find(text);
    var keyIds = new LinkedHashSet<String>();
    return new Redaction(
        KeyIds.mask(without(secrets, text, 0, text.length()), keyIds::add),
        secrets,
        List.copyOf(keyIds));
  }

  /// The kinds of secrets that were in the text, each once, in the order of [SecretKind].
  public List<SecretKind> found() {
    return secrets.stream().map(Secret::kind).distinct().sorted().toList();
  }

  /// What may be printed of `words`, which stand at `start` of the text as it was given.
  public String part(String words, int start) {
    var moved =
        inside(secrets, start, start + words.length()).stream()
            .map(secret -> new Secret(secret.kind(), secret.start() - start, secret.end() - start))
            .toList();
    return KeyIds.mask(without(moved, words, 0, words.length()), _ -> {});
  }

  private static String without(List<Secret> secrets, String text, int start, int end) {
    var safe = new StringBuilder(end - start);
    var at = start;
    for (var secret : inside(secrets, start, end)) {
      safe.append(text, at, Math.max(at, secret.start())).append(HIDDEN);
      at = Math.min(end, secret.end());
    }
    return safe.append(text, at, end).toString();
  }

  private static List<Secret> inside(List<Secret> secrets, int start, int end) {
    var inside = new ArrayList<Secret>();
    for (var secret : secrets) {
      if (secret.start() < end && secret.end() > start) {
        inside.add(secret);
      }
    }
    return inside;
  }
}
