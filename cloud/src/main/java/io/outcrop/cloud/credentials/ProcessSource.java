package io.outcrop.cloud.credentials;

import io.outcrop.cloud.client.AwsProfile;
import io.outcrop.cloud.client.ClientSide;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// What a profile offers that asks a program. The program is not started before keys are needed;
/// only whether it is there is looked at.
record ProcessSource(ClientSide client) {
  private static final Pattern FIRST = Pattern.compile("\\s*(?:\"([^\"]+)\"|'([^']+)'|(\\S+)).*");

  Offer offer(AwsProfile profile) {
    var label = profile.toString();
    var program = program(profile.property("credential_process"));
    var place = profile.place("credential_process");
    if (isWindows(program)) {
      return missing(
          label, place, "the program of its `credential_process` is named by a Windows path");
    }
    if (!isShellWords(program) && !isThere(program)) {
      return missing(
          label,
          place,
          "the program of its `credential_process`, `%s`, is %s"
              .formatted(
                  program, program.contains("/") ? "missing or no program" : "not on `PATH`"));
    }
    return client.sandboxed()
        ? Offer.broken(
            label,
            Trouble.NOT_IN_A_WORLD,
            "it starts a program, which a sandbox's world must not do")
        : new Offer.Some(
            label,
            new Credentials.Profile(profile.name()),
            "asks the program of its `credential_process`");
  }

  private static Offer missing(String label, String place, String why) {
    return Offer.broken(
        label, Trouble.PROCESS_MISSING, why, "# in " + place + ": name a program that is there");
  }

  /// The first word alone: the others may be secrets.
  private static String program(String command) {
    var first = FIRST.matcher(command);
    if (!first.matches()) {
      return "";
    }
    return first.group(1) != null
        ? first.group(1)
        : first.group(2) != null ? first.group(2) : first.group(3);
  }

  /// What a shell has to read first.
  private static boolean isShellWords(String program) {
    return program.chars().anyMatch(c -> "$`~(){}|&;<>=*?".indexOf(c) >= 0);
  }

  private boolean isThere(String program) {
    try {
      if (program.contains("/")) {
        return isProgram(client.workingDirectory().resolve(program));
      }
      for (var folder :
          client.environment().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
        if (!folder.isBlank() && isProgram(Path.of(folder).resolve(program))) {
          return true;
        }
      }
      return false;
    } catch (InvalidPathException _) {
      return false;
    }
  }

  private static boolean isProgram(Path path) {
    return Files.isRegularFile(path) && Files.isExecutable(path);
  }

  private static boolean isWindows(String program) {
    return File.separatorChar == '/' && program.matches("(?s)[A-Za-z]:[\\\\/].*");
  }
}
