package io.outcrop.iam.edit;

import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.PolicyLayers;
import java.util.List;
import java.util.function.Function;

/// Finds the smallest change of policies that flips one decision and, as far as several hundred
/// other requests can tell, no other. Stateless and safe for many threads; the same question gets
/// the same answer.
///
/// A Deny is narrowed by exactly the request, never dropped unless it denies nothing else; what is
/// missing is allowed for exactly the action and resource, under the values that the request brings
/// for those condition keys that the policies test. Keys whose value is another the next time are
/// left free: time, addresses, session ids ([Volatile]). Sessions of one role count as one caller.
public final class SmallestEdits {
  private SmallestEdits() {}

  /// The smallest change after which `request` is allowed.
  public static EditAnswer find(
      PolicyLayers layers, AuthorizationRequest request, Ownership owned) {
    return find(layers, request, owned, _ -> List.of());
  }

  /// The same, with names that exist. They change nothing where an exact edit is found. Where a
  /// Deny has a pattern that the request cannot be taken out of, the closest edits keep denying all
  /// the known names that it covers, and only names that nothing is called by yet may slip through.
  ///
  /// @param known for a pattern of actions or resources, the actions or ARNs that it covers
  public static EditAnswer find(
      PolicyLayers layers,
      AuthorizationRequest request,
      Ownership owned,
      Function<String, List<String>> known) {
    return new AllowSearch(new Question(layers, request, owned, known)).answer();
  }

  /// The smallest change after which `request` is denied.
  public static EditAnswer deny(
      PolicyLayers layers, AuthorizationRequest request, Ownership owned) {
    return new DenySearch(new Question(layers, request, owned, _ -> List.of())).answer();
  }
}
