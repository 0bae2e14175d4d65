package io.outcrop.iam.edit;

import io.outcrop.aws.Arn;
import io.outcrop.iam.edit.Neighbour.Aspect;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.sample.Samples;
import io.outcrop.iam.sample.Vocabulary;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/// Draws the requests that an edit must not change: one step away in every direction that some
/// policy tells apart, and in a few that none does; then two steps. Deterministic.
final class Neighbourhood {
  private static final int MOST_STEPS = 40;
  private static final int MOST_PAIRS = 120;
  private static final int MOST_MIXTURES = 300;
  private static final List<String> OPERATIONS =
      List.of("OutcropOther", "GetOther", "ListOther", "CreateOther", "DeleteOther", "TagOther");
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

  static List<Neighbour> of(AuthorizationRequest request, Vocabulary vocabulary) {
    return new Neighbourhood(request, vocabulary).draw();
  }

  private List<Neighbour> draw() {
    var actions = few(actions());
    var resources = few(resources());
    var keys = few(OtherKeys.of(request, vocabulary, variables));
    var callers = OtherCallers.of(request, vocabulary);
    var all = new ArrayList<Neighbour>();
    for (var steps : List.of(actions, resources, keys, callers)) {
      steps.forEach(step -> all.add(neighbour(List.of(step))));
    }
    addPairs(actions, resources, all);
    addPairs(actions, keys, all);
    addPairs(resources, keys, all);
    addPairs(keys, keys, all);
    addPairs(callers, keys, all);
    addMixtures(keys, all);
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
    for (var i = 0;
        i < pairs;
        i += stride % Math.max(1, others.size()) == 0 ? stride + 1 : stride) {
      var one = some.get(i / others.size());
      var other = others.get(i % others.size());
      if (one.key().isEmpty() || !one.key().equals(other.key())) {
        all.add(neighbour(List.of(one, other)));
      }
    }
  }

  /// Requests in which many keys are otherwise at once: what one statement takes away, another may
  /// give under conditions that are far from the request's. All of them if they are few, else some.
  private void addMixtures(List<Step> keys, List<Neighbour> all) {
    var byKey = new LinkedHashMap<String, List<Step>>();
    keys.forEach(step -> byKey.computeIfAbsent(step.key(), _ -> new ArrayList<>()).add(step));
    if (byKey.size() < 3) {
      return;
    }
    var choices = List.copyOf(byKey.values());
    var many =
        choices.stream()
            .mapToLong(steps -> steps.size() + 1L)
            .reduce(1, (one, other) -> Math.min(one * other, Integer.MAX_VALUE));
    var random = new Random(1);
    for (var i = 0L; i < Math.min(many, MOST_MIXTURES); i++) {
      var steps = mixture(choices, many <= MOST_MIXTURES ? i : random.nextLong(many));
      if (steps.size() > 2) {
        all.add(neighbour(steps));
      }
    }
  }

  /// The mixture with this number: for each key, none of its steps or one.
  private static List<Step> mixture(List<List<Step>> choices, long number) {
    var steps = new ArrayList<Step>();
    var rest = number;
    for (var choice : choices) {
      var pick = (int) (rest % (choice.size() + 1));
      rest /= choice.size() + 1;
      if (pick > 0) {
        steps.add(choice.get(pick - 1));
      }
    }
    return steps;
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
        head
            + arn.region()
            + ":"
            + arn.account()
            + ":"
            + arn.resource().substring(0, cut)
            + "other");
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
