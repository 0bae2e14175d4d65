package io.outcrop.cli.warmup;

import io.outcrop.causes.CauseCatalogue;
import io.outcrop.cloud.client.UserClient;
import io.outcrop.models.ModelCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Lays beside the jars of a folder what makes their catalogues load fast. The launcher runs it
/// once a build, before anything runs from that folder; without it everything works, but starts
/// slower.
public final class Packs {
  private Packs() {}

  /// Packs for the folder that is named.
  public static void main(String[] words) throws IOException {
    var folder = Path.of(words[0]);
    Files.write(folder.resolve(CauseCatalogue.PACK), CauseCatalogue.pack());
    Files.write(folder.resolve(ModelCatalogue.PACK), ModelCatalogue.pack());
    Files.write(folder.resolve(UserClient.PACK), UserClient.pack());
  }
}
