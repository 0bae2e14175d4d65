package io.outcrop.sandbox.live;

import io.outcrop.aws.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What opens the control API of a world that is served: a secret in a file beside its state, which
/// only the owner may read. A new one is drawn each time the world is started.
public final class ControlToken {
  private ControlToken() {}

  /// Draws one for the world in `folder`.
  public static Secret draw(Path folder) {
    var token = new Issuer().secret();
    PrivateFiles.replace(file(folder), token.reveal() + "\n");
    return token;
  }

  /// The token of the world in `folder`, as long as that is served.
  ///
  /// @throws UncheckedIOException if there is none
  public static Secret read(Path folder) {
    try {
      return Secret.of(Files.readString(file(folder)).strip());
    } catch (IOException missing) {
      throw new UncheckedIOException("cannot read `" + file(folder) + "`", missing);
    }
  }

  private static Path file(Path folder) {
    return folder.resolve("control-token");
  }
}
