package io.outcrop.access.prediction;

import io.outcrop.access.evidence.Permissions;
import io.outcrop.access.examination.Evidence;
import io.outcrop.access.prediction.Refusal.Ground;
import io.outcrop.grants.Grants;
import io.outcrop.grants.ModelCall;
import io.outcrop.grants.ModelCall.Operation;
import io.outcrop.grants.RequiredAuthorization;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.models.route.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What IAM will say to the calls of the user's client over one route, plain and streaming.
///
/// Denials are put in the order in which a person meets them: the first denial of the first
/// authorisation is what AWS answers; once all of its kind are mended, the next shows. An
/// authorisation that no identity policy gives is one finding for the whole call, since one grant
/// cures it.
final class IamPrediction {
  private final Permissions permissions;
  private final Denials denials;
  private final Route route;
  private final Calling calling;
  private final DenialSlugs slugs;

  /// @param decisions the certain ones, or the possible ones
  IamPrediction(Decisions decisions, Route route, Calling calling) {
    this.permissions = decisions.permissions();
    this.denials = new Denials(decisions);
    this.route = route;
    this.calling = calling;
    this.slugs = new DenialSlugs(route.region());
  }

  private record Named(String slug, Denial denial) {}

  /// What could not be looked at and could change the answer.
  List<String> unknown() {
    return denials.unknown();
  }

  /// The calls over the route to which no identity policy gives all they need.
  List<ModelCall> lacking() {
    return calling.operations().stream()
        .map(this::call)
        .filter(call ->
            Grants.required(call).stream()
                .flatMap(need -> denials.of(call.operation(), need).stream())
                .anyMatch(IamPrediction::isNoAllow))
        .toList();
  }

  /// Every refusal, in order.
  List<Refusal> refusals() {
    var grouped = new LinkedHashMap<String, List<Denial>>();
    var plainSlug = "";
    for (var operation : calling.operations()) {
      var queues = queues(operation, plainSlug);
      if (!operation.streams()) {
        plainSlug = noAllowSlug(queues);
      }
      drain(queues, grouped);
    }
    return grouped.entrySet().stream()
        .map(entry -> refusal(entry.getKey(), entry.getValue()))
        .toList();
  }

  private List<List<Named>> queues(Operation operation, String plainSlug) {
    var needs = Grants.required(call(operation));
    var all = needs.stream().map(need -> denials.of(operation, need)).toList();
    var noAllow =
        all.stream()
            .flatMap(List::stream)
            .filter(IamPrediction::isNoAllow)
            .filter(denial -> DenialSlugs.ofAction(denial).isEmpty())
            .toList();
    var slug =
        noAllow.isEmpty() ? "" : noAllowSlug(operation, noAllow, alike(needs, noAllow), plainSlug);
    return all.stream()
        .map(queue -> queue.stream().map(denial -> new Named(slug(denial, slug), denial)).toList())
        .toList();
  }

  /// How many of `needs` want the action of which nothing gives all; what an API key wants besides
  /// says nothing of the model's resources.
  private static int alike(List<RequiredAuthorization> needs, List<Denial> noAllow) {
    var action = noAllow.getFirst().need().action();
    return Math.toIntExact(needs.stream().filter(need -> need.action().equals(action)).count());
  }

  private String slug(Denial denial, String noAllowSlug) {
    if (denial.explicit()) {
      return slugs.explicit(denial, deniesEverywhere(denial));
    }
    if (!isNoAllow(denial)) {
      return DenialSlugs.implicit(denial);
    }
    return DenialSlugs.ofAction(denial).orElse(noAllowSlug);
  }

  private String noAllowSlug(
      Operation operation, List<Denial> noAllow, int needs, String plainSlug) {
    if (operation.streams()) {
      return plainSlug.isEmpty() ? "iam-missing-stream-action" : plainSlug;
    }
    var first = noAllow.getFirst();
    var otherAllowed = noAllow.size() < needs || isAllowed(operation, ownArn());
    return slugs.noAllow(noAllow, otherAllowed, denials.isAllowedButForConditions(first.need()));
  }

  private static String noAllowSlug(List<List<Named>> queues) {
    return queues.stream()
        .flatMap(List::stream)
        .filter(named -> isNoAllow(named.denial()))
        .filter(named -> DenialSlugs.ofAction(named.denial()).isEmpty())
        .map(Named::slug)
        .findFirst()
        .orElse("");
  }

  /// Whether the statements of a denial also deny the model's own ARN in the called region.
  private boolean deniesEverywhere(Denial denial) {
    return denials.of(denial.operation(), ownArn(denial.need())).stream()
        .anyMatch(other -> other.explicit() && other.statements().equals(denial.statements()));
  }

  private boolean isAllowed(Operation operation, RequiredAuthorization need) {
    return denials.of(operation, need).stream().noneMatch(IamPrediction::isNoAllow);
  }

  private RequiredAuthorization ownArn() {
    return Grants.required(
            ModelCall.signed(
                Operation.INVOKE_MODEL,
                new Route.OnDemand(route.modelId(), route.region()),
                permissions.principal().account()))
        .getFirst();
  }

  private RequiredAuthorization ownArn(RequiredAuthorization like) {
    var own = ownArn();
    return new RequiredAuthorization(like.action(), own.resource(), own.context(), own.why());
  }

  private ModelCall call(Operation operation) {
    return calling.of(operation, route, permissions.principal().account());
  }

  static boolean isNoAllow(Denial denial) {
    return denial.layer() == LayerName.IDENTITY && !denial.explicit();
  }

  private static void drain(List<List<Named>> queues, Map<String, List<Denial>> grouped) {
    var left = new ArrayList<>(queues.stream().<List<Named>>map(ArrayList::new).toList());
    while (true) {
      var head = left.stream().filter(queue -> !queue.isEmpty()).findFirst();
      if (head.isEmpty()) {
        return;
      }
      var slug = head.get().getFirst().slug();
      var group = grouped.computeIfAbsent(slug, _ -> new ArrayList<>());
      for (var queue : left) {
        queue.stream()
            .filter(named -> named.slug().equals(slug))
            .forEach(named -> group.add(named.denial()));
        queue.removeIf(named -> named.slug().equals(slug));
      }
    }
  }

  private Refusal refusal(String slug, List<Denial> group) {
    var first = group.getFirst();
    var words = new DenialWords(permissions);
    var evidence = new LinkedHashMap<String, Evidence>();
    group.stream()
        .map(words::evidence)
        .forEach(one -> evidence.putIfAbsent(one.text() + "\n" + one.source(), one));
    return new Refusal(
        Gate.IAM,
        slug,
        group.stream().allMatch(denial -> denial.operation().streams()),
        false,
        words.sentence(first),
        evidence.values().stream().limit(6).toList(),
        new Ground.Denied(group));
  }
}
