package io.outcrop.access.apply;

import io.outcrop.access.change.Change;
import io.outcrop.access.cure.PolicyText;
import io.outcrop.access.meaning.PolicyMeaning;
import io.outcrop.access.meaning.ThreeWay;
import io.outcrop.aws.AwsError;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.call.Iam;
import io.outcrop.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Versions of customer managed policies.
final class ManagedTargets {
  /// How many versions a managed policy may have. Source: IAM User Guide, "IAM and AWS STS quotas",
  /// read 2026-11.
  private static final int MAX_VERSIONS = 5;

  private static final String FULL =
      "the policy already has %d versions: delete one that nobody needs, then try again"
          .formatted(MAX_VERSIONS);

  private final Iam iam;

  ManagedTargets(Iam iam) {
    this.iam = iam;
  }

  /// What a look sees.
  ///
  /// @param versions ids, newest first
  /// @param holders who has the policy
  record Seen(Iam.Managed policy, List<String> versions, List<String> holders) {}

  /// The default version and all versions that there are, as `v3 of v1,v2,v3`; empty if they cannot
  /// be read. AWS never uses a number again, so that a version which is not among them is newer.
  String undoData(String arn) {
    return look(arn) instanceof Answer.Succeeded<Seen>(var seen, var _)
        ? seen.policy().versionId() + " of " + String.join(",", seen.versions())
        : "";
  }

  /// What keeps everybody from making the change; nothing where nothing is known to.
  Optional<String> obstacle(Change.ReplaceManagedPolicy replace) {
    var size = PolicyText.size(replace.after());
    if (size > PolicyText.MOST_MANAGED) {
      return Optional.of(
          "the policy would have %,d characters, and %,d are the most: shorten it first"
              .formatted(size, PolicyText.MOST_MANAGED));
    }
    return iam.policyVersions(replace.policyArn())
                instanceof Answer.Succeeded<List<String>>(var versions, var _)
            && versions.size() >= MAX_VERSIONS
        ? Optional.of(FULL)
        : Optional.empty();
  }

  Target<Seen> forward(Change.ReplaceManagedPolicy replace) {
    return target(
        replace.policyArn(),
        seen -> {
          if (PolicyMeaning.same(seen.policy().document(), replace.after())) {
            return new Standing.Reached();
          }
          return PolicyMeaning.same(seen.policy().document(), replace.before())
              ? new Standing.AsPlanned()
              : new Standing.Different(
                  "its default version is " + seen.policy().versionId() + ", which says otherwise");
        },
        seen -> newVersion(replace.policyArn(), seen.versions(), replace.after()));
  }

  /// Makes the old version the default again and removes the new one. Where somebody else has made
  /// a version since, ours is taken out of theirs.
  ///
  /// @param undoData what [#undoData] said before it was made
  Target<Seen> backward(Change.ReplaceManagedPolicy replace, String undoData) {
    var merge = new ThreeWay(List.of(replace.before()), List.of(replace.after()));
    return target(
        replace.policyArn(),
        seen -> {
          var standing = InlineTargets.standing(merge.from(List.of(seen.policy().document())));
          return standing instanceof Standing.Reached && !ours(replace, undoData, seen).isEmpty()
              ? new Standing.AsPlanned()
              : standing;
        },
        seen -> restore(replace, undoData, merge, seen));
  }

  private Answer<?> restore(
      Change.ReplaceManagedPolicy replace, String undoData, ThreeWay merge, Seen seen) {
    var arn = replace.policyArn();
    var old = undoData.split(" ", -1)[0];
    var outcome = merge.from(List.of(seen.policy().document()));
    if (outcome instanceof ThreeWay.Outcome.Write(var document, var _)) {
      var exact = PolicyMeaning.same(document.getFirst(), replace.before());
      var written =
          exact && seen.versions().contains(old)
              ? iam.setDefaultVersion(arn, old)
              : newVersion(arn, seen.versions(), document.getFirst());
      if (!(written instanceof Answer.Succeeded<Boolean>)) {
        return written;
      }
    }
    Answer<?> last = new Answer.Succeeded<>(true, "");
    for (var ours : ours(replace, undoData, seen)) {
      last = iam.deleteVersion(arn, ours);
      if (!(last instanceof Answer.Succeeded<?>)) {
        return last;
      }
    }
    return last;
  }

  /// The versions that the change made: none of those before, and saying what it says. One that is
  /// somebody else's default by now is theirs.
  private List<String> ours(Change.ReplaceManagedPolicy replace, String undoData, Seen seen) {
    var words = undoData.split(" ", -1);
    var before = words.length == 3 ? List.of(words[2].split(",", -1)) : List.<String>of();
    return seen.versions().stream()
        .filter(id -> words.length == 3 ? !before.contains(id) : id.equals(words[words.length - 1]))
        .filter(id -> says(replace.policyArn(), id, seen, replace.after()))
        .toList();
  }

  private boolean says(String arn, String id, Seen seen, Json.Obj document) {
    if (id.equals(seen.policy().versionId())) {
      return PolicyMeaning.same(seen.policy().document(), document);
    }
    return iam.policyVersion(arn, id) instanceof Answer.Succeeded<Json.Obj>(var text, var _)
        && PolicyMeaning.same(text, document);
  }

  private Answer<Boolean> newVersion(String arn, List<String> versions, Json.Obj document) {
    return versions.size() >= MAX_VERSIONS
        ? new Answer.Refused<>(
            "iam:CreatePolicyVersion", new AwsError(409, "LimitExceeded", FULL, ""), "")
        : iam.createDefaultVersion(arn, document).map(_ -> true);
  }

  private Target<Seen> target(
      String arn, Function<Seen, Standing> standing, Function<Seen, Answer<?>> send) {
    return new Target<>(
        "managed policy `" + arn.substring(arn.lastIndexOf('/') + 1) + "`",
        () -> look(arn),
        ManagedTargets::facts,
        standing,
        send);
  }

  private Answer<Seen> look(String arn) {
    return switch (iam.managedPolicy(arn)) {
      case Answer.Succeeded<Iam.Managed>(var policy, var _) ->
          iam.policyVersions(arn).map(versions -> new Seen(policy, versions, holders(arn)));
      case Answer.Refused<Iam.Managed>(var operation, var error, var text) ->
          new Answer.Refused<>(operation, error, text);
      case Answer.Unreachable<Iam.Managed>(var operation, var stage, var host, var why) ->
          new Answer.Unreachable<>(operation, stage, host, why);
    };
  }

  private List<String> holders(String arn) {
    return iam.attachments(arn) instanceof Answer.Succeeded<List<String>>(var holders, var _)
        ? holders
        : List.of();
  }

  private static Map<String, String> facts(Seen seen) {
    return Map.of(
        "document", PolicyMeaning.digest(seen.policy().document()),
        "default version", seen.policy().versionId(),
        "attached to", String.join(", ", seen.holders()));
  }
}
