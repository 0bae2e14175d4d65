package io.outcrop.sandbox.throttle;

import io.outcrop.models.route.Route;

/// What a call asks for.
///
/// @param requestId the call
/// @param account whose quotas count
/// @param route how the model is to be reached; its region's quotas count
/// @param tokens what is reserved: its input and the most that it wants back
public record Asked(String requestId, String account, Route route, long tokens) {

  /// Calls that share the quotas of a minute: those of one account to one model from one region
  /// over routes of one kind.
  String minuteKey() {
    var kind =
        switch (route) {
          case Route.OnDemand _ -> "on-demand";
          case Route.Geographic _ -> "geographic";
          case Route.Global _ -> "global";
        };
    return dayKey() + " " + kind + " " + route.modelId();
  }

  /// Calls that share the quota of a day.
  String dayKey() {
    return account + " " + route.region();
  }
}
