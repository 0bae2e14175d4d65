package io.outcrop.iam.reference;

/// A condition key.
///
/// @param name as AWS writes it; a variable stands for any text: `aws:RequestTag/${TagKey}`
/// @param type what its values are
/// @param many whether a request may bring several values of it
/// @param presence when a request brings it, in words; empty if the reference does not say
public record ConditionKey(String name, Type type, boolean many, String presence) {

  /// What the values of a key are.
  public enum Type {
    STRING,
    ARN,
    BOOL,
    DATE,
    IP,
    NUMERIC;

    /// The type in a sentence: `an ARN`.
    public String words() {
      return switch (this) {
        case STRING -> "a string";
        case ARN -> "an ARN";
        case BOOL -> "a boolean";
        case DATE -> "a date";
        case IP -> "an IP address";
        case NUMERIC -> "a number";
      };
    }
  }

  /// Whether it is in every request, so that nothing has to be said about its absence.
  public boolean isAlwaysPresent() {
    return presence.equals("always");
  }

  /// Whether a request brings it whatever the action is.
  public boolean isGlobal() {
    return !presence.isEmpty();
  }

  /// Whether `key`, as a policy writes it, is this key or one of its pattern. Case makes no
  /// difference.
  public boolean covers(String key) {
    var from = name.indexOf("${");
    if (from < 0) {
      return name.equalsIgnoreCase(key);
    }
    var rest = name.substring(name.indexOf('}', from) + 1);
    return key.length() > from + lastVariable(rest)
        && key.regionMatches(true, 0, name, 0, from)
        && (rest.contains("${")
            || key.regionMatches(true, key.length() - rest.length(), rest, 0, rest.length()));
  }

  private static int lastVariable(String rest) {
    return rest.contains("${") ? 0 : rest.length();
  }
}
