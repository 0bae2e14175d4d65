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

/// A world that says every state of access and of the control plane is read, written and described
/// by the schema; nothing of it is lost.
final class StandingSectionTest {
  private static final Path WORLD =
      Path.of("src", "test", "resources", "sandbox", "worlds", "every-state-of-access.yaml");

  private static World world() throws IOException {
    return switch (Worlds.read(Files.readString(WORLD))) {
      case WorldReading.Read(var world) -> world;
      case WorldReading.Malformed(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  private static Json.Obj bedrock(Json.Obj document) {
    return document
        .object("accounts")
        .flatMap(accounts -> accounts.object("111122223333"))
        .flatMap(account -> account.object("bedrock"))
        .orElseThrow();
  }

  @Test
  void everythingThatIsReadIsWritten() throws IOException {
    var written = bedrock(RealmWriter.write(world().realm()));
    var source = bedrock(world().source());
    assertThat(written.members().keySet()).isEqualTo(source.members().keySet());
    for (var name : source.members().keySet()) {
      if (!name.equals("agreements")) {
        assertThat(written.get(name)).as(name).isEqualTo(source.get(name));
      }
    }
    assertThat(RealmWriter.write(world().realm()).text("propagation")).contains("real");
  }

  @Test
  void whatIsWrittenReadsAsTheSame() throws IOException {
    var written = RealmWriter.write(world().realm());
    assertThat(Worlds.read(JsonWriter.pretty(written)))
        .isInstanceOfSatisfying(
            WorldReading.Read.class,
            read -> assertThat(RealmWriter.write(read.world().realm())).isEqualTo(written));
  }

  @Test
  void schemaDescribesIt() throws IOException {
    var schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Files.readString(Path.of("..", "docs", "schema", "world.json")));
    var mapper = new ObjectMapper();
    for (var document : new Json[] {world().source(), RealmWriter.write(world().realm())}) {
      assertThat(schema.validate(mapper.readTree(JsonWriter.compact(document)))).isEmpty();
    }
  }
}
