package io.outcrop.cli.policy.inquiry;

import io.outcrop.aws.Principal;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.report.policy.Whereabouts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Who calls, and under which policies.
///
/// @param context the condition keys that the principal brings by itself
/// @param layers the policies that have a say in a request
/// @param called what is called where nothing else is said
/// @param at when the call is made
/// @param notes what the policies rest on
/// @param world the sandbox's world they were read from; empty if from none
record Source(
    Principal principal,
    Map<String, String> context,
    Function<AuthorizationRequest, PolicyLayers> layers,
    Whereabouts whereabouts,
    Called called,
    Instant at,
    List<String> notes,
    String world) {
  Source {
    context = Map.copyOf(context);
    notes = List.copyOf(notes);
  }

  /// What is called.
  ///
  /// @param model empty if none is known; so is `region`
  record Called(String model, String region) {}
}
