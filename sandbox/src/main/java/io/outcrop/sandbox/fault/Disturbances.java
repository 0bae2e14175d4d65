package io.outcrop.sandbox.fault;

import io.outcrop.sandbox.call.Call;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.dialects.AnthropicRoute;
import io.outcrop.sandbox.guard.Visitor;
import io.outcrop.sandbox.guard.Visitors;
import io.outcrop.sandbox.live.LiveWorld;
import io.outcrop.sandbox.realm.Fault;
import io.outcrop.sandbox.realm.Realm;
import io.outcrop.sandbox.standin.Pause;
import io.outcrop.sandbox.visit.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Lets the calls of a world fail as the world says. Refusals come where the service would refuse:
/// of a call that a model is to answer at the gate of quotas, of any other before its operation.
/// Safe for many threads.
public final class Disturbances {
  private static final Set<Fault.Phase> AROUND = Set.of(Fault.Phase.CALL, Fault.Phase.STREAM);

  /// The operations that pass the gates of the runtime.
  private static final Set<String> GATED =
      Set.of(
          "InvokeModel",
          "InvokeModelWithResponseStream",
          "Converse",
          "ConverseStream",
          "CreateMessage");

  private final LiveWorld world;
  private final Visitors visitors;
  private final Pause pause;

  /// The faults of `world`, whose callers `visitors` knows, and which make them wait by `pause`.
  public Disturbances(LiveWorld world, Visitors visitors, Pause pause) {
    this.world = world;
    this.visitors = visitors;
    this.pause = pause;
  }

  /// What happens to `call` besides its answer.
  public Trouble of(Call call) {
    var realm = world.realm();
    if (realm.circumstances().faults().stream()
        .noneMatch(fault -> AROUND.contains(fault.kind().phase()))) {
      return new Trouble(List.of(), pause);
    }
    var caller = visitors.find(realm, call.caller()).map(Visitor::arn).orElse("");
    return new Trouble(
        world.exclusively(
            () -> draw(world, AROUND, Integer.MAX_VALUE, call, modelId(call), caller)),
        pause);
  }

  /// The refusal of a call, if a fault makes one and the call is not refused at a gate of its own.
  /// Only inside the world's turn.
  public static Optional<Reply.Fault> refusalBefore(Visit visit) {
    return GATED.contains(visit.call().operation())
        ? Optional.empty()
        : refusal(visit, modelId(visit.call()));
  }

  /// The refusal of a call, if a fault makes one. Only inside the world's turn.
  ///
  /// @param modelId the model that is called; empty if it is none
  public static Optional<Reply.Fault> refusal(Visit visit, String modelId) {
    return draw(
            visit.world(),
            Set.of(Fault.Phase.REFUSAL),
            1,
            visit.call(),
            modelId,
            visit.visitor().arn())
        .stream()
        .findFirst()
        .map(fault -> Refusals.of(visit.call().service(), fault));
  }

  private static List<Fault> draw(
      LiveWorld world, Set<Fault.Phase> phases, int most, Call call, String modelId, String who) {
    var realm = world.realm();
    var faults = new ArrayList<>(realm.circumstances().faults());
    var met = new ArrayList<Fault>();
    for (var i = 0; i < faults.size() && met.size() < most; i++) {
      var fault = faults.get(i);
      if (phases.contains(fault.kind().phase()) && reaches(fault, call, modelId, who)) {
        var draw = fault.draw();
        faults.set(i, draw.after());
        if (draw.meets()) {
          met.add(fault);
        }
      }
    }
    keep(world, realm, faults);
    return met;
  }

  private static boolean reaches(Fault fault, Call call, String modelId, String who) {
    return (!fault.kind().isOfModels() || !modelId.isEmpty())
        && fault.scope().includes(endpoint(call), call.operation(), modelId, who);
  }

  private static void keep(LiveWorld world, Realm realm, List<Fault> faults) {
    if (!faults.equals(realm.circumstances().faults())) {
      world.commit(realm.with(realm.circumstances().withFaults(faults)));
    }
  }

  /// The runtime has two doors at one address.
  private static String endpoint(Call call) {
    return call.service().equals("bedrock-runtime-messages") ? "bedrock-runtime" : call.service();
  }

  /// The model that a call is for, as it wrote it; empty if it is for none.
  private static String modelId(Call call) {
    return switch (call.service()) {
      case "bedrock-runtime" -> call.input().text("modelId").orElse("");
      case "bedrock-runtime-messages", "bedrock-mantle" -> AnthropicRoute.model(call);
      default -> "";
    };
  }
}
