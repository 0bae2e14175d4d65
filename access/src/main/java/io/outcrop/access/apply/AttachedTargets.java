package io.outcrop.access.apply;

import io.outcrop.access.change.Change;
import io.outcrop.access.meaning.PolicyMeaning;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.call.Iam;
import io.outcrop.cloud.call.PolicyOwner;
import io.outcrop.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Who has a managed policy, and whether there is one of that name.
final class AttachedTargets {
  private final Iam iam;

  AttachedTargets(Iam iam) {
    this.iam = iam;
  }

  /// What a look at a policy sees.
  ///
  /// @param document none if there is no such policy
  /// @param holders who has it
  record Seen(List<Json.Obj> document, List<String> holders) {}

  /// Attached, or not. What a look sees is whether it is.
  Target<Boolean> attached(PolicyOwner owner, String arn, boolean wanted) {
    return new Target<>(
        "managed policy `" + arn.substring(arn.lastIndexOf('/') + 1) + "` of " + owner,
        () ->
            iam.attachedPolicies(owner)
                .map(all -> all.stream().anyMatch(policy -> policy.arn().equals(arn))),
        there -> Map.of("attached", there ? "yes" : "no"),
        there -> there == wanted ? new Standing.Reached() : new Standing.AsPlanned(),
        _ -> wanted ? iam.attachPolicy(owner, arn) : iam.detachPolicy(owner, arn));
  }

  /// What keeps everybody from making the policy; nothing where nothing is known to.
  Optional<String> obstacle(Change.CreatePolicy create) {
    return look(create.policyArn()) instanceof Answer.Succeeded<Seen>(var seen, var _)
            && made(create).standing().apply(seen) instanceof Standing.Different(var how)
        ? Optional.of(
            "%s, and says something else: `%s`. Delete it, or give it another name, first"
                .formatted(how, create.policyArn()))
        : Optional.empty();
  }

  Target<Seen> made(Change.CreatePolicy create) {
    return target(
        create,
        seen -> {
          if (seen.document().isEmpty()) {
            return new Standing.AsPlanned();
          }
          return PolicyMeaning.same(seen.document().getFirst(), create.document())
              ? new Standing.Reached()
              : new Standing.Different("another policy has this name");
        },
        _ -> iam.createPolicy(create.name(), create.document()));
  }

  Target<Seen> unmade(Change.CreatePolicy create) {
    return target(
        create,
        seen -> {
          if (seen.document().isEmpty()) {
            return new Standing.Reached();
          }
          if (!PolicyMeaning.same(seen.document().getFirst(), create.document())) {
            return new Standing.Different("it says something else now");
          }
          return seen.holders().isEmpty()
              ? new Standing.AsPlanned()
              : new Standing.Different("others have it, too: " + String.join(", ", seen.holders()));
        },
        _ -> iam.deletePolicy(create.policyArn()));
  }

  private Target<Seen> target(
      Change.CreatePolicy create,
      Function<Seen, Standing> standing,
      Function<Seen, Answer<?>> send) {
    return new Target<>(
        "managed policy `" + create.name() + "`",
        () -> look(create.policyArn()),
        seen ->
            Map.of(
                "document",
                seen.document().isEmpty()
                    ? "not there"
                    : PolicyMeaning.digest(seen.document().getFirst())),
        standing,
        send);
  }

  private Answer<Seen> look(String arn) {
    return switch (iam.managedPolicy(arn)) {
      case Answer.Refused<Iam.Managed> refused
          when refused.error().code().startsWith("NoSuchEntity") ->
          new Answer.Succeeded<>(new Seen(List.of(), List.of()), "");
      case Answer.Succeeded<Iam.Managed>(var policy, var _) ->
          iam.attachments(arn).map(holders -> new Seen(List.of(policy.document()), holders));
      case Answer.Refused<Iam.Managed>(var operation, var error, var text) ->
          new Answer.Refused<>(operation, error, text);
      case Answer.Unreachable<Iam.Managed>(var operation, var stage, var host, var why) ->
          new Answer.Unreachable<>(operation, stage, host, why);
    };
  }
}
