package io.outcrop.iam.edit;

import io.outcrop.aws.Arn;
import io.outcrop.aws.Principal;
import io.outcrop.iam.edit.Neighbour.Aspect;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.RequestContext;
import io.outcrop.iam.request.RequestContext.Value;
import io.outcrop.iam.sample.KeyValues;
import io.outcrop.iam.sample.Samples;
import io.outcrop.iam.sample.Vocabulary;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Draws the requests that an edit must not change: one step away in every direction that some
/// policy tells apart, and in a few that none does; then two steps. Deterministic.
final class Neighbourhood {
  private static final int MOST_STEPS = 40;
  private static final int MOST_PAIRS = 120;
  private static final List<String> OPERATIONS =
      List.of("OutcropOther", "GetOther", "ListOther", "CreateOther", "DeleteOther", "TagOther");
  private static final List<String> OF_CALLER =
      List.of(
          "aws:PrincipalArn",
          "aws:PrincipalAccount",
          "aws:PrincipalType",
          "aws:PrincipalIsAWSService",
          "aws:PrincipalServiceName",
          "aws:username",
          "aws:userid");
  private static final List<String> ANYWHERE =
      List.of("outcrop:Other", "iam:PassRole", "sts:AssumeRole", "s3:PutObject");
  private static final List<String> ARNS =
      List.of(
          "arn:aws:s3:::outcrop-other/key",
          "arn:aws:iam::111122223333:role/outcrop-other",
          "arn:aws:kms:us-east-1:111122223333:key/outcrop-other",
          "arn:aws:bedrock:us-west-2::foundation-model/outcrop.other",
          "arn:aws:sqs:eu-west-1:444455556666:outcrop-other");

  private final AuthorizationRequest request;
  private final Vocabulary vocabulary;
  private final Function<String, Optional<String>> variables;

  private Neighbourhood(AuthorizationRequest request, Vocabulary vocabulary) {
    this.request = request;
    this.vocabulary = vocabulary;
    this.variables =
        key ->
            request
                .context()
                .get(key)
                .filter(value -> !value.texts().isEmpty())
                .map(value -> value.texts().getFirst());
  }

  /// A change of a request in one aspect.
  private record Step(Aspect aspect, String key, UnaryOperator<AuthorizationRequest> change) {}

  static List<Neighbour> of(AuthorizationRequest request, Vocabulary vocabulary) {
    return new Neighbourhood(request, vocabulary).draw();
  }

  private List<Neighbour> draw() {
    var actions = few(actions());
    var resources = few(resources());
    var keys = few(keys());
    var callers = callers();
    var all = new ArrayList<Neighbour>();
    for (var steps : List.of(actions, resources, keys, callers)) {
      steps.forEach(step -> all.add(neighbour(List.of(step))));
    }
    addPairs(actions, resources, all);
    addPairs(actions, keys, all);
    addPairs(resources, keys, all);
    addPairs(keys, keys, all);
    addPairs(callers, keys, all);
    return List.copyOf(all);
  }

  private static List<Step> few(List<Step> steps) {
    var result = new ArrayList<Step>();
    var stride = Math.max(1, (steps.size() + MOST_STEPS - 1) / MOST_STEPS);
    for (var i = 0; i < steps.size(); i += stride) {
      result.add(steps.get(i));
    }
    return result;
  }

  private void addPairs(List<Step> some, List<Step> others, List<Neighbour> all) {
    var pairs = some.size() * others.size();
    var stride = Math.max(1, pairs / MOST_PAIRS);
    for (var i = 0; i < pairs; i += stride % Math.max(1, others.size()) == 0 ? stride + 1 : stride) {
      var one = some.get(i / others.size());
      var other = others.get(i % others.size());
      if (one.key().isEmpty() || !one.key().equals(other.key())) {
        all.add(neighbour(List.of(one, other)));
      }
    }
  }

  private Neighbour neighbour(List<Step> steps) {
    var changed = request;
    var aspects = EnumSet.noneOf(Aspect.class);
    var keys = new HashSet<String>();
    for (var step : steps) {
      changed = step.change().apply(changed);
      aspects.add(step.aspect());
      if (!step.key().isEmpty()) {
        keys.add(step.key());
      }
    }
    return new Neighbour(changed, aspects, keys);
  }

  private List<Step> actions() {
    var service = request.action().split(":", 2)[0];
    var names = new LinkedHashSet<String>();
    names.addAll(ANYWHERE);
    OPERATIONS.forEach(name -> names.add(service + ":" + name));
    names.add(request.action() + "X");
    names.add(request.action().substring(0, request.action().length() - 1));
    for (var pattern : vocabulary.actions()) {
      for (var text : Samples.actions(pattern)) {
        names.add(text.contains(":") ? text : service + ":" + text);
      }
    }
    return names.stream()
        .filter(name -> !name.equalsIgnoreCase(request.action()) && !name.endsWith(":"))
        .map(name -> new Step(Aspect.ACTION, "", old -> with(old, name, old.resource())))
        .toList();
  }

  private List<Step> resources() {
    if (request.resource().equals("*")) {
      return List.of();
    }
    var arns = new LinkedHashSet<String>();
    var own = request.resource();
    arns.addAll(ARNS);
    arns.add(own + "x");
    arns.add(own.substring(0, own.length() - 1) + (own.endsWith("z") ? "y" : "z"));
    arns.add(own.substring(0, own.length() - 1));
    Arn.parse(own).ifPresent(arn -> addSiblings(arn, arns));
    for (var pattern : vocabulary.resources()) {
      arns.addAll(Samples.arns(pattern, variables));
    }
    arns.remove(own);
    return arns.stream()
        .map(arn -> new Step(Aspect.RESOURCE, "", old -> with(old, old.action(), arn)))
        .toList();
  }

  private static void addSiblings(Arn arn, Set<String> arns) {
    var rest = ":" + arn.resource();
    var head = "arn:" + arn.partition() + ":" + arn.service() + ":";
    for (var region : List.of("us-east-1", "us-west-2", "eu-west-1")) {
      if (!arn.region().isEmpty()) {
        arns.add(head + region + ":" + arn.account() + rest);
      }
    }
    if (!arn.account().isEmpty()) {
      arns.add(head + arn.region() + ":444455556666" + rest);
    }
    var cut = Math.max(arn.resource().lastIndexOf('/'), arn.resource().lastIndexOf(':')) + 1;
    arns.add(
        head + arn.region() + ":" + arn.account() + ":" + arn.resource().substring(0, cut) + "other");
  }

  private List<Step> keys() {
    var steps = new ArrayList<Step>();
    for (var key : vocabulary.keys().entrySet()) {
      if (Volatile.isFree(key.getKey())) {
        continue;
      }
      var now = request.context().get(key.getKey());
      var drawn = KeyValues.of(key.getValue(), vocabulary.conditions(), variables);
      var texts = new LinkedHashSet<>(drawn.texts());
      for (var pattern : vocabulary.resources()) {
        Samples.bindings(pattern, request.resource()).forEach((variable, value) -> {
          if (variable.equalsIgnoreCase(key.getKey())) {
            texts.add(value);
          }
        });
      }
      if (now.isPresent()) {
        steps.add(step(Aspect.VALUE, key.getKey(), context -> without(context, key.getKey())));
      }
      var aspect = now.isPresent() ? Aspect.VALUE : Aspect.PRESENCE;
      var isList = now.map(Value::multivalued).orElse(drawn.multivalued());
      for (var text : texts) {
        if (now.filter(value -> isSame(value, text)).isEmpty()) {
          steps.add(step(aspect, key.getKey(), context -> with(context, key.getValue(), isList, text)));
        }
      }
    }
    return steps;
  }

  /// A list that lacks some elements counts as the same: a condition cannot tell it apart.
  private static boolean isSame(Value now, String text) {
    return now.texts().stream().anyMatch(text::equalsIgnoreCase);
  }

  private static Step step(Aspect aspect, String key, UnaryOperator<RequestContext> change) {
    return new Step(
        aspect,
        key.toLowerCase(Locale.ROOT),
        old ->
            new AuthorizationRequest(
                old.principal(),
                old.action(),
                old.resource(),
                old.resourceAccount(),
                change.apply(old.context())));
  }

  private static RequestContext with(
      RequestContext context, String key, boolean isList, String text) {
    return isList ? context.withAll(key, List.of(text)) : context.with(key, text);
  }

  private static RequestContext without(RequestContext context, String key) {
    var result = RequestContext.empty();
    for (var name : context.keys()) {
      if (!name.equalsIgnoreCase(key)) {
        var value = context.get(name).orElseThrow();
        result =
            value.multivalued()
                ? result.withAll(value.name(), value.texts())
                : result.with(value.name(), value.texts().getFirst());
      }
    }
    return result;
  }

  private List<Step> callers() {
    var account = request.principal().account();
    var own = account.isEmpty() ? "111122223333" : account;
    var arns = new LinkedHashSet<String>();
    arns.add("arn:aws:iam::" + own + ":user/outcrop-other");
    arns.add("arn:aws:sts::" + own + ":assumed-role/outcrop-other/session");
    arns.add("arn:aws:iam::444455556666:user/outcrop-other");
    for (var name : vocabulary.principals()) {
      arns.add(name.name());
    }
    var self = Caller.of(request);
    var steps = new ArrayList<Step>();
    for (var arn : arns) {
      Principal.parse(arn).filter(other -> !isSelf(self, other)).ifPresent(other -> steps.add(caller(other)));
    }
    steps.add(caller(new Principal.Service("outcrop.amazonaws.com")));
    return steps;
  }

  private static boolean isSelf(Caller self, Principal other) {
    var there =
        Caller.of(new AuthorizationRequest(other, "", "", "", RequestContext.empty()));
    return there.arn().equals(self.arn());
  }

  private Step caller(Principal other) {
    return new Step(
        Aspect.CALLER,
        "",
        old -> {
          var context = old.context();
          for (var key : OF_CALLER) {
            context = without(context, key);
          }
          return new AuthorizationRequest(
              other, old.action(), old.resource(), old.resourceAccount(), context);
        });
  }

  private static AuthorizationRequest with(
      AuthorizationRequest old, String action, String resource) {
    var owner =
        resource.equals(old.resource())
            ? old.resourceAccount()
            : Arn.parse(resource)
                .map(Arn::account)
                .filter(account -> account.matches("\\d{12}"))
                .orElse(old.resourceAccount());
    return new AuthorizationRequest(old.principal(), action, resource, owner, old.context());
  }
}
