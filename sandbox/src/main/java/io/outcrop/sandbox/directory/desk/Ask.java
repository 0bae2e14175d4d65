package io.outcrop.sandbox.directory.desk;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.visit.Visit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One question to the guard: may the caller do this to that, with these keys? The action is the
/// operation's own unless another is named. Not safe for several threads.
///
/// IAM's sentences name many resources by kind and name (`role x`) where policies see the ARN.
/// Source: denials as they are answered, seen in public reports of 2023 to 2026.
public final class Ask {
  private final Visit visit;
  private final String resource;
  private final Map<String, String> keys = new LinkedHashMap<>();
  private final Map<String, List<String>> lists = new LinkedHashMap<>();
  private String action;
  private String shown;

  private Ask(Visit visit, String resource) {
    this.visit = visit;
    this.resource = resource;
    this.shown = resource;
    this.action = visit.call().service() + ":" + visit.call().operation();
  }

  /// About the resource with this ARN, or `*`.
  public static Ask of(Visit visit, String resource) {
    return new Ask(visit, resource);
  }

  /// For another action than the operation's own.
  public Ask to(String other) {
    action = other;
    return this;
  }

  /// With the resource as AWS's sentence names it.
  public Ask shownAs(String words) {
    shown = words;
    return this;
  }

  /// With a condition key; none if `value` is empty.
  public Ask with(String key, String value) {
    if (!value.isEmpty()) {
      keys.put(key, value);
    }
    return this;
  }

  /// With tags that the call brings.
  public Ask requesting(Map<String, String> tags) {
    tags.forEach((key, value) -> keys.put("aws:RequestTag/" + key, value));
    return requesting(tags.keySet());
  }

  /// With tag keys that the call brings.
  public Ask requesting(Set<String> tagKeys) {
    if (!tagKeys.isEmpty()) {
      lists.put("aws:TagKeys", List.copyOf(tagKeys));
    }
    return this;
  }

  /// With the tags that the resource has.
  public Ask about(Map<String, String> tags) {
    keys.putAll(Tags.ofResource(action, tags));
    return this;
  }

  /// What is asked, for the guard.
  public Guard.Wish wish() {
    return new Guard.Wish(action, resource, keys, lists);
  }

  /// AWS's refusal, if some layer does not let it pass.
  public Optional<Reply.Fault> refused() {
    return visit.denied(wish()).map(this::inWords);
  }

  private Reply.Fault inWords(Reply.Fault fault) {
    var named = "perform: " + action + " on resource: " + resource;
    var said = fault.message().contains(named) ? named : "perform: " + action;
    return new Reply.Fault(
        fault.status(),
        fault.code(),
        fault.message().replace(said, "perform: " + action + " on resource: " + shown),
        fault.fromFrontDoor());
  }
}
