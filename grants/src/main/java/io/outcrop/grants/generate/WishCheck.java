package io.outcrop.grants.generate;

import io.outcrop.aws.Arn;
import io.outcrop.aws.Partition;
import io.outcrop.grants.document.NamedDocument;
import io.outcrop.grants.generate.PolicyWish.Ability;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Says what is wrong with a wish by itself, before any model is looked up.
final class WishCheck {
  private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
  private static final Pattern REGION = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-\\d{1,2}");
  private static final Pattern PROJECT = Pattern.compile("default|proj_[a-zA-Z0-9]+");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]+");
  private final PolicyWish wish;
  private final Draft draft;

  WishCheck(PolicyWish wish, Draft draft) {
    this.wish = wish;
    this.draft = draft;
  }

  void run() {
    account();
    regions();
    content();
    var projects = wish.owned().mantleProjects();
    for (var i = 0; i < projects.size(); i++) {
      if (!PROJECT.matcher(projects.get(i)).matches()) {
        draft.problem(
            "/mantleProjects/" + i,
            "`" + projects.get(i) + "` is no id of a project",
            "`default`, or an id like `proj_abc123`");
      }
    }
  }

  private void account() {
    if (wish.account().equals(NamedDocument.ACCOUNT)) {
      draft.note(
          "nobody has named the account: put its twelve digits in the place of `"
              + NamedDocument.ACCOUNT
              + "`");
    } else if (!ACCOUNT.matcher(wish.account()).matches()) {
      draft.problem(
          "/account",
          "`" + wish.account() + "` is no account id",
          "the twelve digits of the account, without wildcards");
    }
  }

  private void regions() {
    if (wish.regions().isEmpty()) {
      draft.problem("/regions", "no region is named", "the regions that are called");
    }
    for (var i = 0; i < wish.regions().size(); i++) {
      var region = wish.regions().get(i);
      if (!REGION.matcher(region).matches()) {
        draft.problem("/regions/" + i, "`" + region + "` is no region", "a name like `us-east-1`");
      } else if (Partition.ofRegion(region) != partition()) {
        draft.problem(
            "/regions/" + i,
            "`%s` is in partition `%s`, `%s` in `%s`"
                .formatted(
                    region,
                    Partition.ofRegion(region).id(),
                    wish.regions().getFirst(),
                    partition().id()),
            "an account lives in one partition: make a policy for each");
      }
    }
  }

  private void content() {
    var abilities = wish.abilities();
    var owned = wish.owned();
    if (abilities.isEmpty()) {
      draft.problem("/abilities", "nothing is to be done", "plain calls, streaming calls, or else");
    }
    var needsModels = abilities.stream().anyMatch(WishCheck::isAboutModels);
    if (wish.models().isEmpty()
        && owned.applicationProfiles().isEmpty()
        && owned.provisioned().isEmpty()
        && needsModels) {
      draft.problem("/models", "no model is named", "`outcrop models` lists them");
    }
    if (!wish.routes().isEmpty() && wish.models().isEmpty()) {
      draft.problem("/routes", "routes are named, but no model", "name a model");
    }
  }

  private static boolean isAboutModels(Ability ability) {
    return switch (ability) {
      case PLAIN, STREAM, COUNT_TOKENS, MANTLE, FIRST_USE -> true;
      case CATALOGUE, USE_CASE_FORM -> false;
    };
  }

  Partition partition() {
    return Partition.ofRegion(wish.regions().isEmpty() ? "" : wish.regions().getFirst());
  }

  /// `text` as the ARN of a resource `type` of Bedrock in this wish's account and partition; says
  /// what is wrong if it is none.
  Optional<Arn> arn(String place, String text, String type) {
    var arn =
        Arn.parse(text)
            .filter(one -> one.service().equals("bedrock"))
            .filter(one -> one.resourceType().equals(type))
            .filter(one -> REGION.matcher(one.region()).matches())
            .filter(one ->
                ACCOUNT.matcher(one.account()).matches()
                    || one.account().equals(NamedDocument.ACCOUNT))
            .filter(one -> ID.matcher(one.resourceId()).matches());
    if (arn.isEmpty()) {
      draft.problem(
          place,
          "`" + text + "` is no ARN of a resource `" + type + "`",
          "an ARN like `arn:aws:bedrock:us-east-1:111122223333:" + type + "/abc123`");
      return arn;
    }
    var found = arn.get();
    if (!found.partition().equals(partition().id())
        || Partition.ofRegion(found.region()) != partition()) {
      draft.problem(
          place,
          "`" + text + "` is not in partition `" + partition().id() + "`",
          "an account lives in one partition: make a policy for each");
      return Optional.empty();
    }
    if (!List.of(wish.account(), NamedDocument.ACCOUNT).contains(found.account())
        && !wish.account().equals(NamedDocument.ACCOUNT)) {
      draft.problem(
          place,
          "`%s` belongs to account %s, the wish is for account %s"
              .formatted(text, found.account(), wish.account()),
          "name a resource of account " + wish.account());
      return Optional.empty();
    }
    return arn;
  }
}
