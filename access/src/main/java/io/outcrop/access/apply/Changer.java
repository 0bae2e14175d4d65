package io.outcrop.access.apply;

import io.outcrop.access.change.Binding;
import io.outcrop.access.change.Change;
import io.outcrop.cloud.AwsAccount;
import java.util.List;
import java.util.Optional;

/// Makes changes, and takes them back, one at a time. Each way is idempotent: what is so already is
/// left alone, and what somebody else has changed since the plan was made is not overwritten.
public final class Changer {
  private final Attempt attempt;
  private final InlineTargets inline;
  private final ManagedTargets managed;
  private final AttachedTargets attached;
  private final AccountTargets account;
  private final EndpointTargets endpoints;

  /// @param account acts as whoever may change things
  /// @param settling how an unknown outcome is looked after
  public Changer(AwsAccount account, Settling settling) {
    this.attempt = new Attempt(settling);
    this.inline = new InlineTargets(account.iam());
    this.managed = new ManagedTargets(account.iam());
    this.attached = new AttachedTargets(account.iam());
    this.account = new AccountTargets(account);
    this.endpoints = new EndpointTargets(account.vpcEndpoints());
  }

  /// The live thing that `change` is about, as it stands now.
  public Binding binding(Change change) {
    return forward(change).binding();
  }

  /// Why AWS would refuse `change` to whoever acts, where it says so without making it; nothing
  /// where it would not, or does not say.
  public Optional<String> refusal(Change change) {
    return change instanceof Change.ReplaceEndpointPolicy replace
        ? endpoints.refusal(replace)
        : Optional.empty();
  }

  /// What keeps `change` from being made by whoever tries, as far as the account shows it before;
  /// nothing where nothing is known to.
  public Optional<String> obstacle(Change change) {
    return switch (change) {
      case Change.ReplaceManagedPolicy replace -> managed.obstacle(replace);
      case Change.CreatePolicy create -> attached.obstacle(create);
      case Change.PutInlinePolicy _,
          Change.DeleteInlinePolicy _,
          Change.ReplaceEndpointPolicy _,
          Change.DetachPolicy _,
          Change.AttachPolicy _,
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

  /// What taking `change` back needs besides the change itself, looked up before it is made; empty
  /// for nothing.
  public String undoData(Change change) {
    return switch (change) {
      case Change.ReplaceManagedPolicy replace -> managed.undoData(replace.policyArn());
      case Change.SetEnvVariable set -> FileTargets.undoData(set.file());
      case Change.SetProfileProperty set -> FileTargets.undoData(set.file());
      case Change.PutInlinePolicy _,
          Change.DeleteInlinePolicy _,
          Change.ReplaceEndpointPolicy _,
          Change.DetachPolicy _,
          Change.CreatePolicy _,
          Change.AttachPolicy _,
          Change.SubmitUseCaseForm _,
          Change.SignAgreement _,
          Change.ActivateAccessKey _,
          Change.RequestQuota _,
          Change.EnableRegion _,
          Change.SetDataRetention _ ->
          "";
    };
  }

  /// Makes `change`, if what it is about is still as it was in `planned`.
  public Made make(Change change, Binding planned) {
    return attempt.make(forward(change), planned);
  }

  private Target<?> forward(Change change) {
    return switch (change) {
      case Change.PutInlinePolicy(var owner, var name, var before, var after) ->
          inline.forward(owner, name, before, List.of(after));
      case Change.DeleteInlinePolicy(var owner, var name, var before) ->
          inline.forward(owner, name, List.of(before), List.of());
      case Change.ReplaceManagedPolicy replace -> managed.forward(replace);
      case Change.ReplaceEndpointPolicy replace -> endpoints.forward(replace);
      case Change.DetachPolicy(var owner, var arn) -> attached.attached(owner, arn, false);
      case Change.CreatePolicy create -> attached.made(create);
      case Change.AttachPolicy(var owner, var arn) -> attached.attached(owner, arn, true);
      case Change.SubmitUseCaseForm submit -> account.form(submit);
      case Change.SignAgreement(var model) -> account.agreement(model, true);
      case Change.ActivateAccessKey key -> account.key(key, "Active", "Inactive");
      case Change.RequestQuota quota -> account.quota(quota);
      case Change.EnableRegion(var region) -> account.region(region, true);
      case Change.SetDataRetention(var _, var before, var after) ->
          account.retention(before, after);
      case Change.SetEnvVariable set -> FileTargets.forward(set);
      case Change.SetProfileProperty set -> FileTargets.forward(set);
    };
  }

  /// Takes `change` back, and keeps what others have added since. `undoData` is what [#undoData]
  /// said before it was made.
  public Made takeBack(Change change, String undoData) {
    return switch (change) {
      case Change.PutInlinePolicy(var owner, var name, var before, var after) ->
          back(inline.backward(owner, name, before, List.of(after)));
      case Change.DeleteInlinePolicy(var owner, var name, var before) ->
          back(inline.backward(owner, name, List.of(before), List.of()));
      case Change.ReplaceManagedPolicy replace ->
          undoData.isEmpty()
              ? new Made.Refused("the version that was the default before is not known")
              : back(managed.backward(replace, undoData));
      case Change.ReplaceEndpointPolicy replace -> back(endpoints.backward(replace));
      case Change.DetachPolicy(var owner, var arn) -> back(attached.attached(owner, arn, true));
      case Change.CreatePolicy create -> back(attached.unmade(create));
      case Change.AttachPolicy(var owner, var arn) -> back(attached.attached(owner, arn, false));
      case Change.SubmitUseCaseForm _ ->
          new Made.Refused("a form that was filed stays filed: AWS has no way to take it back");
      case Change.SignAgreement(var model) -> back(account.agreement(model, false));
      case Change.ActivateAccessKey key -> back(account.key(key, "Inactive", "Active"));
      case Change.RequestQuota _ ->
          new Made.Refused(
              "a request that was made stays made, and a quota that was raised stays raised");
      case Change.EnableRegion(var region) -> back(account.region(region, false));
      case Change.SetDataRetention(var _, var before, var after) ->
          back(account.retention(after, before));
      case Change.SetEnvVariable set -> back(FileTargets.backward(set, undoData));
      case Change.SetProfileProperty set -> back(FileTargets.backward(set, undoData));
    };
  }

  private Made back(Target<?> target) {
    return attempt.make(target, Binding.NONE);
  }
}
