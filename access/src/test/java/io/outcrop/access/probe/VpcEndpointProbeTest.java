package io.outcrop.access.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Permissions;
import io.outcrop.aws.AwsError;
import io.outcrop.aws.Principal;
import io.outcrop.cloud.call.VpcEndpoints.Endpoint;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is known of the policy of a VPC endpoint on the way.
final class VpcEndpointProbeTest {
  private static final Observation<Permissions> READ =
      new Observation.Succeeded<>(
          new Permissions(
              Principal.parse("arn:aws:iam::111122223333:user/application").orElseThrow(),
              Map.of(),
              List.of(),
              new PolicyLayers(
                  new Layer.Known(List.of()),
                  new Layer.Absent(),
                  new Layer.Absent(),
                  new PolicyLayers.Organization.None(),
                  new PolicyLayers.Organization.None(),
                  new Layer.Absent(),
                  new Layer.Absent()),
              List.of(),
              "the caller"),
          "iam");

  private static Endpoint endpoint(String id, String effect) {
    var text =
        """
        {"Version":"2012-10-17","Statement":[
          {"Effect":"%s","Principal":"*","Action":"*","Resource":"*"}]}
        """
            .formatted(effect);
    return new Endpoint(
        id,
        "111122223333",
        "vpc-1",
        true,
        "available",
        List.of((Json.Obj) ((JsonReading.Read) JsonReader.read(text)).value()));
  }

  private static Permissions over(Observation<List<Endpoint>> endpoints) {
    return VpcEndpointProbe.over(READ, endpoints, "us-east-1").seen().orElseThrow();
  }

  private static Observation<List<Endpoint>> seen(Endpoint... endpoints) {
    return new Observation.Succeeded<>(List.of(endpoints), "ec2:DescribeVpcEndpoints");
  }

  @Test
  void oneEndpointIsALayerAndAConditionKey() {
    var permissions = over(seen(endpoint("vpce-1", "Deny")));

    assertThat(permissions.layers().endpoint()).isInstanceOf(Layer.Known.class);
    assertThat(permissions.context()).containsEntry("aws:SourceVpce", "vpce-1");
  }

  @Test
  void severalThatSayTheSameAreALayerAndSeveralThatDoNotAreUnknown() {
    assertThat(
            over(seen(endpoint("vpce-1", "Deny"), endpoint("vpce-2", "Deny"))).layers().endpoint())
        .isInstanceOf(Layer.Known.class);
    assertThat(
            over(seen(endpoint("vpce-1", "Deny"), endpoint("vpce-2", "Allow"))).layers().endpoint())
        .isInstanceOfSatisfying(
            Layer.Unknown.class, layer -> assertThat(layer.why()).contains("vpce-1, vpce-2"));
  }

  @Test
  void withoutAPolicyEverythingPasses() {
    var open = new Endpoint("vpce-1", "111122223333", "vpc-1", true, "available", List.of());

    assertThat(over(seen(open)).layers().endpoint()).isInstanceOf(Layer.Absent.class);
  }

  @Test
  void whatCannotBeReadIsNamed() {
    var refused =
        new Observation.NotPermitted<List<Endpoint>>(
            "ec2:DescribeVpcEndpoints", new AwsError(403, "AccessDenied", "no", ""));

    assertThat(over(refused).layers().endpoint())
        .isEqualTo(
            new Layer.Unknown(
                "the policy of the VPC endpoint on the way was not read: may not call"
                    + " ec2:DescribeVpcEndpoints"));
    assertThat(over(seen()).layers().endpoint())
        .isInstanceOfSatisfying(
            Layer.Unknown.class, layer -> assertThat(layer.why()).contains("another account"));
  }

  @Test
  void whereNothingSpeaksForOneNothingChanges() {
    assertThat(VpcEndpointProbe.over(READ, new Observation.Skipped<>("nothing"), "us-east-1"))
        .isEqualTo(READ);
  }
}
