package io.outcrop.access.apply;

import io.outcrop.access.change.Change;
import io.outcrop.cloud.client.EnvEditor;
import io.outcrop.cloud.client.PrivateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/// Changes of one variable in a `.env` file. Every other byte stays as it is.
final class EnvFile {
  private static final String CREATED = "created";
  private static final String CHANGED = "changed";

  private EnvFile() {}

  /// Whether the file will be made for this.
  static String undoData(Change.SetEnvVariable change) {
    return Files.exists(change.file()) ? CHANGED : CREATED;
  }

  static Made set(Change.SetEnvVariable change) {
    try {
      var text = read(change);
      var changed = EnvEditor.set(text, change.name(), change.after());
      if (changed.equals(text)) {
        return new Made.Already();
      }
      return EnvEditor.line(text, change.name()).equals(change.before())
          ? write(change, changed)
          : changedSince(change);
    } catch (IOException lost) {
      return lost(change, lost);
    }
  }

  static Made takeBack(Change.SetEnvVariable change, String undoData) {
    try {
      var text = read(change);
      if (EnvEditor.line(text, change.name()).equals(change.before())) {
        return new Made.Already();
      }
      if (!EnvEditor.set(text, change.name(), change.after()).equals(text)) {
        return changedSince(change);
      }
      var restored = EnvEditor.restore(text, change.name(), change.before());
      if (restored.isEmpty() && undoData.equals(CREATED)) {
        Files.delete(change.file());
        return new Made.Now();
      }
      return write(change, restored);
    } catch (IOException lost) {
      return lost(change, lost);
    }
  }

  private static String read(Change.SetEnvVariable change) throws IOException {
    return Files.exists(change.file())
        ? Files.readString(change.file(), StandardCharsets.ISO_8859_1)
        : "";
  }

  private static Made write(Change.SetEnvVariable change, String text) throws IOException {
    PrivateFile.write(change.file(), text.getBytes(StandardCharsets.ISO_8859_1));
    return new Made.Now();
  }

  private static Made changedSince(Change.SetEnvVariable change) {
    return new Made.Refused(
        "`%s` in `%s` has been changed by somebody else since the plan was made"
            .formatted(change.name(), change.file()));
  }

  private static Made lost(Change.SetEnvVariable change, IOException lost) {
    return new Made.Refused("cannot write `" + change.file() + "`: " + lost.getMessage());
  }
}
