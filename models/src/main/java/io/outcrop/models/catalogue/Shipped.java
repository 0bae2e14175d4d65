package io.outcrop.models.catalogue;

import io.outcrop.json.pack.PackFile;
import java.util.List;

/// The catalogue's resource files, read.
///
/// @param version the date of the newest source
/// @param models newest first
/// @param lookAlikes ids that do not exist
public record Shipped(String version, List<Model> models, List<LookAlike> lookAlikes) {
  /// The name of the pack beside the jar.
  public static final String PACK = "outcrop-models.pack";

  public Shipped {
    models = List.copyOf(models);
    lookAlikes = List.copyOf(lookAlikes);
  }

  /// Reads the catalogue anew: from [#PACK] where it lies beside the jar, else from the files.
  public static Shipped read() {
    return ModelPack.read(PackFile.beside(Shipped.class, PACK).orElseGet(Shipped::pack));
  }

  /// The files as a pack.
  public static byte[] pack() {
    return ModelPack.of(files());
  }

  /// Reads all files.
  static Shipped files() {
    var sources = Sources.read();
    var reader = new EntryReader(sources, Geography.read(sources));
    return Document.read(
        "index.json",
        fields -> {
          fields.whole("formatVersion", 1);
          var models =
              fields.texts("models").stream()
                  .map(
                      id -> Document.read("models/" + id.replace(':', '_') + ".json", reader::read))
                  .toList();
          return new Shipped(fields.text("version"), models, lookAlikes(sources));
        });
  }

  private static List<LookAlike> lookAlikes(Sources sources) {
    return Document.read(
        "look-alikes.json",
        fields -> {
          fields.whole("formatVersion", 1);
          return fields.objects(
              "lookAlikes",
              entry -> {
                sources.check(entry);
                return new LookAlike(
                    entry.text("id"),
                    entry.text("reason"),
                    entry.texts("models"),
                    entry.text("why"));
              });
        });
  }
}
