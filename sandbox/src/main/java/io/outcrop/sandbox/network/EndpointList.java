package io.outcrop.sandbox.network;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.realm.Circumstances.EndpointPolicy;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Pages;
import io.outcrop.sandbox.visit.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// DescribeVpcEndpoints.
final class EndpointList {
  private EndpointList() {}

  static Reply answer(Visit visit) {
    var refused =
        Denial.of(visit, Guard.Wish.of("ec2:DescribeVpcEndpoints", "*"))
            .or(() -> Ec2.rehearsal(visit));
    if (refused.isPresent()) {
      return refused.get();
    }
    var own = own(visit);
    var ids = texts(visit.call().input(), "VpcEndpointIds");
    for (var id : ids) {
      if (own.stream().noneMatch(endpoint -> endpoint.endpointId().equals(id))) {
        return Ec2.notFound(id);
      }
    }
    var shown = new ArrayList<>(own);
    if (!ids.isEmpty()) {
      shown.removeIf(endpoint -> !ids.contains(endpoint.endpointId()));
    }
    for (var filter : visit.call().input().list("Filters")) {
      var name = filter instanceof Json.Obj object ? object.text("Name").orElse("") : "";
      var wanted = filter instanceof Json.Obj object ? texts(object, "Values") : List.<String>of();
      if (!EndpointShown.isFilter(name)) {
        return Faults.said(400, "InvalidParameterValue", "The filter '" + name + "' is invalid");
      }
      shown.removeIf(endpoint ->
          EndpointShown.properties(endpoint, name).stream()
              .noneMatch(value -> wanted.stream().anyMatch(pattern -> fits(pattern, value))));
    }
    return Pages.reply(
        visit,
        "VpcEndpoints",
        List.copyOf(shown),
        EndpointPolicy::endpointId,
        endpoint -> EndpointShown.of(visit, endpoint));
  }

  /// The endpoints of the caller's account in the region that is called.
  static List<EndpointPolicy> own(Visit visit) {
    return visit.realm().circumstances().endpointPolicies().stream()
        .filter(endpoint -> endpoint.site().account().equals(visit.account().id()))
        .filter(endpoint -> endpoint.site().region().equals(visit.region()))
        .toList();
  }

  static Optional<EndpointPolicy> find(Visit visit, String id) {
    return own(visit).stream().filter(endpoint -> endpoint.endpointId().equals(id)).findFirst();
  }

  /// Values of filters know `*` and `?`. Source: EC2 User Guide, "Filter your resources".
  private static boolean fits(String pattern, String value) {
    var regex = Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
    return Pattern.matches(regex, value);
  }

  private static List<String> texts(Json.Obj from, String name) {
    return from.list(name).stream().flatMap(value -> value.asText().stream()).toList();
  }
}
