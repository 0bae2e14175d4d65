package io.outcrop.iam.plain;

import io.outcrop.iam.decision.Decision.Outcome;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.request.PolicyLayers.Level;
import io.outcrop.iam.request.PolicyLayers.Organization;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/// The outcome where nobody could look at some layers: each is tried absent, allowing everything
/// and denying everything, and what comes out of all of that is what can be known.
public final class Unseen {
  private Unseen() {}

  /// The outcome, as far as it does not depend on what could not be seen.
  public static Outcome decide(AuthorizationRequest request, PolicyLayers layers) {
    var possible = seen(layers).toList();
    if (possible.size() == 1) {
      return judge(request, layers).outcome();
    }
    var outcomes = EnumSet.noneOf(Outcome.class);
    possible.forEach(each -> outcomes.add(judge(request, each).outcome()));
    if (judge(request, possible.getFirst()).outcome() == Outcome.EXPLICITLY_DENIED) {
      return Outcome.EXPLICITLY_DENIED;
    }
    if (!outcomes.contains(Outcome.ALLOWED)) {
      return Outcome.IMPLICITLY_DENIED;
    }
    return outcomes.size() == 1 ? Outcome.ALLOWED : Outcome.DEPENDS_ON_UNKNOWN;
  }

  private static Judgement judge(AuthorizationRequest request, PolicyLayers layers) {
    return Reference.judge(request, PlainLayers.of(layers));
  }

  /// Everything the layers could be; first with all that is unseen absent.
  private static Stream<PolicyLayers> seen(PolicyLayers layers) {
    return layers(layers.identity(), PolicyKind.IDENTITY)
        .flatMap(identity ->
            layers(layers.boundary(), PolicyKind.BOUNDARY)
                .flatMap(boundary ->
                    layers(layers.session(), PolicyKind.SESSION)
                        .flatMap(session -> seen(layers, identity, boundary, session))));
  }

  private static Stream<PolicyLayers> seen(
      PolicyLayers layers, Layer identity, Layer boundary, Layer session) {
    return levels(layers.scps(), PolicyKind.SCP)
        .flatMap(scps ->
            levels(layers.rcps(), PolicyKind.RCP)
                .flatMap(rcps ->
                    layers(layers.resource(), PolicyKind.RESOURCE)
                        .flatMap(resource ->
                            layers(layers.endpoint(), PolicyKind.ENDPOINT)
                                .map(endpoint ->
                                    new PolicyLayers(
                                        identity, boundary, session, scps, rcps, resource,
                                        endpoint)))));
  }

  private static Stream<Layer> layers(Layer layer, PolicyKind kind) {
    return layer instanceof Layer.Unknown
        ? Stream.of(
            new Layer.Absent(),
            new Layer.Known(List.of(everything("Allow", kind))),
            new Layer.Known(List.of(everything("Deny", kind))))
        : Stream.of(layer);
  }

  private static Stream<Organization> levels(Organization organization, PolicyKind kind) {
    return organization instanceof Organization.Unknown
        ? Stream.of(
            new Organization.None(),
            level(everything("Allow", kind)),
            level(everything("Deny", kind)))
        : Stream.of(organization);
  }

  private static Organization level(NamedPolicy policy) {
    return new Organization.Levels(List.of(new Level("root", List.of(policy))));
  }

  private static NamedPolicy everything(String effect, PolicyKind kind) {
    var principal =
        switch (kind) {
          case RESOURCE, TRUST, ENDPOINT, RCP -> "\"Principal\":\"*\",";
          case IDENTITY, BOUNDARY, SESSION, SCP -> "";
        };
    var text =
        "{\"Version\":\"2012-10-17\",\"Statement\":{%s\"Effect\":\"%s\",\"Action\":\"*\",\"Resource\":\"*\"}}"
            .formatted(principal, effect);
    var parsed = (PolicyParsing.Parsed) PolicyParser.parse(text, kind);
    return new NamedPolicy(effect, "", "", parsed.document());
  }
}
