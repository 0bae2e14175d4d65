package io.outcrop.access.probe;

import io.outcrop.access.evidence.Permissions.Held;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.call.Iam;
import io.outcrop.cloud.call.PolicyOwner;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.List;

/// Reads identity policies. The first that cannot be read makes the layer unknown: it might deny.
final class IdentityReading {
  private final Iam iam;
  private final List<Held> inline = new ArrayList<>();
  private final List<NamedPolicy> policies = new ArrayList<>();
  private String failure = "";

  IdentityReading(Iam iam) {
    this.iam = iam;
  }

  /// The inline policies that were read.
  List<Held> inline() {
    return List.copyOf(inline);
  }

  Answer<List<String>> groups(String userName) {
    return iam.groups(userName);
  }

  /// The inline and attached policies of `owners`.
  Layer layer(List<PolicyOwner> owners) {
    for (var owner : owners) {
      for (var name : value(iam.inlinePolicyNames(owner), List.<String>of())) {
        inline(owner, name);
      }
      for (var attached : value(iam.attachedPolicies(owner), List.<Iam.Attached>of())) {
        add(managed(attached.arn(), owner.toString(), PolicyKind.IDENTITY));
      }
    }
    return failure.isEmpty() ? new Layer.Known(policies) : new Layer.Unknown(failure);
  }

  /// One managed policy as a layer of its own.
  Layer managed(String arn, String attachedTo, PolicyKind kind) {
    return switch (iam.managedPolicy(arn)) {
      case Answer.Succeeded<Iam.Managed>(var policy, var _) ->
          parsed(policy.name(), arn, attachedTo, policy.document(), kind);
      case Answer.Refused<Iam.Managed> refused ->
          new Layer.Unknown("policy `" + arn + "`: " + refused.error().message());
      case Answer.Unreachable<Iam.Managed> unreachable ->
          new Layer.Unknown("policy `" + arn + "`: " + unreachable.why());
    };
  }

  private void inline(PolicyOwner owner, String name) {
    var what = "policy `" + name + "` of " + owner + ": ";
    switch (iam.inlinePolicy(owner, name)) {
      case Answer.Succeeded<Json.Obj>(var document, var _) -> {
        inline.add(new Held(owner, name, document));
        add(parsed(name, "", owner.toString(), document, PolicyKind.IDENTITY));
      }
      case Answer.Refused<Json.Obj> refused -> fail(what + refused.error().message());
      case Answer.Unreachable<Json.Obj> unreachable -> fail(what + unreachable.why());
    }
  }

  private void add(Layer one) {
    switch (one) {
      case Layer.Known(var found) -> policies.addAll(found);
      case Layer.Unknown(var why) -> fail(why);
      case Layer.Absent _ -> {}
    }
  }

  private static Layer parsed(
      String name, String arn, String attachedTo, Json.Obj document, PolicyKind kind) {
    return switch (PolicyParser.parse(document, kind)) {
      case PolicyParsing.Parsed(var policy) ->
          new Layer.Known(List.of(new NamedPolicy(name, arn, attachedTo, policy)));
      case PolicyParsing.Rejected(var problems) ->
          new Layer.Unknown("policy `" + name + "` is malformed: " + problems.getFirst());
    };
  }

  private <T> T value(Answer<T> answer, T otherwise) {
    return switch (answer) {
      case Answer.Succeeded<T>(T value, var _) -> value;
      case Answer.Refused<T> refused -> {
        fail(refused.operation() + ": " + refused.error().message());
        yield otherwise;
      }
      case Answer.Unreachable<T> unreachable -> {
        fail(unreachable.operation() + ": " + unreachable.why());
        yield otherwise;
      }
    };
  }

  private void fail(String why) {
    if (failure.isEmpty()) {
      failure = "identity policies: " + why;
    }
  }
}
