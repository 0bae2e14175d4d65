package io.outcrop.iam.request;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// How much is known of a request beyond the keys it is said to bring. Immutable.
public final class Knowledge {
  /// A key that is not given is missing, and every value is as given.
  public static final Knowledge COMPLETE = new Knowledge(Doubt.NONE, Map.of(), true);

  /// Nothing is known of any key, nor of the name of a role's session.
  public static final Knowledge NONE = new Knowledge(Doubt.BOTH, Map.of(), false);

  private final Doubt usual;
  private final Map<String, Doubt> doubts;
  private final boolean sessionNameKnown;

  private Knowledge(Doubt usual, Map<String, Doubt> doubts, boolean sessionNameKnown) {
    this.usual = usual;
    this.doubts = doubts;
    this.sessionNameKnown = sessionNameKnown;
  }

  /// What is not known of a condition key.
  public enum Doubt {
    /// Nothing: it is as the request says.
    NONE,
    /// Its value: the request brings it if it is given, with whatever value.
    VALUE,
    /// Whether the request brings it; if so, with the value that is given.
    PRESENCE,
    /// Anything.
    BOTH
  }

  /// This knowledge with `doubt` about `key`. A key that ends in `/*` stands for all keys that
  /// begin so: `aws:PrincipalTag/*`; what is said of one key goes before what is said of many.
  public Knowledge with(String key, Doubt doubt) {
    var changed = new LinkedHashMap<>(doubts);
    changed.put(key.toLowerCase(Locale.ROOT), doubt);
    return new Knowledge(usual, Map.copyOf(changed), sessionNameKnown);
  }

  /// This knowledge without the name of the role's session: the caller is some session of the role.
  public Knowledge withoutSessionName() {
    return new Knowledge(usual, doubts, false);
  }

  /// Whether every key is as the request says.
  public boolean isOfAllKeys() {
    return usual == Doubt.NONE && doubts.isEmpty();
  }

  /// Whether the name of a role's session is the one in the caller's ARN.
  public boolean isOfSessionName() {
    return sessionNameKnown;
  }

  /// What is not known of `key`, which is in lower case.
  public Doubt doubt(String key) {
    var own = doubts.get(key);
    if (own != null) {
      return own;
    }
    var slash = key.indexOf('/');
    return slash < 0 ? usual : doubts.getOrDefault(key.substring(0, slash + 1) + "*", usual);
  }
}
