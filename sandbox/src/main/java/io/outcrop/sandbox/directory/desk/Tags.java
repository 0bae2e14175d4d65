package io.outcrop.sandbox.directory.desk;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.visit.Pages;
import io.outcrop.sandbox.visit.Visit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Tags that calls bring. Keys differ only by more than case. Source: IAM User Guide, "Tags for IAM
/// resources", read 2026-11.
public final class Tags {
  private static final int LONGEST_KEY = 128;
  private static final int LONGEST_VALUE = 256;
  private static final String TOO_MANY = "The number of tags has reached the maximum limit.";

  private Tags() {}

  /// The tags of the call, in order.
  public static Map<String, String> of(Visit visit) {
    var tags = new LinkedHashMap<String, String>();
    for (var entry : visit.call().input().list("Tags")) {
      if (entry instanceof Json.Obj tag) {
        tags.put(tag.text("Key").orElse(""), tag.text("Value").orElse(""));
      }
    }
    return tags;
  }

  /// The condition keys that `action` finds of the tags of the identity that it is about. Source:
  /// Service Authorization Reference, "AWS Security Token Service", resource type role; IAM User
  /// Guide, "IAM tutorial: Define permissions to access AWS resources based on tags", which assumes
  /// roles by `iam:ResourceTag`; read 2026-11.
  public static Map<String, String> ofResource(String action, Map<String, String> tags) {
    var keys = new LinkedHashMap<String, String>();
    tags.forEach((key, value) -> {
      keys.put("aws:ResourceTag/" + key, value);
      if (action.startsWith("iam:") || action.startsWith("sts:")) {
        keys.put("iam:ResourceTag/" + key, value);
      }
    });
    return keys;
  }

  /// The tag keys of the call.
  public static Set<String> keys(Visit visit) {
    var keys = new LinkedHashSet<String>();
    visit.call().input().list("TagKeys").forEach(key -> key.asText().ifPresent(keys::add));
    return keys;
  }

  /// What is wrong with the tags of the call.
  public static Optional<Reply.Fault> wrong(Visit visit) {
    var seen = new LinkedHashSet<String>();
    var given = visit.call().input().list("Tags");
    for (var i = 0; i < given.size(); i++) {
      var tag = given.get(i) instanceof Json.Obj object ? object : Json.object();
      var key = tag.text("Key").orElse("");
      var value = tag.text("Value").orElse("");
      var member = "tags." + (i + 1) + ".member.";
      var tooLong =
          Names.length(member + "key", key, LONGEST_KEY)
              .or(() -> Names.length(member + "value", value, LONGEST_VALUE));
      if (tooLong.isPresent()) {
        return tooLong;
      }
      if (key.toLowerCase(Locale.ROOT).startsWith("aws:")) {
        return Optional.of(
            Refusals.invalidInput("Caller is an end user and not allowed to mutate system tags"));
      }
      if (!seen.add(key.toLowerCase(Locale.ROOT))) {
        return Optional.of(
            Refusals.invalidInput(
                "Duplicate tag keys found. Please note that Tag keys are case insensitive."));
      }
    }
    return given.size() > Quotas.of("TagsPerResource")
        ? Optional.of(Refusals.limit(TOO_MANY))
        : Optional.empty();
  }

  /// `old` with `added` over it; refused if there are too many.
  public static Optional<Map<String, String>> merged(
      Map<String, String> old, Map<String, String> added) {
    var merged = without(old, added.keySet());
    merged.putAll(added);
    return merged.size() > Quotas.of("TagsPerResource") ? Optional.empty() : Optional.of(merged);
  }

  /// IAM's refusal of more tags than a resource may have.
  public static Reply.Fault tooMany() {
    return Refusals.limit(TOO_MANY);
  }

  /// `tags` without `keys`, in whatever case.
  public static Map<String, String> without(Map<String, String> tags, Set<String> keys) {
    var left = new LinkedHashMap<>(tags);
    for (var key : keys) {
      left.keySet().removeIf(key::equalsIgnoreCase);
    }
    return left;
  }

  /// Tags as IAM shows them with a resource; nothing for none.
  public static Optional<Json> shown(Map<String, String> tags) {
    return tags.isEmpty() ? Optional.empty() : Optional.of(list(tags));
  }

  /// A page of tags, sorted by key. Source: IAM API Reference, "ListUserTags" and its like.
  public static Reply page(Visit visit, Map<String, String> tags) {
    return Pages.reply(
        visit,
        "Tags",
        List.copyOf(new TreeMap<>(tags).entrySet()),
        Map.Entry::getKey,
        tag -> Output.of("Key", tag.getKey(), "Value", tag.getValue()));
  }

  /// Tags as IAM lists them.
  public static Json list(Map<String, String> tags) {
    List<Json> shown = new ArrayList<>();
    tags.forEach((key, value) -> shown.add(Output.of("Key", key, "Value", value)));
    return Json.array(shown);
  }
}
