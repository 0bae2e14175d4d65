package io.outcrop.access.apply;

import io.outcrop.access.change.Change;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.client.EnvEditor;
import io.outcrop.cloud.client.PrivateFile;
import io.outcrop.cloud.client.ProfileEditor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// One line of a file of this machine: a variable in a `.env` file, a property of a profile. Every
/// other byte stays as it is. What a look sees is the file's whole text.
final class FileTargets {
  private static final String CREATED = "created";
  private static final String CHANGED = "changed";

  private FileTargets() {}

  /// Whether the file will be made for this.
  static String undoData(Path file) {
    return Files.exists(file) ? CHANGED : CREATED;
  }

  static Target<String> forward(Change.SetEnvVariable set) {
    return forward(
        set.file(),
        set.name(),
        set.before(),
        text -> EnvEditor.line(text, set.name()),
        text -> EnvEditor.set(text, set.name(), set.after()));
  }

  static Target<String> forward(Change.SetProfileProperty set) {
    return forward(
        set.file(),
        set.name(),
        set.before(),
        text -> ProfileEditor.line(text, set.section(), set.name()),
        text -> ProfileEditor.set(text, set.section(), set.name(), set.after()));
  }

  static Target<String> backward(Change.SetEnvVariable set, String undoData) {
    return backward(
        set.file(),
        set.name(),
        undoData,
        text -> EnvEditor.line(text, set.name()).equals(set.before()),
        text -> EnvEditor.set(text, set.name(), set.after()),
        text -> EnvEditor.restore(text, set.name(), set.before()));
  }

  static Target<String> backward(Change.SetProfileProperty set, String undoData) {
    return backward(
        set.file(),
        set.name(),
        undoData,
        text -> ProfileEditor.line(text, set.section(), set.name()).equals(set.before()),
        text -> ProfileEditor.set(text, set.section(), set.name(), set.after()),
        text -> ProfileEditor.restore(text, set.section(), set.name(), set.before()));
  }

  private static Target<String> forward(
      Path file,
      String name,
      String before,
      UnaryOperator<String> line,
      UnaryOperator<String> changed) {
    return new Target<>(
        "`" + name + "` in `" + file + "`",
        () -> read(file),
        _ -> Map.of(),
        text -> {
          if (changed.apply(text).equals(text)) {
            return new Standing.Reached();
          }
          return line.apply(text).equals(before)
              ? new Standing.AsPlanned()
              : new Standing.Different("another value stands there");
        },
        text -> write(file, changed.apply(text)));
  }

  private static Target<String> backward(
      Path file,
      String name,
      String undoData,
      Predicate<String> isBack,
      UnaryOperator<String> changed,
      UnaryOperator<String> restored) {
    return new Target<>(
        "`" + name + "` in `" + file + "`",
        () -> read(file),
        _ -> Map.of(),
        text -> {
          if (isBack.test(text)) {
            return new Standing.Reached();
          }
          return changed.apply(text).equals(text)
              ? new Standing.AsPlanned()
              : new Standing.Different("another value stands there");
        },
        text -> {
          var back = restored.apply(text);
          return back.isEmpty() && undoData.equals(CREATED) ? delete(file) : write(file, back);
        });
  }

  private static Answer<String> read(Path file) {
    try {
      return new Answer.Succeeded<>(
          Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "", "");
    } catch (IOException lost) {
      return lost(file, lost);
    }
  }

  private static Answer<Boolean> write(Path file, String text) {
    try {
      PrivateFile.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
      return new Answer.Succeeded<>(true, "");
    } catch (IOException lost) {
      return lost(file, lost);
    }
  }

  private static Answer<Boolean> delete(Path file) {
    try {
      Files.deleteIfExists(file);
      return new Answer.Succeeded<>(true, "");
    } catch (IOException lost) {
      return lost(file, lost);
    }
  }

  private static <T> Answer<T> lost(Path file, IOException lost) {
    return new Answer.Unreachable<>(
        file.toString(), Answer.Stage.ANSWER, "", String.valueOf(lost.getMessage()));
  }
}
