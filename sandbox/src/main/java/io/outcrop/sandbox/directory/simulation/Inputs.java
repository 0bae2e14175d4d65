package io.outcrop.sandbox.directory.simulation;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.request.PolicyLayers.Organization;
import io.outcrop.iam.request.RequestContext;
import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Refusals;
import io.outcrop.sandbox.visit.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a simulation is asked with.
final class Inputs {
  private static final Pattern ACTION = Pattern.compile("[a-zA-Z0-9-]+:[a-zA-Z0-9]+");

  private final Visit visit;
  private final List<String> malformed = new ArrayList<>();

  Inputs(Visit visit) {
    this.visit = visit;
  }

  /// The policies of a list, named as the answer names them.
  List<SourcePolicy> policies(String list, PolicyKind kind) {
    var policies = new ArrayList<SourcePolicy>();
    var texts = texts(list);
    for (var i = 0; i < texts.size(); i++) {
      var id = list + "." + (i + 1);
      SourcePolicy.of(id, texts.get(i), kind).ifPresentOrElse(policies::add, () -> wrong(id));
    }
    return policies;
  }

  /// The resource's policy; at most one.
  List<SourcePolicy> resourcePolicy() {
    var text = visit.text("ResourcePolicy");
    if (text.isEmpty()) {
      return List.of();
    }
    var policy = SourcePolicy.of("ResourcePolicy", text.get(), PolicyKind.RESOURCE);
    if (policy.isEmpty()) {
      wrong("ResourcePolicy");
    }
    return policy.stream().toList();
  }

  /// The service control policies that the call brings, from the root down.
  Organization organization() {
    var levels = new ArrayList<PolicyLayers.Level>();
    for (var entry : visit.call().input().list("OrderedOrganizationPolicyInputList")) {
      var level = "level " + (levels.size() + 1);
      var policies = new ArrayList<NamedPolicy>();
      var texts =
          entry instanceof Json.Obj object
              ? object.list("ServiceControlPolicyInputList")
              : List.<Json>of();
      for (var text : texts) {
        SourcePolicy.of(level, text.asText().orElse(""), PolicyKind.SCP)
            .ifPresentOrElse(
                policy -> policies.add(policy.named()),
                () -> wrong("OrderedOrganizationPolicyInputList"));
      }
      levels.add(new PolicyLayers.Level(level, policies));
    }
    return levels.isEmpty() ? new Organization.None() : new Organization.Levels(levels);
  }

  /// The condition keys that are given.
  RequestContext context() {
    var context = RequestContext.empty();
    for (var entry : visit.call().input().list("ContextEntries")) {
      if (entry instanceof Json.Obj object) {
        var name = object.text("ContextKeyName").orElse("");
        var values =
            object.list("ContextKeyValues").stream()
                .flatMap(value -> value.asText().stream())
                .toList();
        var isList = object.text("ContextKeyType").orElse("string").endsWith("List");
        context =
            isList || values.size() != 1
                ? context.withAll(name, values)
                : context.with(name, values.getFirst());
      }
    }
    return context;
  }

  /// The texts of a list.
  List<String> texts(String list) {
    return visit.call().input().list(list).stream()
        .flatMap(value -> value.asText().stream())
        .toList();
  }

  /// What the simulator takes no actions and boundaries for. Source: IAM API Reference,
  /// "SimulatePrincipalPolicy": an action includes its service and no wildcard, and there is one
  /// boundary at most; the words are the sandbox's own.
  Optional<Reply.Fault> unfit() {
    if (texts("PermissionsBoundaryPolicyInputList").size() > 1) {
      return Optional.of(
          Refusals.invalidInput(
              "PermissionsBoundaryPolicyInputList can contain only one permissions boundary"));
    }
    return texts("ActionNames").stream()
        .filter(action -> !ACTION.matcher(action).matches())
        .findFirst()
        .map(action -> Refusals.invalidInput("Invalid Input Actions: " + action));
  }

  private void wrong(String where) {
    malformed.add(where);
  }

  /// The refusal of the first policy that could not be read.
  Optional<Reply.Fault> refused() {
    return malformed.stream()
        .findFirst()
        .map(where -> Refusals.invalidInput("Policy " + where + ": Syntax errors in policy."));
  }
}
