package io.outcrop.cloud.inspection;

import io.outcrop.cloud.client.AwsFiles;
import io.outcrop.cloud.client.FileFlaw;
import io.outcrop.cloud.client.UserClient.Habit;
import java.io.File;
import java.nio.file.Files;
import java.util.List;

/// Files that cannot be read, or that clients read differently.
final class FileHints {
  private FileHints() {}

  static void add(Looking looking) {
    looking
        .variables()
        .envFile()
        .warnings()
        .forEach(text -> looking.add(Hint.Kind.ENV_FILE_IGNORED, text, ".env", "chmod go-w .env"));
    named(looking);
    looking.files().flaws().forEach(flaw -> flaw(looking, flaw));
  }

  private static void named(Looking looking) {
    for (var name : List.of("AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE")) {
      var given = looking.variables().inEnvironment(name).value().strip();
      if (given.isEmpty()) {
        continue;
      }
      if (File.separatorChar == '/' && AwsFiles.isOfWindows(given)) {
        looking.add(
            Hint.Kind.WINDOWS_PATH,
            "`%s` is a path of Windows, which is no file here: in WSL it begins with `/mnt/c/`"
                .formatted(name),
            "environment");
      } else if (!Files.exists(looking.client().file(given))) {
        looking.add(
            Hint.Kind.FILE_MISSING,
            "`%s` names `%s`, and there is no such file".formatted(name, given),
            "environment",
            "unset " + name);
      }
    }
  }

  private static void flaw(Looking looking, FileFlaw flaw) {
    switch (flaw.kind()) {
      case UNREADABLE -> looking.add(Hint.Kind.FILE_UNREADABLE, flaw.text(), flaw.place());
      case READ_BY_OTHERS ->
          looking.add(Hint.Kind.FILE_OPEN, flaw.text(), flaw.place(), "chmod 600 " + flaw.place());
      case COMMENT_BEHIND_VALUE -> {
        if (!looking.userClient().has(Habit.CUTS_COMMENTS)) {
          odd(looking, flaw);
        }
      }
      case SECTION_TWICE, PROPERTY_TWICE -> {
        if (!looking.userClient().has(Habit.MERGES_SECTIONS)) {
          odd(looking, flaw);
        }
      }
      case BYTE_ORDER_MARK,
          HEADING_OPEN,
          NO_PROPERTY,
          OUTSIDE,
          INDENTED,
          WORD_PROFILE_MISSING,
          WORD_PROFILE_TOO_MUCH ->
          odd(looking, flaw);
    }
  }

  private static void odd(Looking looking, FileFlaw flaw) {
    looking.add(
        Hint.Kind.FILE_ODD,
        flaw.place() + ": " + flaw.text(),
        flaw.place(),
        "# mend " + flaw.place());
  }
}
