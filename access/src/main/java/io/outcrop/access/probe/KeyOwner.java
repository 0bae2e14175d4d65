package io.outcrop.access.probe;

import io.outcrop.access.evidence.Observation;
import io.outcrop.aws.AccessKeyId;
import io.outcrop.aws.Partition;
import io.outcrop.cloud.AwsAccount;
import io.outcrop.cloud.call.Sts.Identity;
import io.outcrop.cloud.credentials.ApiKeyOwner;
import io.outcrop.cloud.credentials.Credentials;
import java.util.Optional;

/// Whom a Bedrock API key belongs to. STS cannot be asked with one, but the key's own text says it.
final class KeyOwner {
  private static final String SOURCE = "the API key's own text";

  private KeyOwner() {}

  /// The owner of the key that `account` is entered with.
  static Observation<ApiKeyOwner> of(AwsAccount account) {
    return account.connection().credentials() instanceof Credentials.ApiKey(var key)
        ? new Observation.Succeeded<>(ApiKeyOwner.of(key), SOURCE)
        : new Observation.Skipped<>("no API key is sent");
  }

  /// Who calls with it; nothing where no key is sent, or where it does not name a user.
  static Optional<Observation<Identity>> identity(AwsAccount account) {
    var partition = Partition.ofRegion(account.connection().region()).id();
    return of(account)
        .seen()
        .map(owner ->
            switch (owner) {
              case ApiKeyOwner.User(var id, var name) ->
                  new Observation.Succeeded<>(
                      new Identity(id, "arn:%s:iam::%s:user/%s".formatted(partition, id, name), ""),
                      SOURCE);
              case ApiKeyOwner.Signer signer ->
                  new Observation.Skipped<Identity>(
                      "the API key was signed with access key `%s`, and STS takes no API key"
                          .formatted(new AccessKeyId(signer.keyId()).masked()));
              case ApiKeyOwner.Unknown(var why) -> new Observation.Skipped<>(why);
            });
  }
}
