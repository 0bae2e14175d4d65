package io.outcrop.access.steward;

import io.outcrop.access.change.Change;
import io.outcrop.cloud.AwsAccount;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.call.Iam;
import io.outcrop.cloud.call.PolicyOwner;
import io.outcrop.cloud.call.VpcEndpoints;
import java.util.Map;
import java.util.Optional;

/// Asks an account who owns what a change is about. Where tags may not be read, a name alone
/// decides.
public final class Stewards {
  private final Iam iam;
  private final VpcEndpoints endpoints;

  /// @param account reads tags
  public Stewards(AwsAccount account) {
    this.iam = account.iam();
    this.endpoints = account.vpcEndpoints();
  }

  /// Who owns what `change` is about; nobody for what no source writes.
  public Optional<Steward> of(Change change) {
    return switch (change) {
      case Change.PutInlinePolicy put -> of(put.owner());
      case Change.DeleteInlinePolicy delete -> of(delete.owner());
      case Change.DetachPolicy detach -> of(detach.owner());
      case Change.AttachPolicy attach -> of(attach.owner());
      case Change.ReplaceManagedPolicy replace -> byTags(iam.policyTags(replace.policyArn()));
      case Change.ReplaceEndpointPolicy replace ->
          byTags(
              endpoints
                  .tags(replace.endpointId())
                  .map(found -> found.stream().findFirst().orElse(Map.of())));
      case Change.CreatePolicy _,
          Change.SubmitUseCaseForm _,
          Change.SignAgreement _,
          Change.ActivateAccessKey _,
          Change.RequestQuota _,
          Change.EnableRegion _,
          Change.SetDataRetention _,
          Change.SetEnvVariable _,
          Change.SetProfileProperty _ ->
          Optional.empty();
    };
  }

  private Optional<Steward> of(PolicyOwner owner) {
    return Steward.byName(owner).or(() -> byTags(iam.tags(owner)));
  }

  private static Optional<Steward> byTags(Answer<Map<String, String>> answer) {
    return answer instanceof Answer.Succeeded<Map<String, String>>(var tags, var _)
        ? Steward.byTags(tags)
        : Optional.empty();
  }
}
