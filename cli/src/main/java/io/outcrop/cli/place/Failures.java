package io.outcrop.cli.place;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/// Reads what lies behind a failure of files or ports.
public final class Failures {
  private Failures() {}

  /// What the system says, in words that name no Java type.
  public static String reason(@Nullable Throwable failure) {
    return switch (failure) {
      case null -> "no reason given";
      case AccessDeniedException _ -> "permission denied";
      case NoSuchFileException _ -> "no such file";
      case FileAlreadyExistsException _ -> "something else is there";
      case IOException lost -> String.valueOf(lost.getMessage());
      default -> String.valueOf(failure.getMessage());
    };
  }
}
