package io.outcrop.sandbox.control;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Visit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tags as calls bring and see them.
final class Tags {
  private static final int MOST = 50;

  private Tags() {}

  /// The tags that a call brings, by key.
  static Map<String, String> given(Visit visit) {
    var tags = new LinkedHashMap<String, String>();
    for (var tag : visit.call().input().list("tags")) {
      if (tag instanceof Json.Obj object) {
        tags.put(object.text("key").orElse(""), object.text("value").orElse(""));
      }
    }
    return tags;
  }

  /// The condition keys of tags that a call brings, but for the list of their keys.
  static Map<String, String> requested(Map<String, String> tags) {
    var context = new LinkedHashMap<String, String>();
    tags.forEach((key, value) -> context.put("aws:RequestTag/" + key, value));
    return context;
  }

  /// The condition keys of tags that a resource has.
  static Map<String, String> attached(Map<String, String> tags) {
    var context = new LinkedHashMap<String, String>();
    tags.forEach((key, value) -> context.put("aws:ResourceTag/" + key, value));
    return context;
  }

  /// Tags as they are listed.
  static Json shown(Map<String, String> tags) {
    var shown = new ArrayList<Json>();
    tags.forEach((key, value) ->
        shown.add(Json.object().with("key", Json.of(key)).with("value", Json.of(value))));
    return Json.array(shown);
  }

  /// `tags` with `added`.
  static Map<String, String> with(Map<String, String> tags, Map<String, String> added) {
    var changed = new LinkedHashMap<>(tags);
    changed.putAll(added);
    return changed;
  }

  /// `tags` without those of `keys`.
  static Map<String, String> without(Map<String, String> tags, List<String> keys) {
    var changed = new LinkedHashMap<>(tags);
    keys.forEach(changed::remove);
    return changed;
  }

  /// The refusal of too many.
  static Optional<Reply.Fault> tooMany(Map<String, String> tags) {
    return tags.size() <= MOST
        ? Optional.empty()
        : Optional.of(
            Faults.said(
                400,
                "TooManyTagsException",
                "The number of tags on the resource exceeds the limit of " + MOST + "."));
  }
}
