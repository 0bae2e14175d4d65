package io.outcrop.cli.policy.lint;

import io.outcrop.access.probe.PermissionsLook;
import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.place.Place;
import io.outcrop.cli.place.Wishes;
import io.outcrop.cli.policy.inquiry.InputFiles;
import io.outcrop.cli.policy.inquiry.Places;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.Session;
import io.outcrop.iam.account.AccountDetails;
import io.outcrop.iam.account.AccountReading;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.request.PolicyLayers.Organization;
import io.outcrop.json.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The policies of an account: all that its details list, or those of the caller. AWS's own are
/// nobody's to change, and left out.
final class AccountPolicies {
  private static final String AWS_OWN = ":iam::aws:";

  private AccountPolicies() {}

  /// @param world the sandbox's world that they come from; empty if from none
  /// @param account the account's id; empty if it is not known
  record Found(List<PolicyText> policies, String account, String world) {}

  static Found ofDetails(String file, Session session) {
    return switch (AccountDetails.read(new InputFiles(session).text(file))) {
      case AccountReading.Read(var details) ->
          new Found(
              details.written().stream()
                  .map(one ->
                      new PolicyText(
                          name(one.kind().words(), one.name(), one.owner()),
                          false,
                          one.text(),
                          one.kind(),
                          false))
                  .toList(),
              "",
              "");
      case AccountReading.Rejected(var problems) ->
          throw Places.complaint(
              file, problems, "aws iam get-account-authorization-details > details.json");
    };
  }

  static Found ofCaller(Arguments arguments, Session session) {
    try (var place = Place.open(Wishes.of(arguments, session), session)) {
      session.terminal().status("reading policies …");
      var seen = PermissionsLook.look(place.request(), List.of());
      var permissions =
          seen.seen()
              .orElseThrow(() ->
                  Complaint.unknown(
                      "the policies could not be read: " + seen.words(),
                      "name a profile that may read them: --admin-profile NAME"));
      return new Found(
          texts(permissions.layers()), permissions.principal().account(), place.world());
    } finally {
      session.terminal().clearStatus();
    }
  }

  private static List<PolicyText> texts(PolicyLayers layers) {
    var policies = new ArrayList<NamedPolicy>();
    for (var layer :
        List.of(layers.identity(), layers.boundary(), layers.session(), layers.resource())) {
      if (layer instanceof Layer.Known(var known)) {
        policies.addAll(known);
      }
    }
    for (var organization : List.of(layers.scps(), layers.rcps())) {
      if (organization instanceof Organization.Levels(var levels)) {
        levels.forEach(level -> policies.addAll(level.policies()));
      }
    }
    Set<PolicyText> texts = new LinkedHashSet<>();
    for (var policy : policies) {
      if (!policy.arn().contains(AWS_OWN) && !policy.arn().contains(":organizations::aws:")) {
        var kind = policy.document().kind();
        texts.add(
            new PolicyText(
                name(kind.words(), policy.name(), policy.attachedTo()),
                false,
                JsonWriter.pretty(policy.document().source()),
                kind,
                false));
      }
    }
    return List.copyOf(texts);
  }

  private static String name(String kind, String name, String owner) {
    return kind + " " + name + (owner.isEmpty() ? "" : " of " + owner);
  }
}
