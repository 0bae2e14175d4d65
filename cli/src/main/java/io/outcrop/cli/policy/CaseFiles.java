package io.outcrop.cli.policy;

import io.outcrop.cli.place.Failures;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.Session;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The cases of a suite, one after the other: a `.json` file is one case, every other file has one
/// a line, and so has standard input; of a folder all `.json` and `.jsonl` files below it, by name.
final class CaseFiles {
  private static final int BUFFER = 1 << 16;

  private final Session session;
  private final Consumer<Found> cases;

  /// @param cases is told every case, in order
  CaseFiles(Session session, Consumer<Found> cases) {
    this.session = session;
    this.cases = cases;
  }

  /// The text of a case.
  ///
  /// @param file where it stands, as the user named it; `-` for standard input
  /// @param line the line it begins at
  /// @param ofMany whether the file has one case a line
  record Found(String file, int line, boolean ofMany, String text) {}

  /// Reads what `operand` names.
  void read(String operand) {
    if (operand.equals("-")) {
      lines(operand, session.terminal().in());
      return;
    }
    var path = session.file(operand);
    if (!Files.isDirectory(path)) {
      file(operand, path);
      return;
    }
    for (var below : below(operand, path)) {
      file(operand.replaceAll("/+$", "") + "/" + path.relativize(below), below);
    }
  }

  private static List<Path> below(String operand, Path folder) {
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> isWhole(file) || file.toString().endsWith(".jsonl"))
          .sorted()
          .toList();
    } catch (IOException lost) {
      throw unreadable(operand, lost);
    } catch (UncheckedIOException lost) {
      throw unreadable(operand, lost.getCause());
    }
  }

  private void file(String name, Path path) {
    try {
      if (isWhole(path)) {
        cases.accept(new Found(name, 1, false, Files.readString(path)));
      } else {
        lines(name, Files.newInputStream(path));
      }
    } catch (IOException lost) {
      throw unreadable(name, lost);
    }
  }

  private void lines(String name, InputStream in) {
    try (var reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), BUFFER)) {
      var number = 1;
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank()) {
          cases.accept(new Found(name, number, true, line));
        }
        number++;
      }
    } catch (IOException lost) {
      throw unreadable(name, lost);
    }
  }

  private static boolean isWhole(Path file) {
    return file.toString().endsWith(".json");
  }

  private static Complaint unreadable(String name, @Nullable Throwable why) {
    return Complaint.usage(
        "`" + name + "` cannot be read: " + Failures.reason(why),
        "name a file of cases, a folder with some, or - for standard input");
  }
}
