package io.outcrop.cli.policy.inquiry;

import io.outcrop.aws.Principal;
import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Nearest;
import io.outcrop.cli.session.Complaint;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.Knowledge;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.request.PolicyLayers.Organization;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What the command line says that nobody knows: `--unknown aws:SourceIp`, `--unknown scp`,
/// `--unknown session-name`.
final class Unknowns {
  private static final String SESSION_NAME = "session-name";
  private final Map<LayerName, String> layers = new EnumMap<>(LayerName.class);
  private Knowledge knowledge = Knowledge.COMPLETE;

  private Unknowns() {}

  static Unknowns of(Arguments arguments) {
    var unknowns = new Unknowns();
    arguments.all("--unknown").forEach(what -> unknowns.add(what, arguments));
    return unknowns;
  }

  private void add(String what, Arguments arguments) {
    var layer = Arrays.stream(LayerName.values()).filter(one -> one.id().equals(what)).findFirst();
    if (layer.isPresent()) {
      options(layer.get()).stream()
          .filter(arguments::has)
          .findFirst()
          .ifPresent(option -> {
            throw Complaint.usage(
                "`--unknown " + what + "` and `" + option + "` exclude each other",
                "leave one of them out");
          });
      layers.put(layer.get(), "said to be unknown (`--unknown " + what + "`)");
    } else if (what.equals(SESSION_NAME)) {
      knowledge = knowledge.withoutSessionName();
    } else if (what.contains(":")) {
      if (arguments.all("--context").stream()
          .anyMatch(pair -> pair.regionMatches(true, 0, what + "=", 0, what.length() + 1))) {
        throw Complaint.usage(
            "`" + what + "` is given by `--context` and said to be unknown",
            "leave one of them out");
      }
      knowledge = knowledge.with(what, Knowledge.Doubt.BOTH);
    } else {
      throw nothing(what);
    }
  }

  /// The options that give a layer's policies.
  private static List<String> options(LayerName layer) {
    return switch (layer) {
      case IDENTITY -> List.of("--policy");
      case BOUNDARY -> List.of("--boundary");
      case SESSION -> List.of("--session-policy");
      case SCP -> List.of("--scp");
      case RCP -> List.of("--rcp");
      case RESOURCE -> List.of("--resource-policy", "--trust-policy");
      case ENDPOINT -> List.of("--endpoint-policy");
    };
  }

  private static Complaint nothing(String what) {
    var words = new ArrayList<>(Arrays.stream(LayerName.values()).map(LayerName::id).toList());
    words.add(SESSION_NAME);
    return Complaint.usage(
        "`--unknown` is `" + what + "`, which is no condition key and no layer",
        Nearest.to(what, words)
            .map(near -> "did you mean `" + near + "`?")
            .orElse("a key such as aws:SourceIp, or one of " + String.join(", ", words)));
  }

  /// `question` without what nobody knows.
  Question in(Question question) {
    return new Question(known(question.request()), known(question.layers()), question.purpose());
  }

  /// Some session of a role is asked about as the role.
  private AuthorizationRequest known(AuthorizationRequest request) {
    var known = request.known(knowledge);
    return !knowledge.isOfSessionName()
            && request.principal() instanceof Principal.RoleSession session
            && Principal.parse(session.roleArn().toString()).orElse(session)
                instanceof Principal.IamRole role
        ? new AuthorizationRequest(
            role, known.action(), known.resource(), known.resourceAccount(), known.context())
        : known;
  }

  private PolicyLayers known(PolicyLayers read) {
    return new PolicyLayers(
        layer(LayerName.IDENTITY, read.identity()),
        layer(LayerName.BOUNDARY, read.boundary()),
        layer(LayerName.SESSION, read.session()),
        organization(LayerName.SCP, read.scps()),
        organization(LayerName.RCP, read.rcps()),
        layer(LayerName.RESOURCE, read.resource()),
        layer(LayerName.ENDPOINT, read.endpoint()));
  }

  private Layer layer(LayerName name, Layer read) {
    var why = layers.get(name);
    return why == null ? read : new Layer.Unknown(why);
  }

  private Organization organization(LayerName name, Organization read) {
    var why = layers.get(name);
    return why == null ? read : new Organization.Unknown(why);
  }
}
