package io.outcrop.access.handoff;

import io.outcrop.access.change.Change;
import java.util.List;
import java.util.Optional;

/// What takes a change back, as a command or as another change.
sealed interface Inverse {
  /// Another change does.
  record OfChange(Change change) implements Inverse {}

  /// The managed policy is attached again.
  record Attach(Change.DetachPolicy detached) implements Inverse {}

  /// The key is switched off again.
  record Deactivate(Change.ActivateAccessKey activated) implements Inverse {}

  /// The agreement is given up; whatever it allowed everyone in the account ends with it.
  record GiveUp(Change.SignAgreement signed) implements Inverse {}

  /// The managed policy that was made is removed.
  record Remove(Change.CreatePolicy created) implements Inverse {}

  /// The region is switched off again.
  record SwitchOff(Change.EnableRegion enabled) implements Inverse {}

  /// None for what stays, and for files.
  static Optional<Inverse> of(Change change) {
    return switch (change) {
      case Change.PutInlinePolicy(var owner, var name, var before, var after) ->
          Optional.of(
              new OfChange(
                  before.isEmpty()
                      ? new Change.DeleteInlinePolicy(owner, name, after)
                      : new Change.PutInlinePolicy(
                          owner, name, List.of(after), before.getFirst())));
      case Change.DeleteInlinePolicy(var owner, var name, var before) ->
          Optional.of(new OfChange(new Change.PutInlinePolicy(owner, name, List.of(), before)));
      case Change.ReplaceManagedPolicy(var arn, var before, var after) ->
          Optional.of(new OfChange(new Change.ReplaceManagedPolicy(arn, after, before)));
      case Change.ReplaceEndpointPolicy(var id, var region, var before, var after) ->
          Optional.of(new OfChange(new Change.ReplaceEndpointPolicy(id, region, after, before)));
      case Change.DetachPolicy detached -> Optional.of(new Attach(detached));
      case Change.ActivateAccessKey activated -> Optional.of(new Deactivate(activated));
      case Change.SignAgreement signed -> Optional.of(new GiveUp(signed));
      case Change.AttachPolicy(var owner, var arn) ->
          Optional.of(new OfChange(new Change.DetachPolicy(owner, arn)));
      case Change.CreatePolicy created -> Optional.of(new Remove(created));
      case Change.EnableRegion enabled -> Optional.of(new SwitchOff(enabled));
      case Change.SetDataRetention(var region, var before, var after) ->
          Optional.of(new OfChange(new Change.SetDataRetention(region, after, before)));
      case Change.SubmitUseCaseForm _,
          Change.RequestQuota _,
          Change.SetEnvVariable _,
          Change.SetProfileProperty _ ->
          Optional.empty();
    };
  }
}
