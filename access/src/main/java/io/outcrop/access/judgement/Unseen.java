package io.outcrop.access.judgement;

import io.outcrop.access.prediction.Prediction;
import io.outcrop.causes.catalogue.Cause;

/// What cannot be seen from here and yet explains why AWS denies a call that the policies which
/// could be read allow. AWS's own sentence tells the layer; a layer that was read may have changed
/// since: IAM and Organizations spread changes within minutes, and AWS states no time. Source: IAM
/// User Guide, "Changes that I make are not always immediately visible", read 2026-10.
final class Unseen {
  private Unseen() {}

  /// What fits, in words.
  static String fits(Cause cause, Prediction prediction) {
    var shape = Gates.denialShape(cause.slug());
    if (shape.startsWith("scp")) {
      return layer(prediction, "SCPs", "an SCP above the account");
    }
    if (shape.startsWith("rcp")) {
      return "a resource control policy of the organization that owns what is called";
    }
    if (shape.startsWith("vpce")) {
      return "the policy of the VPC endpoint that the call goes through";
    }
    if (shape.startsWith("session")) {
      return "the policy that whoever began this session passed to it: it shows itself to nobody";
    }
    if (shape.startsWith("permissions-boundary")) {
      return layer(prediction, "boundary", "the permissions boundary");
    }
    if (!prediction.unknown().isEmpty()) {
      return "what was not seen (" + String.join("; ", prediction.unknown()) + ")";
    }
    return "a change of the last minutes, or a policy of a layer that shows itself to nobody in"
        + " this account";
  }

  private static String layer(Prediction prediction, String word, String what) {
    var unread = prediction.unknown().stream().filter(one -> one.contains(word)).findFirst();
    return unread
        .map(why -> what + " that could not be read (" + why + ")")
        .orElse(what + ", changed in the last minutes");
  }
}
