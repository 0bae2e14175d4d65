package io.outcrop.cli.policy.inquiry;

import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.session.Complaint;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.request.PolicyLayers.Level;
import io.outcrop.iam.request.PolicyLayers.Organization;
import io.outcrop.report.policy.Whereabouts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the policies that the command line names. One that does not follow its grammar ends the
/// run: nothing is decided under half of the policies.
final class GivenPolicies {
  private static final String FULL_ACCESS = "FullAWSAccess";
  private static final String FULL_ACCESS_DOCUMENT =
      """
      {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}\
      """;

  private final Arguments arguments;
  private final InputFiles files;
  private final Map<Whereabouts.Policy, String> found = new HashMap<>();

  GivenPolicies(Arguments arguments, InputFiles files) {
    this.arguments = arguments;
    this.files = files;
  }

  /// The layers; what is not named takes no part. Identity policies may be none.
  PolicyLayers read() {
    if (arguments.has("--resource-policy") && arguments.has("--trust-policy")) {
      throw Complaint.usage(
          "`--resource-policy` and `--trust-policy` exclude each other",
          "a role's trust policy is its resource policy");
    }
    var trust = layer("--trust-policy", LayerName.RESOURCE, PolicyKind.TRUST, 1);
    return new PolicyLayers(
        new Layer.Known(
            policies("--policy", LayerName.IDENTITY, PolicyKind.IDENTITY, Integer.MAX_VALUE)),
        layer("--boundary", LayerName.BOUNDARY, PolicyKind.BOUNDARY, 1),
        layer("--session-policy", LayerName.SESSION, PolicyKind.SESSION, Integer.MAX_VALUE),
        levels("--scp", LayerName.SCP, PolicyKind.SCP),
        levels("--rcp", LayerName.RCP, PolicyKind.RCP),
        trust instanceof Layer.Absent
            ? layer("--resource-policy", LayerName.RESOURCE, PolicyKind.RESOURCE, 1)
            : trust,
        layer("--endpoint-policy", LayerName.ENDPOINT, PolicyKind.ENDPOINT, 1));
  }

  /// Where they stand, once they are read.
  ///
  /// @param otherwise the file in which all other policies stand; empty if in none
  Whereabouts whereabouts(String otherwise) {
    return new Whereabouts(found, otherwise);
  }

  private Layer layer(String option, LayerName layer, PolicyKind kind, int most) {
    return arguments.has(option)
        ? new Layer.Known(policies(option, layer, kind, most))
        : new Layer.Absent();
  }

  private List<NamedPolicy> policies(String option, LayerName layer, PolicyKind kind, int most) {
    var values = arguments.all(option);
    if (values.size() > most) {
      throw Complaint.usage("`" + option + "` is given twice", "there is at most one such policy");
    }
    return values.stream().map(value -> named(value, layer, kind)).toList();
  }

  private NamedPolicy named(String value, LayerName layer, PolicyKind kind) {
    var equals = value.indexOf('=');
    var isFile = equals < 1 || files.exists(value);
    var file = isFile ? value : value.substring(equals + 1);
    return policy(isFile ? name(file) : value.substring(0, equals), file, "", layer, kind);
  }

  private static String name(String file) {
    return file.equals("-") ? "standard input" : file.substring(file.lastIndexOf('/') + 1);
  }

  private Organization levels(String option, LayerName layer, PolicyKind kind) {
    if (!arguments.has(option)) {
      return new Organization.None();
    }
    var levels = new LinkedHashMap<String, List<NamedPolicy>>();
    for (var value : arguments.all(option)) {
      var equals = value.indexOf('=');
      if (equals < 1) {
        throw Complaint.usage(
            "`" + option + " " + value + "` names no level", option + " root=" + value);
      }
      var level = value.substring(0, equals);
      var file = value.substring(equals + 1);
      var policies = levels.computeIfAbsent(level, _ -> new ArrayList<>());
      if (!file.isEmpty()) {
        policies.add(policy(name(file), file, level, layer, kind));
      }
    }
    return new Organization.Levels(
        levels.entrySet().stream()
            .map(entry -> new Level(entry.getKey(), entry.getValue()))
            .toList());
  }

  private NamedPolicy policy(
      String name, String file, String attachedTo, LayerName layer, PolicyKind kind) {
    var builtIn = kind == PolicyKind.SCP && file.equals(FULL_ACCESS) && !files.exists(file);
    var text = builtIn ? FULL_ACCESS_DOCUMENT : files.text(file);
    return switch (PolicyParser.parse(text, kind)) {
      case PolicyParsing.Parsed(var document) -> {
        var policy = new NamedPolicy(name, "", attachedTo, document);
        if (!builtIn) {
          add(Whereabouts.Policy.of(layer, policy), file);
        }
        yield policy;
      }
      case PolicyParsing.Rejected(var problems) ->
          throw Places.complaint(file, problems, "nothing was decided");
    };
  }

  private void add(Whereabouts.Policy policy, String file) {
    if (found.put(policy, file) != null) {
      throw Complaint.usage(
          "two policies of one layer are named `" + policy.name() + "`",
          "name them yourself: NAME=" + file);
    }
  }
}
