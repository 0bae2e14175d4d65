package io.outcrop.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Policies that are written otherwise than a program would are read, written and described by the
/// schema as they are.
final class WrittenPoliciesTest {
  private static final String TEXT =
      "{\n \"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Deny\", \"Action\": \"*\","
          + " \"Resource\": \"*\"}\n}";
  private static final String WORLD =
      """
      formatVersion: 1
      name: written
      summary: policies with line breaks
      extends: healthy
      organization:
        scps:
          p-examplelines: {name: Lines, document: %1$s, written: %2$s}
      accounts:
        "111122223333":
          users:
            alice: {inline: {p: %1$s}, written: {p: %2$s}}
            bob: {inline: {p: {Version: "2012-10-17", Statement: []}}, written: {p: %2$s}}
          policies:
            lines: {versions: [{id: v1, document: %1$s, written: %2$s}]}
      """
          .formatted(TEXT.replace("\n", ""), JsonWriter.compact(Json.of(TEXT)));

  private static World world(String text) {
    return switch (Worlds.read(text)) {
      case WorldReading.Read(var world) -> world;
      case WorldReading.Malformed(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  @Test
  void areReadAndWrittenAsTheyAre() {
    var realm = world(JsonWriter.pretty(RealmWriter.write(world(WORLD).realm()))).realm();
    var account = realm.account("111122223333").orElseThrow();
    assertThat(account.user("alice").orElseThrow().permissions().text("p")).isEqualTo(TEXT);
    assertThat(account.policies().values())
        .extracting(policy -> policy.versions().getFirst().text())
        .contains(TEXT);
    assertThat(realm.organization().policies().values())
        .extracting(policy -> policy.text())
        .contains(TEXT);
  }

  @Test
  void aTextThatSaysSomethingElseThanItsDocumentIsLeftOut() {
    var account = world(WORLD).realm().account("111122223333").orElseThrow();
    assertThat(account.user("bob").orElseThrow().permissions().text("p"))
        .isEqualTo("{\"Version\":\"2012-10-17\",\"Statement\":[]}");
  }

  @Test
  void areDescribedByTheSchema() throws IOException {
    var schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Files.readString(Path.of("..", "docs", "schema", "world.json")));
    var mapper = new ObjectMapper();
    var written = JsonWriter.compact(RealmWriter.write(world(WORLD).realm()));
    assertThat(schema.validate(mapper.readTree(written))).isEmpty();
  }
}
