package io.outcrop.access.prediction;

import io.outcrop.access.evidence.Asked;
import io.outcrop.access.evidence.KeyState;
import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Observations;
import io.outcrop.access.evidence.Observations.AccountSeen;
import io.outcrop.access.evidence.Permissions;
import io.outcrop.access.examination.ClientCall;
import io.outcrop.access.examination.Evidence;
import io.outcrop.access.examination.ExaminationRequest.Probing;
import io.outcrop.access.prediction.Refusal.Ground;
import io.outcrop.aws.AccessKeyId;
import io.outcrop.grants.ModelCall;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.catalogue.Model;
import io.outcrop.models.catalogue.Model.RequestStyle;
import io.outcrop.models.route.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Foretells what AWS answers to a plain and to a streaming call, from what was read: a pure
/// function. Safe for many threads.
public final class Predictor {
  private final ModelCatalogue models;
  private final RefusalOrder order;
  private volatile @Nullable Laid lastLaid;

  /// @param models the shipped catalogue; what the account says wins over it
  public Predictor(ModelCatalogue models) {
    this.models = models;
    this.order = RefusalOrder.shipped();
  }

  /// The catalogue with what `account` says of its models laid over it.
  ///
  /// @param names all that a model id could have been meant to be
  private record Laid(
      AccountSeen account, Asked asked, ModelCatalogue catalogue, List<String> names) {
    @SuppressWarnings("ReferenceEquality") // comparing all that was seen takes longer than laying
    boolean isOver(Observations seen) {
      return account == seen.account() && asked == seen.asked();
    }
  }

  /// The order in which AWS refuses.
  public RefusalOrder order() {
    return order;
  }

  /// What `seen` leads to. There has to be a model id and a region.
  public Prediction predict(Observations seen) {
    var laid = laid(seen);
    var catalogue = laid.catalogue();
    var calling = Calling.of(seen);
    var certain = seen.permissions().seen().map(Decisions::certain);
    var called = called(seen, catalogue, calling, certain);
    var model = called.modelId().flatMap(catalogue::find);
    var productId = model.map(Model::productId).orElse("");
    var refusals = new ArrayList<Refusal>();
    inactiveKey(seen.key()).ifPresent(refusals::add);
    refusals.addAll(ClientPrediction.of(seen.sources()));
    refusals.addAll(HopPrediction.of(seen));
    refusals.addAll(model(seen, called, calling));
    if (calling.goesThroughRuntime()) {
      refusals.addAll(new AccountPrediction(seen, called.modelId().orElse(""), model).refusals());
      QuotaPrediction.refusal(seen, called).ifPresent(refusals::add);
    }
    if (calling.call() == ClientCall.INVOKE) {
      refusals.addAll(body(seen, called, catalogue));
    }
    var possible = new ArrayList<Refusal>();
    var unknown = new ArrayList<String>();
    List<ModelCall> lacking = List.of();
    if (called.isProfileOfAnotherVendor()) {
      unknown.add(
          "which models `%s` leads to is not known: its permissions were not judged"
              .formatted(called.reference().id()));
    } else if (certain.isPresent()) {
      var thinkable = certain.get().possible();
      lacking = permissions(certain.get(), thinkable, called, calling, refusals, unknown);
      possible.addAll(new IamPrediction(thinkable, called.route(), calling).refusals());
    } else {
      unknown.add("policies could not be read: " + seen.permissions().words());
    }
    refusals.sort(this::inOrder);
    return new Prediction(
        called,
        productId,
        model.stream().flatMap(one -> AccountPrediction.restriction(one).stream()).toList(),
        refusals,
        possible,
        unknown,
        lacking,
        laid.names());
  }

  /// What is told of one account is often judged twice: once before its policies are known.
  private Laid laid(Observations seen) {
    var last = lastLaid;
    if (last == null || !last.isOver(seen)) {
      var catalogue = LiveCatalogue.over(models, seen);
      last = new Laid(seen.account(), seen.asked(), catalogue, names(catalogue));
      lastLaid = last;
    }
    return last;
  }

  /// Of several routes that would do, one that IAM lets through already is preferred.
  private static CalledModel called(
      Observations seen, ModelCatalogue catalogue, Calling calling, Optional<Decisions> certain) {
    var called =
        OwnProfile.of(seen, catalogue).orElseGet(() -> CalledModel.of(seen.asked(), catalogue));
    return certain
        .map(decisions -> called.preferring(let(decisions, called.corrections(), calling)))
        .orElse(called);
  }

  /// The first of `routes` that IAM lets through already, else the first to which policies give all
  /// it needs, whatever denies it; none if there is no such.
  private static List<Route> let(Decisions decisions, List<Route> routes, Calling calling) {
    return Stream.<Predicate<IamPrediction>>of(
            iam -> iam.refusals().isEmpty(), iam -> iam.lacking().isEmpty())
        .flatMap(wanted ->
            routes.stream()
                .filter(route -> wanted.test(new IamPrediction(decisions, route, calling))))
        .limit(1)
        .toList();
  }

  /// What IAM would refuse to the plain and to the streaming call over `route`, in order.
  public static List<Refusal> refusals(Permissions permissions, Route route, Calling calling) {
    return new IamPrediction(Decisions.possible(permissions), route, calling).refusals();
  }

  /// What IAM refuses to both calls over `route`, whatever the keys are that nobody knows here.
  public static List<Refusal> certain(Permissions permissions, Route route, Calling calling) {
    return new IamPrediction(Decisions.certain(permissions), route, calling).refusals();
  }

  /// The calls over `route` to which no identity policy gives all they need.
  public static List<ModelCall> lacking(Permissions permissions, Route route, Calling calling) {
    return new IamPrediction(Decisions.possible(permissions), route, calling).lacking();
  }

  private static List<Refusal> model(Observations seen, CalledModel called, Calling calling) {
    return switch (calling.call()) {
      case INVOKE, CONVERSE, MESSAGES ->
          new ModelPrediction(called, seen.asked().region().value()).refusals();
      case MANTLE, COUNT_TOKENS -> OwnIdPrediction.of(called, calling.call());
      case GET_INFERENCE_PROFILE, LIST_MODELS -> List.of();
    };
  }

  /// A body that the model has answered is right, whatever its form says.
  private static List<Refusal> body(
      Observations seen, CalledModel called, ModelCatalogue catalogue) {
    if (seen.asked().probing() == Probing.PAID && seen.plain() instanceof Observation.Succeeded) {
      return List.of();
    }
    var style =
        called
            .modelId()
            .flatMap(catalogue::find)
            .map(Model::requestStyle)
            .orElse(RequestStyle.MESSAGES);
    return seen.asked().body().stream()
        .flatMap(own -> BodyPrediction.of(own, style).stream())
        .toList();
  }

  private static List<String> names(ModelCatalogue catalogue) {
    return catalogue.models().stream()
        .flatMap(model ->
            Stream.concat(
                Stream.of(model.id()),
                model.byRegion().values().stream()
                    .flatMap(here -> here.routes().stream())
                    .map(Route::id)))
        .distinct()
        .sorted()
        .toList();
  }

  private int inOrder(Refusal one, Refusal other) {
    var plainFirst = Boolean.compare(one.streamingOnly(), other.streamingOnly());
    return plainFirst == 0 ? Integer.compare(place(one), place(other)) : plainFirst;
  }

  private int place(Refusal refusal) {
    return order.place(refusal.onCorrectedRoute() ? Gate.MODEL_ID : refusal.gate());
  }

  private static List<ModelCall> permissions(
      Decisions certain,
      Decisions possible,
      CalledModel called,
      Calling calling,
      List<Refusal> refusals,
      List<String> unknown) {
    var iam = new IamPrediction(certain, called.route(), calling);
    var now = iam.refusals();
    refusals.addAll(now);
    unknown.addAll(iam.unknown());
    if (!calling.takesProfiles()) {
      return iam.lacking();
    }
    var wanted = called.wanted();
    if (wanted.isEmpty()) {
      return List.of();
    }
    if (!wanted.get().id().equals(called.route().id())) {
      new IamPrediction(certain, wanted.get(), calling)
          .refusals().stream()
              .filter(later -> now.stream().noneMatch(refusal -> covers(refusal, later)))
              .map(Refusal::afterCorrection)
              .forEach(refusals::add);
    }
    var lacking = new IamPrediction(certain, wanted.get(), calling).lacking();
    return lacking.isEmpty()
        ? new IamPrediction(possible, wanted.get(), calling).lacking()
        : lacking;
  }

  /// Whether curing `now` also cures `later`: a grant is made for the route that is wanted, and a
  /// denial of one kind is lifted as a whole.
  private static boolean covers(Refusal now, Refusal later) {
    return now.slug().equals(later.slug()) || (isNoAllow(now) && isNoAllow(later));
  }

  private static boolean isNoAllow(Refusal refusal) {
    return refusal.ground() instanceof Ground.Denied(var denials)
        && denials.stream().allMatch(IamPrediction::isNoAllow);
  }

  private static Optional<Refusal> inactiveKey(Observation<KeyState> key) {
    if (key instanceof Observation.Succeeded<KeyState>(var state, var source)
        && !state.status().equals("Active")) {
      var name = new AccessKeyId(state.keyId()).masked();
      var sentence =
          state.status().isEmpty()
              ? "access key `%s` does not exist any more".formatted(name)
              : "access key `%s` of user `%s` is inactive".formatted(name, state.userName());
      return Optional.of(
          Refusal.plain(
              Gate.SIGNATURE,
              "credentials-invalid",
              sentence,
              new Evidence("read", sentence, source)));
    }
    return Optional.empty();
  }
}
