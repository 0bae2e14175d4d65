package io.outcrop.access.cure;

import static io.outcrop.access.cure.StandingCures.automatic;

import io.outcrop.access.change.Change;
import io.outcrop.access.evidence.AppliedQuota;
import io.outcrop.access.evidence.Observations;
import io.outcrop.access.evidence.Permissions;
import io.outcrop.access.examination.Cure;
import io.outcrop.access.prediction.Calling;
import io.outcrop.access.prediction.Circumstance;
import io.outcrop.access.prediction.Denial;
import io.outcrop.access.prediction.Prediction;
import io.outcrop.access.prediction.Predictor;
import io.outcrop.access.prediction.QuotaPrediction;
import io.outcrop.access.prediction.Refusal;
import io.outcrop.access.prediction.Refusal.Ground;
import io.outcrop.causes.catalogue.Cause;
import io.outcrop.causes.catalogue.Cause.Applicability;
import io.outcrop.grants.Grants;
import io.outcrop.grants.ModelCall;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.models.route.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Says what would cure each refusal of one examination, here: the best first. Where nothing can be
/// done from here, the catalogue's own words say who can do what.
public final class Prescriber {
  private static final Set<LayerName> CHANGED_HERE =
      Set.of(LayerName.IDENTITY, LayerName.BOUNDARY, LayerName.ENDPOINT);

  private final Observations seen;
  private final Optional<Prediction> prediction;
  private final EnvironmentCures environment;
  private final ClientCures client;
  private final StandingCures standing;
  private final Needed needed;
  private final CatalogueCures catalogue;

  /// @param seen what was seen
  /// @param prediction what follows from it; none if the call itself is not known
  /// @param told what AWS's own words say of a cause, by its slug: `action`, `resource`
  public Prescriber(
      Observations seen, Optional<Prediction> prediction, Map<String, Map<String, String>> told) {
    this.seen = seen;
    this.prediction = prediction;
    this.catalogue = new CatalogueCures(seen, prediction, told);
    this.environment = new EnvironmentCures(seen);
    this.client = new ClientCures(seen.sources(), environment);
    this.standing = new StandingCures(seen, prediction);
    this.needed = new Needed(seen, prediction);
  }

  /// The cures of `cause` where nothing more is known than its name.
  public List<Cure> cures(Cause cause) {
    var kinds = QuotaPrediction.kinds(cause.slug());
    var quotas =
        seen.account().quotas().seen().stream()
            .flatMap(List::stream)
            .filter(quota -> kinds.contains(quota.kind()))
            .toList();
    return quotas.isEmpty()
        ? Stream.concat(
                ReadingCures.of(cause, seen.permissions()).stream(),
                withCatalogue(specific(cause.slug()), cause, List.of()).stream())
            .toList()
        : QuotaCures.waiting(catalogue.of(cause), quotas, seen.asked().region().value());
  }

  /// The cures of `refusal`.
  ///
  /// @param standsFirst whether nothing else stands in the way: only then is another model chosen
  ///   without asking
  public List<Cure> cures(Cause cause, Refusal refusal, boolean standsFirst) {
    var cures =
        switch (refusal.ground()) {
          case Ground.Plain _ -> specific(cause.slug());
          case Ground.Limited(List<AppliedQuota> quotas) ->
              QuotaCures.of(quotas, seen.asked().region().value());
          case Ground.Exceeded(List<AppliedQuota> quotas) ->
              QuotaCures.ofBody(quotas, seen.asked().region().value());
          case Ground.Misnamed _ ->
              refusal.slug().equals("model-end-of-life") ? otherModel(standsFirst) : correctedId();
          case Ground.Denied(List<Denial> denials) ->
              switch (refusal.slug()) {
                case "marketplace-permissions" -> marketplace(denials);
                case "iam-passrole-denied" -> handing(denials.getFirst());
                default -> isQuarantine(refusal) ? List.<Cure>of() : iam(denials);
              };
        };
    return withCatalogue(
        cures, cause, refusal.ground() instanceof Ground.Denied(var denials) ? denials : List.of());
  }

  private List<Cure> withCatalogue(List<Cure> cures, Cause cause, List<Denial> denials) {
    return cures.isEmpty() ? catalogue.of(cause, denials) : cures;
  }

  private List<Cure> specific(String slug) {
    return switch (slug) {
      case "no-credentials" -> environment.profile();
      case "credentials-invalid" ->
          standing.inactiveKey().isEmpty() ? client.of(slug) : standing.inactiveKey();
      case "anthropic-use-case-form" -> List.of(FormCure.cure());
      case "model-access-not-enabled" -> standing.isSigned() ? List.of() : standing.agreement();
      case "model-legacy-inactive" -> otherModel(true);
      case "region-not-opted-in" -> standing.region();
      case "data-retention-mode-required" -> standing.retention();
      default -> client.of(slug);
    };
  }

  private List<Cure> correctedId() {
    return prediction.stream()
        .flatMap(one -> one.called().wanted().stream())
        .map(route -> environment.model(route.id(), "", List.of()))
        .toList();
  }

  private List<Cure> otherModel(boolean standsFirst) {
    var replacements = prediction.map(one -> one.called().replacements()).orElse(List.<Route>of());
    if (replacements.isEmpty()) {
      return List.of();
    }
    var route = replacements.getFirst();
    var access = seen.permissions().seen().map(one -> access(one, route)).orElse(List.of());
    var cure =
        environment.model(
            route.id(),
            "another model answers: compare its answers and its price; whether the account has an"
                + " agreement for it, the next examination tells",
            access);
    return List.of(standsFirst ? cure : decideLater(cure));
  }

  private static Cure decideLater(Cure cure) {
    return new Cure(
        Applicability.NEEDS_VALUES, cure.title(), List.of(), cure.commands(), cure.effect());
  }

  /// What makes IAM let both calls through over `route`.
  private List<Change> access(Permissions permissions, Route route) {
    var denials =
        Predictor.refusals(permissions, route, Calling.of(seen)).stream()
            .flatMap(refusal -> denials(refusal).stream())
            .toList();
    var changes = new ArrayList<>(Denies.of(denials, permissions, knownNames()).changes());
    var lacking = Predictor.lacking(permissions, route, Calling.of(seen));
    if (!lacking.isEmpty() && !needed.waits(lacking, permissions)) {
      changes.addAll(
          Grant.insteadOf(InlineRoom.taken(permissions, changes), outlived())
              .of(List.of(Grants.leastPolicy(lacking).document())));
    }
    return changes;
  }

  private String outlived() {
    return prediction.flatMap(one -> one.called().modelId()).orElse("");
  }

  private List<Cure> iam(List<Denial> denials) {
    var first = denials.getFirst();
    var permissions = seen.permissions().seen();
    if (permissions.isEmpty()) {
      return List.of();
    }
    var lockedOut = Lockouts.of(allDenials().stream());
    if (!lockedOut.isEmpty()) {
      return lockedOut.stream().map(Lockouts::cure).toList();
    }
    var toMeet = toMeet(decidedTogether(denials), permissions.get());
    if (!toMeet.isEmpty()) {
      return MeetingCures.of(toMeet);
    }
    return switch (first.layer()) {
      case IDENTITY ->
          first.explicit() ? liftDenials(denials, permissions.get()) : grant(permissions.get());
      case BOUNDARY ->
          first.explicit()
              ? liftDenials(denials, permissions.get())
              : widenBoundary(permissions.get());
      case ENDPOINT ->
          EndpointCures.of(
              permissions.get(), needed.authorizations(permissions.get()), knownNames());
      case RESOURCE -> GuardrailCures.of(permissions.get(), first, knownNames());
      case SCP, RCP, SESSION -> List.of();
    };
  }

  /// What a layer wants of the way the call is made, where that decides `denials`. A layer that is
  /// others' to change has its own words.
  private static List<Circumstance> toMeet(List<Denial> denials, Permissions permissions) {
    return denials.stream()
        .filter(denial -> CHANGED_HERE.contains(denial.layer()))
        .flatMap(denial ->
            (denial.explicit()
                    ? Circumstance.of(denial, permissions)
                    : Circumstance.unmet(denial.need(), denial.layer(), permissions))
                .stream())
        .toList();
  }

  /// All that one change would cure together with `denials`: what a layer does not allow is allowed
  /// at once, and an endpoint's policy is changed at once.
  private List<Denial> decidedTogether(List<Denial> denials) {
    var first = denials.getFirst();
    var isOneByOne = first.explicit() && first.layer() != LayerName.ENDPOINT;
    return isOneByOne
        ? denials
        : Stream.concat(denials.stream(), allDenials().stream())
            .filter(denial -> denial.layer() == first.layer())
            .filter(denial ->
                denial.explicit() == first.explicit() || first.layer() == LayerName.ENDPOINT)
            .distinct()
            .toList();
  }

  private List<Cure> widenBoundary(Permissions permissions) {
    var calls = needed.calls(permissions);
    if (calls.isEmpty()) {
      return List.of();
    }
    return Boundaries.widened(permissions, needed.bounded(permissions)).stream()
        .map(change ->
            automatic(
                "widen the permissions boundary by exactly this call",
                List.of(change),
                "lets through %s over this route for everyone who has this boundary; as a"
                        .formatted(actions(calls))
                    + " boundary it gives nobody anything by itself"))
        .toList();
  }

  /// All denials for certain are lifted together, so that the changes of two findings are the same.
  /// A Deny that matches only by a key that nobody knows here (where a call comes from) is there to
  /// be met: who wrote it has to say.
  private List<Cure> liftDenials(List<Denial> own, Permissions permissions) {
    var all = new ArrayList<>(allDenials());
    if (!all.containsAll(own)) {
      return List.of();
    }
    all.addAll(onTheWantedRoute(permissions));
    var denies = Denies.of(all, permissions, knownNames());
    if (denies.changes().isEmpty()) {
      return List.of();
    }
    return List.of(
        automatic(
            "narrow the Deny so that it spares exactly this call",
            denies.changes(),
            denies.effect()));
  }

  private List<Cure> grant(Permissions permissions) {
    var lacking = prediction.map(Prediction::lacking).orElse(List.<ModelCall>of());
    if (lacking.isEmpty()) {
      return correctedId();
    }
    var changes = granted(permissions);
    return changes.isEmpty()
        ? PermissionSetCures.of(permissions, needed.granted(), route(lacking))
        : List.of(
            automatic(
                "grant the least policy for " + route(lacking),
                changes,
                "allows %s over this route and nothing else%s"
                    .formatted(actions(lacking), needed.together())));
  }

  /// The one grant of all cures, beside the Denies that are narrowed with it.
  private List<Change> granted(Permissions permissions) {
    var narrowed = Denies.of(allDenials(), permissions, knownNames()).changes();
    return Grant.to(InlineRoom.taken(permissions, narrowed)).of(needed.granted());
  }

  private List<Cure> marketplace(List<Denial> denials) {
    var cures = new ArrayList<Cure>();
    var permissions = seen.permissions().seen();
    if (permissions.isPresent()) {
      cures.addAll(MeetingCures.of(toMeet(denials, permissions.get())));
    }
    if (permissions.isPresent() && cures.isEmpty()) {
      var changes = subscribing(denials, permissions.get());
      if (!changes.isEmpty()) {
        cures.add(
            automatic(
                "let the caller subscribe to this model through Bedrock",
                changes,
                "the first call then subscribes the account to the model: a purchase without"
                    + " fixed cost, after which use is billed"
                    + needed.together()));
      }
    }
    cures.addAll(standing.agreement());
    return cures;
  }

  private List<Cure> handing(Denial denial) {
    return seen.path().handing().seen().map(one -> HandingCures.of(one, denial)).orElse(List.of());
  }

  /// What lets the caller subscribe; nothing where a layer forbids it that is not changed from
  /// here, since the rest alone would change nothing.
  private List<Change> subscribing(List<Denial> denials, Permissions permissions) {
    var changes = new ArrayList<Change>();
    for (var layer : denials.stream().map(Denial::layer).distinct().toList()) {
      var own =
          switch (layer) {
            case IDENTITY -> granted(permissions);
            case BOUNDARY ->
                Boundaries.widened(permissions, needed.bounded(permissions)).stream().toList();
            case SCP, RCP, SESSION, RESOURCE, ENDPOINT -> List.<Change>of();
          };
      if (own.isEmpty() || denials.stream().anyMatch(Denial::explicit)) {
        return List.of();
      }
      changes.addAll(own);
    }
    return changes;
  }

  private List<String> knownNames() {
    return prediction.map(Prediction::knownNames).orElse(List.of());
  }

  /// What is denied over the route that the call should take: where the id is wrong, another one
  /// than the one that AWS was asked about.
  private List<Denial> onTheWantedRoute(Permissions permissions) {
    var calling = Calling.of(seen);
    return prediction.flatMap(one -> calling.wanted(one.called())).stream()
        .flatMap(route -> Predictor.certain(permissions, route, calling).stream())
        .flatMap(refusal -> denials(refusal).stream())
        .toList();
  }

  private Stream<Refusal> allRefusals() {
    return prediction.stream().flatMap(one -> one.refusals().stream());
  }

  /// All but those of the Marketplace: whoever forbids to buy is not passed over by the way.
  private List<Denial> allDenials() {
    return allRefusals()
        .filter(refusal -> !refusal.slug().equals("marketplace-permissions"))
        .flatMap(refusal -> denials(refusal).stream())
        .toList();
  }

  /// What a cure may lift: a quarantine is AWS's own answer to a leak, and stays until that is
  /// dealt with.
  private static List<Denial> denials(Refusal refusal) {
    return refusal.ground() instanceof Ground.Denied(var denials) && !isQuarantine(refusal)
        ? denials
        : List.of();
  }

  private static boolean isQuarantine(Refusal refusal) {
    return refusal.slug().equals("key-quarantined");
  }

  private static String route(List<ModelCall> calls) {
    return "`" + calls.getFirst().route().id() + "`";
  }

  private static String actions(List<ModelCall> calls) {
    return String.join(
        " and ",
        calls.stream()
            .flatMap(call -> Grants.required(call).stream())
            .map(need -> "`" + need.action() + "`")
            .distinct()
            .toList());
  }
}
