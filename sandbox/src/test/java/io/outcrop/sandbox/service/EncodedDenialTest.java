package io.outcrop.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.JsonWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What EC2 encodes of a denial, STS opens for who may, and for nobody else.
final class EncodedDenialTest {
  private static final String APPLICATION = "AKIAIOSFODNN7EXAMPLE";
  private static final String ADMIN = "AKIAI44QH8DHBEXAMPLE";
  private static final String BEFORE = "Encoded authorization failure message: ";

  @Test
  void onlyWhoMayOpensTheMessage(@TempDir Path folder) {
    try (var playground = new Playground(folder.resolve("world"), "vpce-policy-no-allow")) {
      var line =
          Playground.line(
              playground.call(
                  APPLICATION,
                  "ec2",
                  "ModifyVpcEndpoint",
                  "{\"VpcEndpointId\":\"vpce-1a2b3c4d5e6fEXAMPLE\",\"ResetPolicy\":true}",
                  ""));
      var encoded = line.substring(line.indexOf(BEFORE) + BEFORE.length());
      var input = "{\"EncodedMessage\":\"" + encoded + "\"}";

      assertThat(decode(playground, APPLICATION, input))
          .contains("is not authorized to perform: sts:DecodeAuthorizationMessage");
      var decoded =
          Playground.object(
              Playground.object(decode(playground, ADMIN, input).substring("output ".length()))
                  .text("DecodedMessage")
                  .orElseThrow());
      assertThat(JsonWriter.compact(decoded))
          .startsWith("{\"allowed\":false,\"explicitDeny\":false,")
          .contains(
              "\"action\":\"ec2:ModifyVpcEndpoint\"",
              "\"arn\":\"arn:aws:iam::111122223333:user/application\"",
              "vpc-endpoint/vpce-1a2b3c4d5e6fEXAMPLE",
              "{\"key\":\"ec2:Region\",\"values\":{\"items\":[{\"value\":\"us-east-1\"}]}}");
      assertThat(decode(playground, ADMIN, input.replace("\":\"", "\":\"A")))
          .contains("InvalidAuthorizationMessageException");
    }
  }

  @Test
  void theMessageNamesTheStatementThatDenies(@TempDir Path folder) {
    try (var playground = new Playground(folder.resolve("world"), "vpce-policy-locked")) {
      var line =
          Playground.line(
              playground.call(
                  ADMIN,
                  "ec2",
                  "ModifyVpcEndpoint",
                  "{\"VpcEndpointId\":\"vpce-1a2b3c4d5e6fEXAMPLE\",\"ResetPolicy\":true}",
                  ""));
      var encoded = line.substring(line.indexOf(BEFORE) + BEFORE.length());
      assertThat(decode(playground, ADMIN, "{\"EncodedMessage\":\"" + encoded + "\"}"))
          .contains("\\\"explicitDeny\\\":true", "\\\"statementId\\\":\\\"NetworkTeamOnly\\\"");
    }
  }

  private static String decode(Playground playground, String key, String input) {
    return Playground.line(playground.call(key, "sts", "DecodeAuthorizationMessage", input, ""));
  }
}
