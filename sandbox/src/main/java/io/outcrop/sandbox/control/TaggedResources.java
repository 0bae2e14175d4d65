package io.outcrop.sandbox.control;

import io.outcrop.aws.Arn;
import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.realm.BedrockRegion;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Permitted;
import io.outcrop.sandbox.visit.Visit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Tags of application inference profiles and guardrails.
final class TaggedResources {
  private static final String ARN = "resourceARN";

  private TaggedResources() {}

  static void addTo(Map<String, Operation> operations) {
    operations.put("TagResource", TaggedResources::tag);
    operations.put("UntagResource", TaggedResources::untag);
    operations.put("ListTagsForResource", TaggedResources::list);
  }

  private static Reply tag(Visit visit) {
    var added = Tags.given(visit);
    return permitted(
        visit,
        "bedrock:TagResource",
        Tags.requested(added),
        added.keySet(),
        tags -> {
          var changed = Tags.with(tags, added);
          return Tags.tooMany(changed)
              .<Reply>map(fault -> fault)
              .orElseGet(() -> change(visit, changed));
        });
  }

  private static Reply untag(Visit visit) {
    List<String> keys =
        visit.call().input().list("tagKeys").stream()
            .flatMap(key -> key.asText().stream())
            .toList();
    return permitted(
        visit,
        "bedrock:UntagResource",
        Map.of(),
        keys,
        tags -> change(visit, Tags.without(tags, keys)));
  }

  private static Reply list(Visit visit) {
    return permitted(
        visit,
        "bedrock:ListTagsForResource",
        Map.of(),
        List.of(),
        tags -> new Reply.Output(Json.object().with("tags", Tags.shown(tags))));
  }

  /// What is done with the tags that a resource has.
  @FunctionalInterface
  private interface Use {
    Reply of(Map<String, String> tags);
  }

  private static Reply permitted(
      Visit visit, String action, Map<String, String> asked, Collection<String> keys, Use use) {
    var tags = ResourceTags.of(visit, visit.required(ARN));
    var context = new TreeMap<>(asked);
    tags.ifPresent(known -> context.putAll(Tags.attached(known)));
    return Permitted.to(
        visit,
        new Guard.Wish(action, visit.required(ARN), context).withTagKeys(keys),
        () -> tags.map(use::of).orElseGet(() -> missing(visit)));
  }

  private static Reply missing(Visit visit) {
    return Faults.said(
        404,
        "ResourceNotFoundException",
        "The resource " + visit.required(ARN) + " was not found.");
  }

  private static Reply change(Visit visit, Map<String, String> tags) {
    var id = ResourceTags.parsed(visit, visit.required(ARN)).map(Arn::resourceId).orElse("");
    visit.change(account ->
        account.with(standing -> standing.in(visit.region(), here -> tagged(here, id, tags))));
    return new Reply.Output(Json.object());
  }

  private static BedrockRegion tagged(BedrockRegion here, String id, Map<String, String> tags) {
    return here.profile(id)
        .map(profile -> here.with(profile.withTags(tags)))
        .or(() -> here.guardrail(id).map(guardrail -> here.with(guardrail.withTags(tags))))
        .orElse(here);
  }
}
