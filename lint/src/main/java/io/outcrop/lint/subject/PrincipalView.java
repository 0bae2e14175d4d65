package io.outcrop.lint.subject;

/// One name in a `Principal` or `NotPrincipal` element.
///
/// @param type `AWS`, `Service`, `Federated`, `CanonicalUser` or as written; `*` for the bare star
/// @param name the name with its place
/// @param negated whether it stands in `NotPrincipal`
public record PrincipalView(String type, Text name, boolean negated) {

  /// Whether it is everybody.
  public boolean isEveryone() {
    return name.value().equals("*") && (type.equals("*") || type.equals("AWS"));
  }
}
