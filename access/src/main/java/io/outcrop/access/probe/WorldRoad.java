package io.outcrop.access.probe;

import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Reached;
import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.aws.Endpoints;
import io.outcrop.cloud.answer.Answer.Stage;
import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.client.EndpointSettings;
import io.outcrop.cloud.client.Proxies;
import io.outcrop.cloud.client.Setting;
import io.outcrop.cloud.reach.Fault;
import io.outcrop.cloud.reach.Reach;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The way to the models' host that a world's client side names. Besides AWS a world has nothing
/// but this machine: of every other host it is known without asking that its name leads nowhere and
/// that no packet reaches its address, so nothing is sent there.
final class WorldRoad {
  private static final String RUNTIME = "bedrock-runtime";

  private final ExaminationRequest request;
  private final Duration patience;

  WorldRoad(ExaminationRequest request, Duration patience) {
    this.request = request;
    this.patience = patience;
  }

  /// What stops a call to the models of `region`; nothing if it gets through to AWS.
  Optional<Observation<Reached>> stop(String region) {
    var proxy =
        Proxies.forCall(
            outsideOfWorlds(request.client()),
            URI.create("https://" + Endpoints.host(RUNTIME, region)));
    return proxy.isPresent() ? atProxy(proxy.get()) : atEndpoint();
  }

  private static ClientSide outsideOfWorlds(ClientSide client) {
    return new ClientSide(
        client.environment(),
        client.home(),
        client.workingDirectory(),
        client.clockOffset(),
        false,
        client.userClient());
  }

  private Optional<Observation<Reached>> atProxy(URI proxy) {
    if (!isHere(proxy)) {
      return stopped(
          Stage.PROXY,
          proxy,
          "in this world there is no proxy `" + proxy.getHost() + "`",
          Fault.PROXY_UNREACHABLE);
    }
    return Reach.probe(proxy, request.client(), request.profile(), patience, request.clock())
        .failure()
        .flatMap(step ->
            stopped(
                Stage.PROXY,
                proxy,
                "no connection to the proxy: " + step.why(),
                Fault.PROXY_UNREACHABLE));
  }

  private Optional<Observation<Reached>> atEndpoint() {
    var setting = EndpointSettings.of(request.client(), request.profile()).of(RUNTIME);
    var address = address(setting);
    if (address.isEmpty() || address.equals(Optional.ofNullable(request.endpoint()))) {
      return Optional.empty();
    }
    var uri = address.get();
    if (isHere(uri)) {
      return Reach.probe(uri, request.client(), request.profile(), patience, request.clock())
          .failure()
          .map(step ->
              new Observation.Unreachable<>(
                  RUNTIME,
                  step.stage(),
                  uri.getAuthority(),
                  step.why(),
                  Optional.ofNullable(step.fault()).stream().toList()));
    }
    if (isAws(uri)) {
      return Optional.empty();
    }
    return isNumber(uri)
        ? stopped(
            Stage.CONNECT,
            uri,
            "in this world no packet reaches `" + uri.getHost() + "`",
            Fault.CONNECT_LATE)
        : stopped(
            Stage.RESOLVE,
            uri,
            "in this world no host is named `" + uri.getHost() + "`",
            Fault.NAME_UNKNOWN);
  }

  private static Optional<Observation<Reached>> stopped(
      Stage stage, URI where, String why, Fault fault) {
    return Optional.of(
        new Observation.Unreachable<>(RUNTIME, stage, where.getAuthority(), why, List.of(fault)));
  }

  private static Optional<URI> address(Setting setting) {
    try {
      var uri = URI.create(setting.value());
      return uri.getHost() == null ? Optional.empty() : Optional.of(uri);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static boolean isHere(URI uri) {
    var host = uri.getHost();
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }

  private static boolean isNumber(URI uri) {
    return uri.getHost().matches("[0-9.]+|\\[.*\\]");
  }

  private static boolean isAws(URI uri) {
    return uri.getHost()
        .matches(".*\\.(amazonaws\\.com|amazonaws\\.com\\.cn|api\\.aws|amazonaws\\.eu)");
  }
}
