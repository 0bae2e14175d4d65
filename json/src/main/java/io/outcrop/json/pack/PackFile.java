package io.outcrop.json.pack;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A pack that lies beside the jar that needs it. A resource in the jar would be the obvious place,
/// but asking a class path of sixty jars for its first resource takes longer than reading the pack.
public final class PackFile {
  private PackFile() {}

  /// The pack `name` beside the jar of `owner`, if there is one.
  public static Optional<byte[]> beside(Class<?> owner, String name) {
    var source = owner.getProtectionDomain().getCodeSource();
    if (source == null || !"file".equals(source.getLocation().getProtocol())) {
      return Optional.empty();
    }
    try {
      var pack = Path.of(source.getLocation().toURI()).resolveSibling(name);
      return Files.exists(pack) ? Optional.of(Files.readAllBytes(pack)) : Optional.empty();
    } catch (IOException | URISyntaxException _) {
      return Optional.empty();
    }
  }
}
