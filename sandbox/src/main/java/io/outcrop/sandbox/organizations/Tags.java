package io.outcrop.sandbox.organizations;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.organizations.Organizations.Work;
import io.outcrop.sandbox.realm.Organization;
import io.outcrop.sandbox.visit.Pages;
import io.outcrop.sandbox.visit.Visit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tags of accounts, units, the root and policies.
final class Tags {
  private Tags() {}

  static void addTo(Map<String, Work> works) {
    works.put("TagResource", Tags::tag);
    works.put("UntagResource", Tags::untag);
    works.put("ListTagsForResource", Tags::list);
  }

  /// The tags that a call brings, by key.
  static Map<String, String> requested(Visit visit) {
    var tags = new LinkedHashMap<String, String>();
    for (var entry : visit.call().input().list("Tags")) {
      if (entry instanceof Json.Obj tag) {
        tag.text("Key").ifPresent(key -> tags.put(key, tag.text("Value").orElse("")));
      }
    }
    return tags;
  }

  /// The refusal of a call that brings one key twice.
  static Optional<Reply.Fault> twice(Visit visit) {
    var keys =
        visit.call().input().list("Tags").stream()
            .flatMap(entry ->
                entry instanceof Json.Obj tag
                    ? tag.text("Key").stream()
                    : Optional.<String>empty().stream())
            .toList();
    return Set.copyOf(keys).size() < keys.size()
        ? Optional.of(OrganizationFacts.invalid("DUPLICATE_TAG_KEY"))
        : Optional.empty();
  }

  private static Reply tag(Visit visit, Organization organization) {
    return changed(visit, organization, tags -> tags.putAll(requested(visit)));
  }

  private static Reply untag(Visit visit, Organization organization) {
    return changed(
        visit, organization, tags -> tags.keySet().removeAll(Leave.texts(visit, "TagKeys")));
  }

  @FunctionalInterface
  private interface Change {
    void apply(Map<String, String> tags);
  }

  private static Reply changed(Visit visit, Organization organization, Change change) {
    var id = visit.required("ResourceId");
    if (!exists(organization, id)) {
      return OrganizationFacts.fault("TargetNotFoundException");
    }
    var tags = new LinkedHashMap<>(organization.office().tags().getOrDefault(id, Map.of()));
    change.apply(tags);
    if (tags.size() > OrganizationFacts.limit("tags")) {
      return OrganizationFacts.violated("MAX_TAG_LIMIT_EXCEEDED");
    }
    Organizations.commit(visit, organization.with(organization.office().withTags(id, tags)));
    return new Reply.Output(Json.object());
  }

  private static boolean exists(Organization organization, String id) {
    return organization.nodes().containsKey(id) || organization.policies().containsKey(id);
  }

  private static Reply list(Visit visit, Organization organization) {
    var id = visit.required("ResourceId");
    if (!exists(organization, id)) {
      return OrganizationFacts.fault("TargetNotFoundException");
    }
    var tags = List.copyOf(organization.office().tags().getOrDefault(id, Map.of()).entrySet());
    return Pages.reply(
        visit,
        "Tags",
        tags,
        Map.Entry::getKey,
        tag ->
            Json.object()
                .with("Key", Json.of(tag.getKey()))
                .with("Value", Json.of(tag.getValue())));
  }
}
