package io.outcrop.access.evidence;

import io.outcrop.iam.request.Layer;
import java.util.Optional;

/// That the identity policies of whoever calls were not read, so that nothing follows from them.
///
/// @param why in words
/// @param isForbidden whether whoever reads may not
public record UnreadPolicies(String why, boolean isForbidden) {

  /// What `permissions` says of it; nothing if they were read.
  public static Optional<UnreadPolicies> of(Observation<Permissions> permissions) {
    return switch (permissions) {
      case Observation.Succeeded<Permissions>(var read, var _) ->
          read.layers().identity() instanceof Layer.Unknown(String why)
              ? Optional.of(new UnreadPolicies(why, false))
              : Optional.empty();
      case Observation.NotPermitted<Permissions> refused ->
          Optional.of(new UnreadPolicies(refused.words(), true));
      case Observation.Refused<Permissions> _,
          Observation.Unreachable<Permissions> _,
          Observation.Skipped<Permissions> _,
          Observation.Crashed<Permissions> _ ->
          Optional.of(new UnreadPolicies(permissions.words(), false));
    };
  }

  /// In words.
  public String words() {
    return "the identity policies of whoever calls were not read, so that they do not say why: "
        + why;
  }
}
