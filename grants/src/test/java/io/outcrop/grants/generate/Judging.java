package io.outcrop.grants.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.aws.Arn;
import io.outcrop.aws.Principal;
import io.outcrop.grants.RequiredAuthorization;
import io.outcrop.iam.Authorizer;
import io.outcrop.iam.PreparedLayers;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.request.RequestContext;
import io.outcrop.json.Json;
import java.util.List;

/// What IAM says under some documents, attached to one user.
final class Judging {
  static final String ACCOUNT = "111122223333";
  private final PreparedLayers layers;

  Judging(List<Json.Obj> documents) {
    this.layers =
        Authorizer.prepare(
            PolicyLayers.ofIdentity(
                documents.stream()
                    .filter(document -> !document.list("Statement").isEmpty())
                    .map(Judging::policy)
                    .toList()));
  }

  boolean allows(RequiredAuthorization needed) {
    return layers
        .decide(
            new AuthorizationRequest(
                principal(needed.resource()),
                needed.action(),
                needed.resource(),
                ACCOUNT,
                RequestContext.of(needed.context())))
        .isAllowed();
  }

  private static NamedPolicy policy(Json.Obj document) {
    var parsed = PolicyParser.parse(document, PolicyKind.IDENTITY);
    assertThat(parsed).isInstanceOf(PolicyParsing.Parsed.class);
    return new NamedPolicy(
        "OutcropBedrockAccess", "", "user alice", ((PolicyParsing.Parsed) parsed).document());
  }

  private static Principal principal(String resource) {
    var partition = resource.startsWith("arn:") ? resource.split(":", -1)[1] : "aws";
    return new Principal.IamUser(new Arn(partition, "iam", "", ACCOUNT, "user/alice"));
  }
}
