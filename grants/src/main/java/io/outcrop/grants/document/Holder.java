package io.outcrop.grants.document;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A user, role or group of IAM that a policy is for.
///
/// @param name without its path: letters, digits and `+=,.@_-`
public record Holder(Kind kind, String name) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9+=,.@_-]{1,128}");

  public Holder {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("`" + name + "` is no name of a " + kind.word());
    }
  }

  /// The holder that `kind` (`user`, `role`, `group`) and `name` say, if they say one.
  public static Optional<Holder> of(String kind, String name) {
    for (var one : Kind.values()) {
      if (one.word().equals(kind) && NAME.matcher(name).matches()) {
        return Optional.of(new Holder(one, name));
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return kind.word() + " `" + name + "`";
  }

  /// What can hold policies.
  public enum Kind {
    USER,
    ROLE,
    GROUP;

    /// `user`, `role`, `group`.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
