package io.outcrop.iam.walk;

import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.decision.StatementRef;
import io.outcrop.iam.policy.Statement;
import io.outcrop.iam.policy.Statement.Effect;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.request.PolicyLayers.Organization;
import io.outcrop.iam.walk.LayerAnswer.NearMiss;
import io.outcrop.iam.walk.LayerAnswer.Standing;
import java.util.ArrayList;
import java.util.List;

/// Walks through the layers of a request. Every statement is asked by itself, so this is for one
/// request that somebody wants to understand, not for many. Stateless and safe for many threads.
public final class Walk {
  private final AuthorizationRequest request;

  private Walk(AuthorizationRequest request) {
    this.request = request;
  }

  /// What every layer says to `request`, in the order of [LayerName]; of service and resource
  /// control policies each level, from the root down.
  public static List<LayerAnswer> through(AuthorizationRequest request, PolicyLayers layers) {
    var walk = new Walk(request);
    var answers = new ArrayList<LayerAnswer>();
    for (var name : LayerName.values()) {
      switch (name) {
        case RCP -> answers.addAll(walk.answers(name, layers.rcps()));
        case SCP -> answers.addAll(walk.answers(name, layers.scps()));
        case ENDPOINT -> answers.add(walk.answer(name, layers.endpoint()));
        case RESOURCE -> answers.add(walk.answer(name, layers.resource()));
        case IDENTITY -> answers.add(walk.answer(name, layers.identity()));
        case BOUNDARY -> answers.add(walk.answer(name, layers.boundary()));
        case SESSION -> answers.add(walk.answer(name, layers.session()));
      }
    }
    return List.copyOf(answers);
  }

  private List<LayerAnswer> answers(LayerName name, Organization organization) {
    return switch (organization) {
      case Organization.None() -> List.of(without(name, new Standing.Absent()));
      case Organization.Unknown(var why) -> List.of(without(name, new Standing.Unknown(why)));
      case Organization.Levels(var levels) ->
          levels.stream().map(level -> known(name, level.name(), level.policies())).toList();
    };
  }

  private LayerAnswer answer(LayerName name, Layer layer) {
    return switch (layer) {
      case Layer.Absent() -> without(name, new Standing.Absent());
      case Layer.Unknown(var why) -> without(name, new Standing.Unknown(why));
      case Layer.Known(var policies) -> known(name, "", policies);
    };
  }

  private static LayerAnswer without(LayerName name, Standing standing) {
    return new LayerAnswer(name, "", standing, 0, List.of(), List.of());
  }

  private LayerAnswer known(LayerName name, String level, List<NamedPolicy> policies) {
    var matched = new ArrayList<StatementRef>();
    var nearMisses = new ArrayList<NearMiss>();
    var alone = false;
    for (var policy : policies) {
      var test = new StatementTest(request, name, policy);
      for (var statement : policy.document().statements()) {
        if (!test.matches(Element.everything(statement))) {
          return new LayerAnswer(
              name, level, new Standing.OutOfReach(), policies.size(), List.of(), List.of());
        }
        var ref = new StatementRef(name, policy, statement);
        if (test.matches(statement)) {
          matched.add(ref);
          alone |= grantsAlone(test, statement);
        } else {
          nearMisses.addAll(nearMiss(test, ref));
        }
      }
    }
    return new LayerAnswer(
        name, level, LayerAnswer.standing(matched, alone), policies.size(), matched, nearMisses);
  }

  private static boolean grantsAlone(StatementTest test, Statement statement) {
    return test.layer() == LayerName.RESOURCE
        && statement.effect() == Effect.ALLOW
        && test.grantsAlone(statement);
  }

  /// None or one.
  private List<NearMiss> nearMiss(StatementTest test, StatementRef ref) {
    var failing =
        Element.of(ref.statement()).stream()
            .filter(element -> !test.matches(element.alone()))
            .toList();
    if (failing.size() != 1 || !failing.getFirst().isNear(request)) {
      return List.of();
    }
    var element = failing.getFirst();
    return List.of(new NearMiss(ref, element.name(), element.wanted(), element.found(request)));
  }
}
