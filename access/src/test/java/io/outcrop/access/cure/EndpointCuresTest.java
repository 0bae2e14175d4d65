package io.outcrop.access.cure;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.change.Change;
import io.outcrop.access.evidence.Permissions;
import io.outcrop.aws.Principal;
import io.outcrop.causes.catalogue.Cause.Applicability;
import io.outcrop.grants.RequiredAuthorization;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Whose an endpoint is, and whether it is known to be the one, decides who changes its policy.
final class EndpointCuresTest {
  private static final String ID = "vpce-1a2b3c4d5e6fEXAMPLE";
  private static final String OWN = "arn:aws:ec2:us-east-1:111122223333:vpc-endpoint/" + ID;
  private static final String NOTHING =
      """
      {"Version":"2012-10-17","Statement":[
        {"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"}]}
      """;
  private static final List<RequiredAuthorization> NEEDS =
      List.of(
          new RequiredAuthorization(
              "bedrock:InvokeModel",
              "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-sonnet-5-5",
              Map.of(),
              "the call"));

  @Test
  void theAccountsOwnIsChanged() {
    assertThat(EndpointCures.of(through(OWN, ID), NEEDS, List.of()))
        .singleElement()
        .satisfies(cure -> {
          assertThat(cure.applicability()).isEqualTo(Applicability.AUTOMATIC);
          assertThat(cure.changes())
              .singleElement()
              .isInstanceOfSatisfying(
                  Change.ReplaceEndpointPolicy.class,
                  change -> assertThat(change.region()).isEqualTo("us-east-1"));
        });
  }

  @Test
  void anotherAccountsIsForItsOwner() {
    var theirs = OWN.replace("111122223333", "444455556666");

    assertThat(EndpointCures.of(through(theirs, ID), NEEDS, List.of()))
        .singleElement()
        .satisfies(cure -> {
          assertThat(cure.applicability()).isEqualTo(Applicability.SOMEONE_ELSE);
          assertThat(cure.title()).contains("444455556666");
          assertThat(cure.changes()).isEmpty();
          assertThat(cure.commands().getFirst()).contains("--vpc-endpoint-id " + ID);
        });
  }

  @Test
  void oneOfSeveralIsForWhoeverKnowsWhich() {
    assertThat(EndpointCures.of(through(OWN, ""), NEEDS, List.of()))
        .singleElement()
        .satisfies(cure -> assertThat(cure.applicability()).isEqualTo(Applicability.NEEDS_VALUES));
  }

  @Test
  void whereNobodySaysWhoseItIsNothingIsOffered() {
    assertThat(EndpointCures.of(through("", ID), NEEDS, List.of())).isEmpty();
  }

  private static Permissions through(String arn, String onTheWay) {
    if (!(PolicyParser.parse(NOTHING, PolicyKind.ENDPOINT)
        instanceof PolicyParsing.Parsed(var document))) {
      throw new AssertionError(NOTHING);
    }
    return new Permissions(
            Principal.parse("arn:aws:iam::111122223333:user/application").orElseThrow(),
            Map.of(),
            List.of(),
            PolicyLayers.ofIdentity(List.of()),
            List.of(),
            "the caller")
        .through(
            new Layer.Known(List.of(new NamedPolicy(ID, arn, "network vpc-1", document))),
            onTheWay);
  }
}
