package io.outcrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The schemas under `docs/schema`, held against what commands print.
final class Schemas {
  private static final Path FOLDER = Path.of("../docs/schema");

  private Schemas() {}

  static void check(String name, String json) {
    try {
      var schema =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
              .getSchema(Files.readString(FOLDER.resolve(name + ".json")));
      assertThat(schema.validate(json, InputFormat.JSON)).as(json).isEmpty();
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }
}
