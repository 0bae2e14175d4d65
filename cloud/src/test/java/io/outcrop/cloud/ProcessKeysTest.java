package io.outcrop.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.credentials.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Programs that print keys, or do not.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are written for sh")
final class ProcessKeysTest {
  @TempDir Path home;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "echo wJalrXUtnFEMI >&2; exit 3 | it ended with status 3",
        "echo wJalrXUtnFEMI | it printed no JSON object",
        "echo '{}' | what it printed has no `\"Version\": 1`",
        "echo '{\"Version\":1,\"AccessKeyId\":\"a\"}' | what it printed has no `SecretAccessKey`",
        "cat expired | the keys that it printed ended at 2020-01-01T00:00:00Z",
        "sleep 300 | it did not end within",
      })
  void aProgramThatFailsSaysHow(String command, String how) throws IOException {
    Files.writeString(home.resolve("expired"), keys("\"2020-01-01T00:00:00Z\""));
    try (var aws = new RecordedAws();
        var account = open(aws, command, Duration.ofSeconds(2))) {
      assertThat(account.sts().callerIdentity())
          .isInstanceOfSatisfying(
              Answer.Unreachable.class,
              lost -> {
                assertThat(lost.stage()).isEqualTo(Answer.Stage.CREDENTIALS);
                assertThat(lost.why())
                    .startsWith("the `credential_process` of profile `tool` failed: " + how)
                    .doesNotContain("wJalrXUtnFEMI");
              });
      assertThat(aws.asked()).isEmpty();
    }
  }

  @Test
  void oneStartIsEnoughForAllCalls() throws IOException {
    Files.writeString(home.resolve("keys"), keys("\"2099-01-01T00:00:00Z\""));
    try (var aws = new RecordedAws();
        var account = open(aws, "echo started >> starts; cat keys", Duration.ofSeconds(10))) {
      aws.json(403, "AccessDenied", "{}").json(403, "AccessDenied", "{}");
      assertThat(account.sts().callerIdentity()).isInstanceOf(Answer.Refused.class);
      assertThat(account.bedrock().listFoundationModels()).isInstanceOf(Answer.Refused.class);
      assertThat(aws.asked().getFirst().header("X-amz-security-token")).isEqualTo("t");
      assertThat(Files.readAllLines(home.resolve("starts"))).hasSize(1);
    }
  }

  private AwsAccount open(RecordedAws aws, String command, Duration timeout) throws IOException {
    Files.createDirectories(home.resolve(".aws"));
    Files.writeString(
        home.resolve(".aws/config"), "[profile tool]\ncredential_process = " + command + "\n");
    var client = new ClientSide(Map.of(), home, home, Duration.ZERO, false);
    return RecordedAws.account(client, new Credentials.Profile("tool"), aws.endpoint(), timeout);
  }

  private static String keys(String expiration) {
    return """
    {"Version": 1, "AccessKeyId": "ASIAIOSFODNN7EXAMPLE", "SecretAccessKey": "s",
     "SessionToken": "t", "Expiration": %s}\
    """
        .formatted(expiration);
  }
}
