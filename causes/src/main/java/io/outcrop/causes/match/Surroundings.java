package io.outcrop.causes.match;

import io.outcrop.aws.Arn;
import io.outcrop.causes.signal.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Adds what stands around an error and decides between causes that AWS says in one sentence:
///
/// - `sources`, `profile-and-keys`: a profile and an access key are both set;
/// - `principal-is`, `another`: who was refused is not the role or user that the text names
///   besides;
/// - `colons`, `some`: ids with a colon were sent, and ids without;
/// - `refused-model`, `not-configured`: the model that AWS refused by its id is of another name
///   than the one that the text configures.
final class Surroundings {
  /// What this adds.
  static final List<String> KINDS = List.of("sources", "principal-is", "colons", "refused-model");

  private static final Pattern IDENTITY = Pattern.compile("(?:role|user|assumed-role)/.+");

  /// The words of a model's name by which people tell models apart.
  private static final Pattern NAME =
      Pattern.compile(
          "haiku|sonnet|opus|fable|mythos|instant|nova-[a-z]+|titan-[a-z]+|llama|mistral|command|deepseek|gpt-oss");

  private Surroundings() {}

  static void addTo(Scope scope) {
    sources(scope);
    principal(scope);
    colons(scope);
    refusedModel(scope);
  }

  private static void sources(Scope scope) {
    var keys = scope.find("assigned", List.of("AWS_ACCESS_KEY_ID"));
    var profile = scope.find("assigned", List.of("AWS_PROFILE", "AWS_DEFAULT_PROFILE"));
    if (keys.isPresent() && profile.isPresent()) {
      scope.add("sources", "profile-and-keys", profile.get().span());
    }
  }

  private static void principal(Scope scope) {
    var refused = scope.first("principal");
    var who = refused.flatMap(signal -> name(signal.value()));
    if (refused.isEmpty() || who.isEmpty()) {
      return;
    }
    for (var arn : scope.all("arn")) {
      var named = name(arn.value());
      if (named.isPresent() && !named.equals(who) && !arn.span().overlaps(refused.get().span())) {
        scope.add("principal-is", "another", arn.span());
      }
    }
  }

  /// The name of the role or user that an ARN of IAM or STS is about.
  private static Optional<String> name(String written) {
    var arn = Arn.parse(written);
    if (arn.isEmpty()
        || !Set.of("iam", "sts").contains(arn.get().service())
        || !IDENTITY.matcher(arn.get().resource()).matches()) {
      return Optional.empty();
    }
    var parts = List.of(arn.get().resource().split("/", -1));
    var name = parts.getFirst().equals("assumed-role") ? parts.get(1) : parts.getLast();
    return Optional.of(name.toLowerCase(Locale.ROOT));
  }

  private static void colons(Scope scope) {
    var with = scope.find("model", List.of("*:*"));
    var without = scope.all("model").stream().anyMatch(model -> isOfBedrock(model.value()));
    if (with.isPresent() && without) {
      scope.add("colons", "some", with.get().span());
    }
  }

  private static boolean isOfBedrock(String id) {
    return !id.contains(":") && id.contains(".") && !id.startsWith("claude");
  }

  private static void refusedModel(Scope scope) {
    var refused = scope.first("refused-id");
    if (refused.isEmpty()) {
      return;
    }
    var name = NAME.matcher(refused.get().value());
    var others = new HashSet<String>();
    for (var model : scope.all("model")) {
      var other = NAME.matcher(model.value());
      if (!model.value().equals(refused.get().value()) && other.find()) {
        others.add(other.group());
      }
    }
    if (name.find() && !others.isEmpty() && !others.contains(name.group())) {
      scope.add("refused-model", "not-configured", Span.NONE);
    }
  }
}
