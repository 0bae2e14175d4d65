package io.outcrop.cli.policy.inquiry;

import io.outcrop.cli.place.Failures;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.Session;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Reads files whole; `-` is standard input, which can be named once. For one run.
public final class InputFiles {
  private static final int LARGEST_BYTES = 512 * 1024 * 1024;

  private final Session session;
  private boolean inputRead;

  /// Files as `session` sees them.
  public InputFiles(Session session) {
    this.session = session;
  }

  /// Whether there is a file of that name, or standard input is meant.
  boolean exists(String name) {
    return name.equals("-") || Files.exists(session.file(name));
  }

  /// What the file says.
  ///
  /// @throws Complaint if it cannot be read
  public String text(String name) {
    try {
      return new String(
          name.equals("-") ? input() : Files.readAllBytes(file(name)), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw Complaint.usage(
          "`" + name + "` cannot be read: " + Failures.reason(unreadable), "name a readable file");
    }
  }

  Json json(String name) {
    return switch (JsonReader.read(text(name))) {
      case JsonReading.Read(var value) -> value;
      case JsonReading.Malformed(var message, var position) ->
          throw Places.complaint(name, List.of(new Problem("", position, message)), "");
    };
  }

  private Path file(String name) throws IOException {
    var file = session.file(name);
    if (Files.isDirectory(file)) {
      throw Complaint.usage("`" + name + "` is a folder", "name a file");
    }
    if (Files.size(file) > LARGEST_BYTES) {
      throw Complaint.usage("`" + name + "` is larger than 512 MB", "name a smaller file");
    }
    return file;
  }

  private byte[] input() throws IOException {
    if (inputRead) {
      throw Complaint.usage("standard input is named twice", "name - once, and files besides");
    }
    inputRead = true;
    return session.terminal().in().readAllBytes();
  }
}
