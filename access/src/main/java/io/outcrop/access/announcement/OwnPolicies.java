package io.outcrop.access.announcement;

import io.outcrop.access.announcement.Announcement.OwnPolicy;
import io.outcrop.access.announcement.CallTable.Row;
import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Puts the least policies together that let the doctor look, one for each who signs.
final class OwnPolicies {
  private final Map<String, Map<Topic, Set<String>>> bySigner = new LinkedHashMap<>();

  /// What one statement is about.
  private record Topic(String stage, List<String> resources) implements Comparable<Topic> {
    @Override
    public int compareTo(Topic other) {
      return (stage + resources).compareTo(other.stage + other.resources);
    }
  }

  void add(Row row, RunFacts facts) {
    if (row.actions().isEmpty()) {
      return;
    }
    var resources =
        row.resources().stream().flatMap(one -> resources(one, facts)).distinct().toList();
    bySigner
        .computeIfAbsent(facts.signer(row.by()), _ -> new TreeMap<>())
        .computeIfAbsent(new Topic(row.stage(), resources), _ -> new TreeSet<>())
        .addAll(row.actions());
  }

  List<OwnPolicy> all() {
    return bySigner.entrySet().stream()
        .map(entry -> new OwnPolicy(entry.getKey(), document(entry.getValue())))
        .toList();
  }

  /// A user's own name stands in a policy as a variable: one policy then serves all of them.
  private static Stream<String> resources(String placeholder, RunFacts facts) {
    return switch (placeholder) {
      case "${user}" ->
          facts.readsForOthers()
              ? Stream.of(facts.iamArn("user/*"))
              : Stream.of(
                  facts.iamArn("user/${aws:username}"), facts.iamArn("user/*/${aws:username}"));
      case "${any-user}" -> Stream.of(facts.iamArn("user/*"));
      case "${groups}" -> Stream.of(facts.iamArn("group/*"));
      case "${policies}" -> Stream.of(facts.iamArn("policy/*"));
      case "${caller-role}" ->
          Stream.of(
              facts.role().isEmpty() || facts.handsOn() ? facts.iamArn("role/*") : facts.role());
      case "${role}" -> Stream.of(facts.role());
      case "${function}" -> Stream.of(facts.function());
      case "${profile-role}" -> Stream.of(facts.profileRole());
      default -> Stream.of(placeholder);
    };
  }

  private static Json.Obj document(Map<Topic, Set<String>> topics) {
    var statements = new ArrayList<Json>();
    var counts = new TreeMap<String, Integer>();
    topics.forEach((topic, actions) -> {
      var name = "Doctor" + capitalised(topic.stage());
      var number = counts.merge(name, 1, Integer::sum);
      statements.add(
          Json.object()
              .with("Sid", Json.of(number == 1 ? name : name + "No" + number))
              .with("Effect", Json.of("Allow"))
              .with("Action", Json.ofTexts(actions))
              .with("Resource", Json.ofTexts(topic.resources())));
    });
    return Json.object()
        .with("Version", Json.of("2012-10-17"))
        .with("Statement", Json.array(statements));
  }

  private static String capitalised(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
