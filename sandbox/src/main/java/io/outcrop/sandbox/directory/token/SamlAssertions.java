package io.outcrop.sandbox.directory.token;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Refusals;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.OpenOperation;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// AssumeRoleWithSAML. XML signatures are not verified here, so no assertion is taken for genuine:
/// each is refused, in the words in which AWS refuses one that it cannot verify.
final class SamlAssertions {
  private SamlAssertions() {}

  static Reply answer(OpenOperation.Arrival arrival) {
    var assertion = arrival.text("SAMLAssertion");
    if (assertion.length() < 4) {
      return Refusals.constraint(
          "sAMLAssertion", assertion, "have length greater than or equal to 4");
    }
    return isXml(assertion)
        ? Faults.said(400, "InvalidIdentityToken", "Response signature invalid")
        : Faults.said(400, "InvalidIdentityToken", "Invalid base64 SAMLResponse");
  }

  private static boolean isXml(String assertion) {
    try {
      var text = new String(Base64.getDecoder().decode(assertion), StandardCharsets.UTF_8);
      return text.strip().startsWith("<");
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
