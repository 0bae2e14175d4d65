package io.outcrop.access.cure;

import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Permissions;
import io.outcrop.access.evidence.UnreadPolicies;
import io.outcrop.access.examination.Cure;
import io.outcrop.causes.catalogue.Cause;
import io.outcrop.causes.catalogue.Cause.Applicability;
import java.util.List;

/// What makes a denial readable whose policies were not read: only then is it known what would cure
/// it.
final class ReadingCures {
  private static final String EFFECT = "nothing is changed: it is seen which policy has to change";

  private ReadingCures() {}

  /// What leads to policies that say more of `cause`; nothing if it is no denial of theirs, or if
  /// they were read.
  static List<Cure> of(Cause cause, Observation<Permissions> permissions) {
    return cause.family().equals("D") && !(permissions instanceof Observation.Skipped)
        ? UnreadPolicies.of(permissions).stream().map(ReadingCures::cure).toList()
        : List.of();
  }

  private static Cure cure(UnreadPolicies unread) {
    return unread.isForbidden()
        ? new Cure(
            Applicability.NEEDS_VALUES,
            "examine with a profile that may read the policies (`--admin-profile`), which were not"
                + " read: "
                + unread.why(),
            List.of(),
            List.of("outcrop doctor --admin-profile NAME"),
            EFFECT)
        : new Cure(
            Applicability.NEEDS_VALUES,
            "examine again, with more time (`--timeout`), since the policies were not read: "
                + unread.why(),
            List.of(),
            List.of("outcrop doctor --timeout 2m"),
            EFFECT);
  }
}
