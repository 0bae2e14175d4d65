package io.outcrop.cli.view;

import io.outcrop.cli.place.Failures;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.Session;
import io.outcrop.cloud.client.PrivateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Where something is written that an option asks for: a file, or standard output.
public final class Destination {
  private final Session session;
  private final String option;
  private final List<Path> file;

  private Destination(Session session, String option, List<Path> file) {
    this.session = session;
    this.option = option;
    this.file = file;
  }

  /// What `name` means as the value of `option`; `-` is standard output.
  ///
  /// @throws Complaint if nothing can be written there
  public static Destination of(String option, String name, Session session) {
    return name.equals("-")
        ? standardOutput(option, session)
        : new Destination(session, option, List.of(writable(option, name, session)));
  }

  /// Standard output.
  ///
  /// @param option what asks for something to be written there
  static Destination standardOutput(String option, Session session) {
    return new Destination(session, option, List.of());
  }

  /// Whether it is standard output.
  boolean isStandardOutput() {
    return file.isEmpty();
  }

  /// Complains if `other` would be overwritten.
  ///
  /// @throws Complaint if both are one
  void apartFrom(Destination other) {
    if (isStandardOutput() && other.isStandardOutput()) {
      throw Complaint.usage(
          "`%s` and `%s` both go to standard output".formatted(other.option, option),
          "`--output FILE` gives one of them a place of its own");
    }
    if (!isStandardOutput()
        && !other.isStandardOutput()
        && same(file.getFirst(), other.file.getFirst())) {
      throw Complaint.usage(
          option.equals(other.option)
              ? "`%s` names the same file twice".formatted(option)
              : "`%s` and `%s` name the same file".formatted(other.option, option),
          "give each a file of its own");
    }
  }

  /// Writes the whole text. A file of which the owner alone may read is made, or replaced at once;
  /// a device or a pipe is written to.
  ///
  /// @throws Complaint if it cannot be written
  public void write(String text) {
    if (isStandardOutput()) {
      session.terminal().print(text);
      return;
    }
    try {
      PrivateFile.write(file.getFirst(), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException lost) {
      throw Complaint.unknown(
          "`" + file.getFirst() + "` could not be written: " + Failures.reason(lost),
          "name a file elsewhere");
    }
  }

  private static boolean same(Path one, Path other) {
    try {
      if (Files.exists(one) && Files.exists(other)) {
        return Files.isRegularFile(one) && Files.isSameFile(one, other);
      }
      return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    } catch (IOException _) {
      return false;
    }
  }

  private static Path writable(String option, String name, Session session) {
    var file = session.file(name);
    var folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw Complaint.usage("`" + option + "` names the folder `" + name + "`", "name a file");
    }
    if (folder == null || !Files.isDirectory(folder) || !isWritable(file, folder)) {
      throw Complaint.usage(
          "`" + option + "` names `" + name + "`, whose folder cannot be written",
          "name a file elsewhere");
    }
    return file;
  }

  private static boolean isWritable(Path file, Path folder) {
    var isDevice = Files.exists(file) && !Files.isRegularFile(file);
    return Files.isWritable(isDevice ? file : folder);
  }
}
