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

  /// Detaches a managed policy.
  record DetachPolicy(PolicyOwner owner, String policyArn) implements Change {}

  /// Files Anthropic's use-case form for the account.
  record SubmitUseCaseForm(Json.Obj form) implements Change {}

  /// Accepts the agreement for a model: a Marketplace subscription without fixed cost.
  record SignAgreement(String modelId) implements Change {}

  /// Switches an access key on again.
  record ActivateAccessKey(String userName, String accessKeyId) implements Change {}

  /// Sets one variable in a `.env` file. `before` is the whole line as it stands, empty if there is
  /// none.
  record SetEnvVariable(Path file, String name, String before, String after) implements Change {}

  /// How far a change can be taken back.
  enum Undo {
    /// Undo restores the state exactly.
    REVERSIBLE,
    /// Undo does the nearest opposite; something stays.
    COMPENSABLE,
    /// It stays.
    FINAL
  }

  /// How far this change can be taken back.
  default Undo undo() {
    return switch (this) {
      case PutInlinePolicy _,
          DeleteInlinePolicy _,
          ReplaceManagedPolicy _,
          DetachPolicy _,
          ActivateAccessKey _,
          SetEnvVariable _ ->
          Undo.REVERSIBLE;
      case SignAgreement _ -> Undo.COMPENSABLE;
      case SubmitUseCaseForm _ -> Undo.FINAL;
    };
  }
}
