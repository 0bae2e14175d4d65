package io.outcrop.iam.difference;

import io.outcrop.iam.Authorizer;
import io.outcrop.iam.PreparedLayers;
import io.outcrop.iam.policy.PolicyDocument;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.request.PolicyLayers.Level;
import io.outcrop.iam.request.PolicyLayers.Organization;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Puts documents into their layer, all others allowing, so that they alone decide. The name of
/// each policy is its number.
///
/// A resource's policy is asked by callers of another account than the resource's: then it has to
/// allow, whatever identity policies say.
record Setting(PolicyKind kind) {
  PreparedLayers of(List<PolicyDocument> documents, boolean beside) {
    var policies = new ArrayList<NamedPolicy>();
    IntStream.range(0, documents.size())
        .mapToObj(i -> new NamedPolicy(Integer.toString(i), "", "", documents.get(i)))
        .forEach(policies::add);
    if (beside) {
      policies.add(new NamedPolicy("beside", "", "", everything(kind)));
    }
    return Authorizer.prepare(layers(policies));
  }

  private PolicyLayers layers(List<NamedPolicy> policies) {
    var known = new Layer.Known(policies);
    var levels = new Organization.Levels(List.of(new Level("level", policies)));
    var allowed =
        new Layer.Known(
            List.of(new NamedPolicy("everything", "", "", everything(PolicyKind.IDENTITY))));
    var absent = new Layer.Absent();
    var none = new Organization.None();
    return switch (kind) {
      case IDENTITY -> new PolicyLayers(known, absent, absent, none, none, absent, absent);
      case BOUNDARY -> new PolicyLayers(allowed, known, absent, none, none, absent, absent);
      case SESSION -> new PolicyLayers(allowed, absent, known, none, none, absent, absent);
      case SCP -> new PolicyLayers(allowed, absent, absent, levels, none, absent, absent);
      case RCP -> new PolicyLayers(allowed, absent, absent, none, levels, absent, absent);
      case RESOURCE, TRUST -> new PolicyLayers(allowed, absent, absent, none, none, known, absent);
      case ENDPOINT -> new PolicyLayers(allowed, absent, absent, none, none, absent, known);
    };
  }

  /// Whether access needs an Allow of such a policy but is not given by it alone.
  boolean onlyLimits() {
    return switch (kind) {
      case BOUNDARY, SESSION, SCP, RCP, ENDPOINT -> true;
      case IDENTITY, RESOURCE, TRUST -> false;
    };
  }

  /// Whether policies of the kind name principals.
  boolean namesPrincipals() {
    return switch (kind) {
      case RESOURCE, TRUST, RCP, ENDPOINT -> true;
      case IDENTITY, BOUNDARY, SESSION, SCP -> false;
    };
  }

  /// Whether the resource belongs to another account than the caller.
  boolean isAcrossAccounts() {
    return kind == PolicyKind.RESOURCE || kind == PolicyKind.TRUST;
  }

  private static PolicyDocument everything(PolicyKind kind) {
    var principal =
        switch (kind) {
          case RESOURCE, TRUST, RCP, ENDPOINT -> ",\"Principal\":\"*\"";
          case IDENTITY, BOUNDARY, SESSION, SCP -> "";
        };
    var resource = kind == PolicyKind.TRUST ? "" : ",\"Resource\":\"*\"";
    var text =
        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\""
            + principal
            + resource
            + "}}";
    return switch (PolicyParser.parse(text, kind)) {
      case PolicyParsing.Parsed(var document) -> document;
      case PolicyParsing.Rejected(var problems) ->
          throw new IllegalStateException(problems.toString());
    };
  }
}
