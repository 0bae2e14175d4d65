package io.outcrop.access.change;

import io.outcrop.cloud.call.PolicyOwner;
import io.outcrop.json.Json;
import java.nio.file.Path;
import java.util.List;

/// One change that a cure makes. Applying it twice is the same as applying it once.
public sealed interface Change {
  /// Adds or replaces an inline policy. `before` is empty if the owner has none of that name.
  record PutInlinePolicy(PolicyOwner owner, String name, List<Json.Obj> before, Json.Obj after)
      implements Change {
    public PutInlinePolicy {
      before = List.copyOf(before);
    }
  }

  /// Removes an inline policy.
  record DeleteInlinePolicy(PolicyOwner owner, String name, Json.Obj before) implements Change {}

  /// Gives a customer managed policy a new default version.
  record ReplaceManagedPolicy(String policyArn, Json.Obj before, Json.Obj after)
      implements Change {}

  /// Gives a VPC endpoint another policy in place of the one that it has.
  record ReplaceEndpointPolicy(String endpointId, String region, Json.Obj before, Json.Obj after)
      implements Change {}

  /// Detaches a managed policy.
  record DetachPolicy(PolicyOwner owner, String policyArn) implements Change {}

  /// Makes a customer managed policy, which nobody has yet.
  record CreatePolicy(String policyArn, String name, Json.Obj document) implements Change {}

  /// Attaches a managed policy.
  record AttachPolicy(PolicyOwner owner, String policyArn) implements Change {}

  /// Files Anthropic's use-case form for the account.
  record SubmitUseCaseForm(Json.Obj form) implements Change {}

  /// Accepts the agreement for a model: a Marketplace subscription without fixed cost.
  record SignAgreement(String modelId) implements Change {}

  /// Switches an access key on again.
  record ActivateAccessKey(String userName, String accessKeyId) implements Change {}

  /// Sets one variable in a `.env` file. `before` is the whole line as it stands, empty if there is
  /// none.
  record SetEnvVariable(Path file, String name, String before, String after) implements Change {}

  /// Sets one property of a profile in an AWS configuration file. `before` is the whole line as it
  /// stands, empty if there is none.
  ///
  /// @param section what stands in the brackets: `default`, `profile dev`
  record SetProfileProperty(Path file, String section, String name, String before, String after)
      implements Change {}

  /// Asks AWS for a higher quota. Both values are decimal numbers.
  record RequestQuota(String code, String name, String current, String desired) implements Change {}

  /// Switches a region on for the account.
  record EnableRegion(String region) implements Change {}

  /// Sets what the account lets happen to its prompts in a region. Both modes are in Bedrock's
  /// words.
  record SetDataRetention(String region, String before, String after) implements Change {}

  /// How far a change can be taken back.
  enum Undo {
    /// Undo restores the state exactly.
    REVERSIBLE,
    /// Undo does the nearest opposite; something stays.
    COMPENSABLE,
    /// It stays.
    FINAL
  }

  /// Whether it changes a file of this machine, not the account.
  default boolean isLocal() {
    return this instanceof SetEnvVariable || this instanceof SetProfileProperty;
  }

  /// How far this change can be taken back.
  default Undo undo() {
    return switch (this) {
      case PutInlinePolicy _,
          DeleteInlinePolicy _,
          ReplaceManagedPolicy _,
          ReplaceEndpointPolicy _,
          DetachPolicy _,
          CreatePolicy _,
          AttachPolicy _,
          ActivateAccessKey _,
          SetEnvVariable _,
          SetProfileProperty _ ->
          Undo.REVERSIBLE;
      case SignAgreement _, EnableRegion _, SetDataRetention _ -> Undo.COMPENSABLE;
      case SubmitUseCaseForm _, RequestQuota _ -> Undo.FINAL;
    };
  }
}
