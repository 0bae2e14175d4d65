package io.outcrop.lint.principal;

import io.outcrop.iam.reference.Nearest;
import io.outcrop.lint.subject.Shipped;
import io.outcrop.lint.subject.Subject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Names of services as principals: `lambda.amazonaws.com`, with a region in front of the end for
/// some, and the end of another partition for others.
final class ServicePrincipals {
  private static final Pattern HOST =
      Pattern.compile(
          "([a-z0-9.-]+?)(\\.[a-z]{2}(-[a-z]+)+-\\d)?\\.(amazonaws\\.com(\\.cn)?|amazonaws\\.eu|aws\\.internal|c2s\\.ic\\.gov)");

  /// No host name is longer.
  private static final int LONGEST = 253;

  private final Set<String> known = new HashSet<>(Shipped.lines("service-principals.txt"));

  /// The service's name in a principal; empty if the text has not the form of one.
  static Optional<String> service(String principal) {
    var matcher = HOST.matcher(principal);
    return principal.length() <= LONGEST && matcher.matches()
        ? Optional.of(matcher.group(1))
        : Optional.empty();
  }

  boolean exists(String service, Subject subject) {
    return known.contains(service) || subject.reference().isService(service);
  }

  Optional<String> nearest(String service) {
    return Nearest.of(service, known.stream());
  }
}
