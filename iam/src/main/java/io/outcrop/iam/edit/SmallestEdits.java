package io.outcrop.iam.edit;

import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.PolicyLayers;

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
    return new AllowSearch(new Question(layers, request, owned)).answer();
  }

  /// The smallest change after which `request` is denied.
  public static EditAnswer deny(
      PolicyLayers layers, AuthorizationRequest request, Ownership owned) {
    return new DenySearch(new Question(layers, request, owned)).answer();
  }
}
