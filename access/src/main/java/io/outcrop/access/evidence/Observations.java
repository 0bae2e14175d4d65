package io.outcrop.access.evidence;

import io.outcrop.cloud.call.Bedrock.Availability;
import io.outcrop.cloud.call.Bedrock.FoundationModel;
import io.outcrop.cloud.call.Bedrock.InferenceProfile;
import io.outcrop.cloud.call.IamToolbox.Evaluations;
import io.outcrop.cloud.call.Settled.Guardrail;
import io.outcrop.cloud.call.Sts.Identity;
import java.util.List;

/// All that one examination saw. The judgement is a pure function of it.
///
/// @param asked what was asked
/// @param sources the client side
/// @param reached whether the runtime's endpoint answers
/// @param identity who AWS says the caller is
/// @param account the account's standing with the model
/// @param permissions the policies that have a say
/// @param key the caller's access key as an administrator sees it
/// @param plain the plain call to the model
/// @param streaming the streaming call to the model
/// @param weighed what AWS itself weighed when it denied the call, where it keeps that
/// @param path what lies between the caller and what is called
public record Observations(
    Asked asked,
    Sources sources,
    Observation<Reached> reached,
    Observation<Identity> identity,
    AccountSeen account,
    Observation<Permissions> permissions,
    Observation<KeyState> key,
    Observation<String> plain,
    Observation<String> streaming,
    Observation<Evaluations> weighed,
    CallPath path) {
  /// What is kept of an answer of the model: never a word of it.
  public static final String ANSWERED = "answered";

  /// What is kept of a stream that ended without an event.
  public static final String EMPTY_STREAM = "0 chunks";

  private static final String NO_REFERENCE = "AWS's answer names no evaluation";
  private static final String NOBODY_LOOKED = "nobody looked at what lies between";

  /// AWS keeps no evaluation.
  public Observations(
      Asked asked,
      Sources sources,
      Observation<Reached> reached,
      Observation<Identity> identity,
      AccountSeen account,
      Observation<Permissions> permissions,
      Observation<KeyState> key,
      Observation<String> plain,
      Observation<String> streaming) {
    this(
        asked,
        sources,
        reached,
        identity,
        account,
        permissions,
        key,
        plain,
        streaming,
        new Observation.Skipped<>(NO_REFERENCE));
  }

  /// Nobody looked at what lies between.
  public Observations(
      Asked asked,
      Sources sources,
      Observation<Reached> reached,
      Observation<Identity> identity,
      AccountSeen account,
      Observation<Permissions> permissions,
      Observation<KeyState> key,
      Observation<String> plain,
      Observation<String> streaming,
      Observation<Evaluations> weighed) {
    this(
        asked,
        sources,
        reached,
        identity,
        account,
        permissions,
        key,
        plain,
        streaming,
        weighed,
        CallPath.skipped(NOBODY_LOOKED));
  }

  /// The same with the calls to the model that `later` saw.
  public Observations withCallsOf(Observations later) {
    return new Observations(
        asked.probing(later.asked.probing()),
        sources,
        reached,
        identity,
        account,
        permissions,
        key,
        later.plain,
        later.streaming,
        later.weighed,
        path);
  }

  /// The same where the policies are `other`.
  public Observations withPermissions(Observation<Permissions> other) {
    return new Observations(
        asked, sources, reached, identity, account, other, key, plain, streaming, weighed, path);
  }

  /// What the account says of models.
  ///
  /// @param models the region's models
  /// @param profiles the inference profiles that can be called from the region
  /// @param availability how far the account may use the model
  /// @param form whether the use-case form is filed
  /// @param retention what the account lets happen to its prompts in the region, in Bedrock's words
  /// @param optIn whether the account has the region on, in AWS's words
  /// @param guardrail the guardrail that the caller's own request names
  /// @param quotas the quotas on which a call over the route draws
  /// @param invocations how many calls to the model were answered in the last hour
  /// @param throttles how many calls to the model were throttled in the last hour
  public record AccountSeen(
      Observation<List<FoundationModel>> models,
      Observation<List<InferenceProfile>> profiles,
      Observation<Availability> availability,
      Observation<Boolean> form,
      Observation<String> retention,
      Observation<String> optIn,
      Observation<Guardrail> guardrail,
      Observation<List<AppliedQuota>> quotas,
      Observation<Long> invocations,
      Observation<Long> throttles) {

    /// Nobody looked.
    public static AccountSeen skipped(String why) {
      return new AccountSeen(
          new Observation.Skipped<>(why),
          new Observation.Skipped<>(why),
          new Observation.Skipped<>(why),
          new Observation.Skipped<>(why),
          new Observation.Skipped<>(why),
          new Observation.Skipped<>(why),
          new Observation.Skipped<>(why),
          new Observation.Skipped<>(why),
          new Observation.Skipped<>(why),
          new Observation.Skipped<>(why));
    }
  }
}
