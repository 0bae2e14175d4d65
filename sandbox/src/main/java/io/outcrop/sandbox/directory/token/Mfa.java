package io.outcrop.sandbox.directory.token;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.credential.OneTimeCode;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Visit;
import java.util.Optional;

/// The multi-factor device that a call brings a code of.
final class Mfa {
  private Mfa() {}

  /// Whether the call brings one.
  static boolean isBrought(Visit visit) {
    return visit.text("SerialNumber").isPresent() || visit.text("TokenCode").isPresent();
  }

  /// STS's refusal of a code that is not right; none if no code is brought.
  static Optional<Reply.Fault> refused(Visit visit) {
    if (!isBrought(visit)) {
      return Optional.empty();
    }
    var serial = visit.required("SerialNumber");
    var device = visit.account().directory().devices().get(serial);
    var isOwn =
        visit.visitor().identity() instanceof Identity.User user
            && user.signIn().mfa().containsKey(serial);
    if (device == null || !isOwn) {
      return Optional.of(
          Faults.accessDenied(
              "sts",
              "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your"
                  + " MFA serial number is valid and associated with this user."));
    }
    return OneTimeCode.matches(device.seed(), visit.required("TokenCode"), visit.now())
        ? Optional.empty()
        : Optional.of(
            Faults.accessDenied(
                "sts", "MultiFactorAuthentication failed with invalid MFA one time pass code. "));
  }
}
