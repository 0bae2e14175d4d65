package io.outcrop.cli.policy.lint;

import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.place.Failures;
import io.outcrop.cli.policy.inquiry.InputFiles;
import io.outcrop.cli.policy.inquiry.KindGuess;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.Session;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the policies that are named: files, of a folder every policy below it, standard input.
final class PolicyTexts {
  private final Session session;
  private final InputFiles files;
  private final Optional<PolicyKind> kind;
  private final List<PolicyText> found = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  PolicyTexts(Arguments arguments, Session session) {
    this.session = session;
    this.files = new InputFiles(session);
    this.kind = KindGuess.said(arguments);
  }

  /// What was read, in order.
  List<PolicyText> found() {
    return List.copyOf(found);
  }

  /// What was passed over.
  List<String> notes() {
    return List.copyOf(notes);
  }

  /// Reads what `operand` names.
  void read(String operand) {
    var path = session.file(operand);
    if (operand.equals("-") || !Files.isDirectory(path)) {
      found.add(policy(operand, files.text(operand)));
      return;
    }
    var others = 0;
    for (var below : below(operand, path)) {
      var name = operand.replaceAll("/+$", "") + "/" + path.relativize(below);
      var text = files.text(name);
      if (isPolicy(text)) {
        found.add(policy(name, text));
      } else {
        others++;
      }
    }
    if (others > 0) {
      notes.add(
          "%d JSON %s of `%s` %s no policy"
              .formatted(
                  others, others == 1 ? "file" : "files", operand, others == 1 ? "is" : "are"));
    }
  }

  private PolicyText policy(String name, String text) {
    return new PolicyText(
        name, true, text, kind.orElseGet(() -> KindGuess.of(name, text)), kind.isEmpty());
  }

  /// A file in a folder may be anything: a policy has statements.
  private static boolean isPolicy(String text) {
    return switch (JsonReader.read(text)) {
      case JsonReading.Read(Json.Obj document) -> document.get("Statement").isPresent();
      case JsonReading.Read _ -> false;
      case JsonReading.Malformed _ -> text.contains("\"Statement\"");
    };
  }

  private static List<Path> below(String operand, Path folder) {
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .toList();
    } catch (IOException lost) {
      throw unreadable(operand, lost);
    } catch (UncheckedIOException lost) {
      throw unreadable(operand, lost.getCause());
    }
  }

  private static Complaint unreadable(String operand, @Nullable Throwable why) {
    return Complaint.usage(
        "`" + operand + "` cannot be read: " + Failures.reason(why), "name a readable folder");
  }
}
