package io.outcrop.access.probe;

import io.outcrop.access.evidence.KeyState;
import io.outcrop.access.evidence.Observation;
import io.outcrop.aws.Arn;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.call.Iam;
import io.outcrop.cloud.call.Iam.AccessKey;
import io.outcrop.cloud.call.Iam.LastUse;
import java.util.List;

/// Looks, as an administrator, at an access key that AWS refuses.
final class KeyProbe {
  private final Iam iam;

  KeyProbe(Iam iam) {
    this.iam = iam;
  }

  Observation<KeyState> look(String keyId) {
    var use = Observation.of("iam:GetAccessKeyLastUsed", iam.accessKeyLastUsed(keyId));
    return use.seen().isEmpty()
        ? use.map(_ -> new KeyState("", "", keyId, ""))
        : of(use.seen().get(), keyId);
  }

  private Observation<KeyState> of(LastUse use, String keyId) {
    if (use.userName().isEmpty()) {
      return new Observation.Skipped<>("the key belongs to no user");
    }
    var keys = Observation.of("iam:ListAccessKeys", iam.accessKeys(use.userName()));
    return keys.map(all -> state(use.userName(), keyId, all));
  }

  private KeyState state(String userName, String keyId, List<AccessKey> keys) {
    var status =
        keys.stream()
            .filter(key -> key.id().equals(keyId))
            .map(AccessKey::status)
            .findFirst()
            .orElse("");
    return new KeyState(account(userName), userName, keyId, status);
  }

  private String account(String userName) {
    return iam.user(userName) instanceof Answer.Succeeded<Iam.Entity>(var user, var _)
        ? Arn.parse(user.arn()).map(Arn::account).orElse("")
        : "";
  }
}
