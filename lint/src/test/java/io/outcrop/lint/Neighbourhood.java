package io.outcrop.lint;

import io.outcrop.aws.Principal;
import io.outcrop.iam.Authorizer;
import io.outcrop.iam.policy.PolicyDocument;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.policy.Statement.Principals;
import io.outcrop.iam.reference.ServiceReference;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.request.RequestContext;
import io.outcrop.json.Json;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// Requests near to what two documents speak of: their own actions, resources and keys, met, missed
/// and left out. Only actions that exist are asked for: there are no requests for others.
final class Neighbourhood {
  private static final int REQUESTS = 150;
  private static final String ACCOUNT = "111122223333";
  private final Random random;
  private final List<String> actions;
  private final List<String> resources;
  private final Map<String, Set<String>> contexts = new LinkedHashMap<>();

  Neighbourhood(long seed, ServiceReference reference, List<PolicyDocument> documents) {
    this.random = new Random(seed);
    var named = new LinkedHashSet<>(List.of("s3:GetObject", "bedrock:InvokeModel", "iam:GetRole"));
    var targets = new LinkedHashSet<>(List.of("*", "arn:aws:s3:::unrelated/key"));
    for (var document : documents) {
      for (var statement : document.statements()) {
        statement.actions().values().forEach(one -> around(one.text(), named));
        statement.resources().values().forEach(one -> around(one.text(), targets));
        statement
            .conditions()
            .forEach(condition -> {
              var values =
                  contexts.computeIfAbsent(
                      condition.key(), _ -> new LinkedHashSet<>(List.of("other", "true", "false")));
              condition.values().forEach(value -> around(value.text(), values));
            });
      }
    }
    this.actions = named.stream().filter(one -> reference.action(one).isPresent()).toList();
    this.resources = List.copyOf(targets);
  }

  static Optional<PolicyDocument> document(Json source, PolicyKind kind) {
    return switch (PolicyParser.parse(source, kind)) {
      case PolicyParsing.Parsed(var document) -> Optional.of(document);
      case PolicyParsing.Rejected _ -> Optional.empty();
    };
  }

  /// A request that the two documents decide differently.
  Optional<String> difference(PolicyDocument before, PolicyDocument after) {
    var first = Authorizer.prepare(layers(before));
    var second = Authorizer.prepare(layers(after));
    for (var i = 0; i < REQUESTS; i++) {
      var request = request();
      var left = first.decide(request).outcome();
      var right = second.decide(request).outcome();
      if (left != right) {
        return Optional.of(request + ": " + left + " before, " + right + " after");
      }
    }
    return Optional.empty();
  }

  private static PolicyLayers layers(PolicyDocument document) {
    var layer = new Layer.Known(List.of(new NamedPolicy("own", "", "here", document)));
    var none = new PolicyLayers.Organization.None();
    var absent = new Layer.Absent();
    var onResource =
        document.statements().stream()
            .anyMatch(one -> !(one.principals() instanceof Principals.Unstated));
    return onResource
        ? new PolicyLayers(new Layer.Known(List.of()), absent, absent, none, none, layer, absent)
        : new PolicyLayers(layer, absent, absent, none, none, absent, absent);
  }

  private AuthorizationRequest request() {
    var context = RequestContext.empty();
    for (var entry : contexts.entrySet()) {
      if (random.nextInt(4) > 0) {
        context = context.with(entry.getKey(), pick(List.copyOf(entry.getValue())));
      }
    }
    return new AuthorizationRequest(
        Principal.parse("arn:aws:iam::" + ACCOUNT + ":user/alice").orElseThrow(),
        pick(actions),
        pick(resources),
        ACCOUNT,
        context);
  }

  private String pick(List<String> all) {
    return all.get(random.nextInt(all.size()));
  }

  private static void around(String pattern, Set<String> all) {
    all.add(pattern.replace("*", "").replace("?", "x"));
    all.add(pattern.replace("*", "x").replace("?", "y"));
    all.add(pattern.replace("*", "abc/def").replace("?", "y"));
    all.add(pattern.replace("*", "z") + "z");
  }
}
