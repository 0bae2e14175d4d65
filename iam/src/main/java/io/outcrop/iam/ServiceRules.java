package io.outcrop.iam;

import io.outcrop.iam.match.Glob;
import io.outcrop.iam.match.RequestView;
import io.outcrop.json.Fields;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/// What services decide by themselves, whatever any policy says; a resource file, each entry with
/// its source.
///
/// @param controlled the services whose resources resource control policies reach
/// @param refusals requests that a service refuses to everybody
record ServiceRules(Set<String> controlled, List<Refusal> refusals) {
  private static final ServiceRules SHIPPED = read();

  /// Actions, in lower case, that a service refuses on some resources.
  private record Refusal(String service, Set<String> actions, Glob resource, String why) {
    private boolean matches(RequestView request) {
      return service.equals(request.service())
          && actions.contains(request.operation())
          && resource.matches(request.request().resource());
    }
  }

  static ServiceRules shipped() {
    return SHIPPED;
  }

  /// Whether resource control policies reach the resources of the request's service.
  boolean hasResourceControl(RequestView request) {
    return controlled.contains(request.service());
  }

  /// Why the service refuses the request to everybody; empty if it does not.
  String refusal(RequestView request) {
    for (var refusal : refusals) {
      if (refusal.matches(request)) {
        return refusal.why();
      }
    }
    return "";
  }

  private static ServiceRules read() {
    try (var stream = ServiceRules.class.getResourceAsStream("service-rules.json")) {
      var text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
      if (!(JsonReader.read(text) instanceof JsonReading.Read(var value))) {
        throw new IllegalStateException("service-rules.json is not JSON");
      }
      var fields = new Fields(value, "", new ArrayList<>());
      var controlled = fields.object("resourceControlPolicies").orElseThrow().texts("services");
      return new ServiceRules(
          new HashSet<>(controlled), fields.objects("refused", ServiceRules::refusal));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Refusal refusal(Fields refusal) {
    var actions = new HashSet<String>();
    refusal.texts("actions").forEach(action -> actions.add(action.toLowerCase(Locale.ROOT)));
    return new Refusal(
        refusal.text("service"), actions, Glob.of(refusal.text("resource")), refusal.text("why"));
  }
}
