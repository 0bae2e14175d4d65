package io.outcrop.sandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.AccessDeniedException;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.Message;

// begin
@SandboxWorld("scp-explicit-deny")
class ReadmeExampleTest {
  @Test
  void theDenialOfTheOrganizationReachesUs(SandboxClient aws) {
    var keys = AwsBasicCredentials.create(aws.accessKeyId(), aws.secretAccessKey());
    try (var bedrock =
        BedrockRuntimeClient.builder()
            .endpointOverride(aws.endpoint())
            .region(Region.of(aws.region()))
            .credentialsProvider(StaticCredentialsProvider.create(keys))
            .build()) {
      var hello = Message.builder().role("user").content(ContentBlock.fromText("Hello")).build();
      assertThatThrownBy(() -> bedrock.converse(call -> call.modelId(aws.model()).messages(hello)))
          .isInstanceOf(AccessDeniedException.class)
          .hasMessageContaining("service control policy");
    }
  }

  // end

  @Test
  void theReadmeShowsThisVeryTest() throws IOException {
    var source =
        Files.readString(Path.of("src/test/java/io/outcrop/sandbox/junit/ReadmeExampleTest.java"));
    var example =
        source
            .substring(source.indexOf("// begin\n") + 9, source.indexOf("  // end\n"))
            .lines()
            .collect(Collectors.joining("\n"));
    assertThat(Files.readString(Path.of("..", "README.md"))).contains(example);
  }
}
