package io.outcrop.cli.policy.inquiry;

import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Permissions;
import io.outcrop.access.probe.PermissionsLook;
import io.outcrop.aws.Principal;
import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.place.Place;
import io.outcrop.cli.place.Wishes;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.Session;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.PolicyLayers;
import java.util.ArrayList;
import java.util.List;

/// Reads the policies of a principal from its account, or from a world.
final class AccountSources {
  private AccountSources() {}

  /// @param principal none for the caller
  /// @param given the layers that the command line gives besides
  static Source read(
      Arguments arguments,
      Session session,
      List<Principal> principal,
      PolicyLayers given,
      GivenPolicies files) {
    var surroundings = new Surroundings(arguments, given);
    try (var place = Place.open(Wishes.of(arguments, session), session)) {
      session.terminal().status("reading policies …");
      var request = place.request();
      var permissions = seen(PermissionsLook.look(request, principal));
      var notes = new ArrayList<>(surroundings.notes());
      notes.add("the policies were read as " + permissions.readAs());
      return new Source(
          permissions.principal(),
          permissions.context(),
          asked -> surroundings.around(permissions.layers(), new Layer.Absent(), asked),
          files.whereabouts(""),
          new Source.Called(request.model().value(), request.region().value()),
          request.clock().instant(),
          notes,
          place.world());
    } finally {
      session.terminal().clearStatus();
    }
  }

  private static Permissions seen(Observation<Permissions> observation) {
    return observation
        .seen()
        .orElseThrow(() ->
            Complaint.unknown(
                "the policies could not be read: " + observation.words(),
                "name a profile that may read them: --admin-profile NAME"));
  }
}
