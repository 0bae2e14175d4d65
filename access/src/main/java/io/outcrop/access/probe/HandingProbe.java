package io.outcrop.access.probe;

import io.outcrop.access.evidence.Asked;
import io.outcrop.access.evidence.Handing;
import io.outcrop.access.evidence.Hop;
import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Permissions;
import io.outcrop.aws.Arn;
import io.outcrop.aws.Principal;
import io.outcrop.cloud.call.Iam;
import io.outcrop.cloud.call.Sts.Identity;
import io.outcrop.json.Json;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Looks whether the role that is examined is one that is handed to a service, and reads the
/// policies of whoever would hand it on: the one who looks.
final class HandingProbe {
  private final Caller caller;
  private final Reader reader;
  private final Asked asked;

  /// @param reader who looks, and deploys
  HandingProbe(Caller caller, Reader reader, Asked asked) {
    this.caller = caller;
    this.reader = reader;
    this.asked = asked;
  }

  /// Begins to look.
  ///
  /// @param deployer who the reader is
  /// @param encrypted whether calls go over TLS
  Together.Look<Handing> begin(
      Round round, Supplier<Observation<Identity>> deployer, boolean encrypted) {
    return round.once(
        List.of(caller.reader(), asked.scope().hop(), role()),
        "the deployer",
        () -> look(deployer.get(), encrypted));
  }

  /// The ARN of the role that was asked for, or that the function runs as; empty for none.
  private String role() {
    return caller.judged().map(Caller.Judged::role).orElse(asked.scope().role());
  }

  private Observation<Handing> look(Observation<Identity> identity, boolean encrypted) {
    var role = role();
    if (role.isEmpty()) {
      return new Observation.Skipped<>("no role is looked at");
    }
    if (!asked.scope().has("permissions")) {
      return new Observation.Skipped<>(Probes.NOT_ASKED);
    }
    if (!reader.why().isEmpty()) {
      return new Observation.Skipped<>(reader.why());
    }
    var deployer = identity.seen().flatMap(one -> Principal.parse(one.arn()));
    if (deployer.isEmpty()) {
      return new Observation.Skipped<>("it is not known who deploys: " + identity.words());
    }
    var hop = caller.hop();
    var services =
        hop.seen().isPresent()
            ? new Observation.Succeeded<>(List.of(Hop.SERVICE), "the function")
            : trusted(role);
    if (services instanceof Observation.Succeeded<List<String>>(var names, var _)
        && names.isEmpty()) {
      return new Observation.Skipped<>("`" + role + "` is no service's to be");
    }
    if (services.seen().isEmpty()) {
      return new Observation.Skipped<>("the role's trust policy: " + services.words());
    }
    var context =
        new PrincipalContext(
            asked.at(), identity.seen().map(Identity::userId).orElse(""), encrypted);
    return new PolicyProbe(reader.account(), reader.readAs(), context, () -> false)
        .look(deployer.get())
        .map((Permissions permissions) ->
            new Handing(role, services.seen().orElseThrow(), permissions));
  }

  private Observation<List<String>> trusted(String role) {
    var path = Arn.parse(role).map(Arn::resourceId).orElse("");
    return Observation.of(
            "iam:GetRole", reader.account().iam().role(path.substring(path.lastIndexOf('/') + 1)))
        .map((Iam.Entity entity) -> services(entity.trust()));
  }

  /// The services that some statement lets in. What conditions say of them is not asked: whoever
  /// hands the role on has to be allowed to do so anyway.
  private static List<String> services(List<Json.Obj> trust) {
    return trust.stream()
        .flatMap(document -> document.list("Statement").stream())
        .filter(Json.Obj.class::isInstance)
        .map(Json.Obj.class::cast)
        .filter(statement -> statement.text("Effect").stream().anyMatch("Allow"::equals))
        .flatMap(statement -> statement.object("Principal").stream())
        .flatMap(principal -> principal.get("Service").stream())
        .flatMap(service ->
            service instanceof Json.Arr list ? list.elements().stream() : Stream.of(service))
        .flatMap(name -> name.asText().stream())
        .distinct()
        .sorted()
        .toList();
  }
}
