package io.outcrop.access.examination;

import io.outcrop.aws.Arn;
import io.outcrop.aws.Principal;
import java.util.Optional;
import java.util.regex.Pattern;

/// Who is meant to make the call: an ARN, an account, or the name of a role, a permission set or a
/// user.
///
/// @param text as it was given
public record ExpectedPrincipal(String text) {
  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

  /// Source: IAM API Reference, "CreateRole", RoleName, read 2026-11.
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_+=,.@-]{1,64}");

  /// The role that IAM Identity Center makes for a permission set. Source: IAM Identity Center User
  /// Guide, "Referencing permission sets in resource policies", read 2026-11.
  private static final Pattern PERMISSION_SET = Pattern.compile("AWSReservedSSO_(.+)_[0-9a-f]{16}");

  /// What `text` means; nothing if it is none of these.
  public static Optional<ExpectedPrincipal> parse(String text) {
    var means =
        text.startsWith("arn:") ? Principal.parse(text).isPresent() : NAME.matcher(text).matches();
    return means ? Optional.of(new ExpectedPrincipal(text)) : Optional.empty();
  }

  /// Whether `caller` is who is meant. A role is meant by its ARN in all its sessions, whatever its
  /// path, which STS does not tell.
  public boolean isMet(Principal caller) {
    return text.startsWith("arn:") ? isArn(caller) : isAccount(caller) || isName(caller);
  }

  private boolean isArn(Principal caller) {
    if (caller.knownArn().map(Arn::toString).stream().anyMatch(text::equals)) {
      return true;
    }
    return Principal.parse(text).stream()
        .anyMatch(meant ->
            meant instanceof Principal.IamRole role
                && role.arn().account().equals(caller.account())
                && roleName(caller).equals(role.name()));
  }

  private boolean isAccount(Principal caller) {
    return ACCOUNT.matcher(text).matches() && caller.account().equals(text);
  }

  private boolean isName(Principal caller) {
    var role = roleName(caller);
    var set = PERMISSION_SET.matcher(role);
    return role.equals(text)
        || (set.matches() && set.group(1).equals(text))
        || (caller instanceof Principal.IamUser user && user.name().equals(text));
  }

  private static String roleName(Principal caller) {
    return switch (caller) {
      case Principal.RoleSession session -> session.roleName();
      case Principal.IamRole role -> role.name();
      case Principal.RootUser _,
          Principal.IamUser _,
          Principal.FederatedUser _,
          Principal.Service _,
          Principal.WebIdentity _,
          Principal.Anonymous _ ->
          "";
    };
  }
}
