package io.outcrop.access.judgement;

import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Observations;
import io.outcrop.access.examination.Evidence;
import io.outcrop.aws.DenialReference;
import io.outcrop.cloud.call.IamToolbox.Evaluation;
import io.outcrop.cloud.call.IamToolbox.Evaluations;
import io.outcrop.cloud.call.IamToolbox.Matched;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What AWS itself weighed for a denial, and where it can be read.
final class Weighed {
  private final Observations seen;

  Weighed(Observations seen) {
    this.seen = seen;
  }

  /// What AWS found, a piece of evidence for each action that was not allowed.
  List<Evidence> evidence() {
    return seen.weighed() instanceof Observation.Succeeded<Evaluations>(var all, var source)
        ? all.evaluations().stream()
            .filter(one -> !one.effect().equals("ALLOW"))
            .map(one -> new Evidence("observed", sentence(one, all), source))
            .toList()
        : List.of();
  }

  private static String sentence(Evaluation one, Evaluations all) {
    var what = "AWS weighed `%s` on `%s`: ".formatted(one.action(), one.resource());
    if (one.effect().equals("IMPLICIT_DENY")) {
      return what + "nothing allows it, of " + kinds(all);
    }
    return what
        + "denied by "
        + String.join(", ", one.matched().stream().map(by -> policy(by, all)).toList());
  }

  private static String policy(Matched matched, Evaluations all) {
    var policy =
        all.policies().stream().filter(one -> one.uri().equals(matched.policy())).findFirst();
    var statements =
        matched.statements().isEmpty()
            ? ""
            : "statement `" + String.join("`, `", matched.statements()) + "` of ";
    var attached =
        policy
            .filter(one -> !one.attachedTo().isEmpty())
            .map(one -> ", attached to `" + String.join("`, `", one.attachedTo()) + "`")
            .orElse("");
    return statements
        + policy.map(one -> words(one.type()) + " ").orElse("")
        + "`"
        + matched.policy()
        + "`"
        + attached;
  }

  private static String kinds(Evaluations all) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    all.policies().forEach(one -> counts.merge(words(one.type()), 1, Integer::sum));
    var list = counts.entrySet().stream().map(one -> one.getValue() + " " + one.getKey()).toList();
    return list.isEmpty() ? "no policy" : String.join(", ", list);
  }

  private static String words(String type) {
    return switch (type) {
      case "IDENTITY_BASED_POLICY" -> "identity-based policy";
      case "RESOURCE_BASED_POLICY" -> "resource-based policy";
      case "PERMISSIONS_BOUNDARY" -> "permissions boundary";
      case "SESSION_POLICY" -> "session policy";
      case "SERVICE_CONTROL_POLICY" -> "service control policy";
      case "RESOURCE_CONTROL_POLICY" -> "resource control policy";
      case "VPC_ENDPOINT_POLICY" -> "VPC endpoint policy";
      default -> type;
    };
  }

  /// Where a person can read it.
  List<String> notes() {
    var region = seen.asked().region().value();
    return Stream.of(seen.plain(), seen.streaming(), seen.identity(), seen.permissions())
        .map(Weighed::message)
        .flatMap(message -> DenialReference.in(message).stream())
        .map(reference ->
            "AWS keeps for a day what it weighed for this denial: %s%s"
                .formatted(reference.page(region), why()))
        .distinct()
        .toList();
  }

  private String why() {
    return switch (seen.weighed()) {
      case Observation.NotPermitted<?> _ ->
          " (the caller may not read it itself: `iam:GetRequestAuthorizationDetails` is needed)";
      case Observation.Refused<?>(var _, var error, var _)
          when error.code().startsWith("ResourceNotFound") ->
          " (AWS had not written it down yet)";
      case Observation.Refused<?> _,
          Observation.Succeeded<?> _,
          Observation.Unreachable<?> _,
          Observation.Skipped<?> _,
          Observation.Crashed<?> _ ->
          "";
    };
  }

  private static String message(Observation<?> observation) {
    return switch (observation) {
      case Observation.Refused<?>(var _, var error, var _) -> error.message();
      case Observation.NotPermitted<?>(var _, var error) -> error.message();
      case Observation.Succeeded<?> _,
          Observation.Unreachable<?> _,
          Observation.Skipped<?> _,
          Observation.Crashed<?> _ ->
          "";
    };
  }
}
