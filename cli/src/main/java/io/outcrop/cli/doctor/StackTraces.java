package io.outcrop.cli.doctor;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds the caller's own line in a stack trace: the innermost frame that is no library's.
final class StackTraces {
  /// Source: how the JDK, CPython and V8 print frames; read from their own output.
  private static final Pattern JAVA =
      Pattern.compile(
          "^\\s*at ([\\w.$/@]+)\\.[\\w$<>]+\\(([\\w$]+\\.(?:java|kt|scala|groovy)):(\\d{1,8})\\)");

  private static final Pattern PYTHON = Pattern.compile("^\\s*File \"([^\"]+)\", line (\\d{1,8})");
  private static final Pattern V8 =
      Pattern.compile(
          "^\\s*at (?:.*\\()?(?:file://)?((?:[A-Za-z]:)?[^():]+):(\\d{1,8}):\\d{1,8}\\)?$");
  private static final List<String> LIBRARIES =
      List.of(
          "java.",
          "jdk.",
          "sun.",
          "javax.",
          "kotlin.",
          "software.amazon.",
          "com.amazonaws.",
          "org.springframework.",
          "io.netty.",
          "reactor.",
          "org.apache.",
          "site-packages",
          "dist-packages",
          "/lib/python",
          "\\lib\\",
          "node_modules",
          "node:internal",
          "<frozen",
          "<string>");

  private StackTraces() {}

  /// One place in somebody's code.
  record Frame(String file, int line) {}

  /// The caller's own innermost frame; none if no frame is known to be the caller's.
  static Optional<Frame> first(String text) {
    var lines = text.lines().toList();
    var python = lines.stream().flatMap(line -> found(PYTHON, line)).toList();
    if (!python.isEmpty()) {
      return python.reversed().stream()
          .filter(match -> isOwn(match.group(1)))
          .findFirst()
          .flatMap(match -> frame(match.group(1), match.group(2)));
    }
    return inner(lines).or(() -> own(lines));
  }

  /// Behind the last `Caused by:` stands where it began.
  private static Optional<Frame> inner(List<String> lines) {
    for (var i = lines.size() - 1; i >= 0; i--) {
      if (lines.get(i).stripLeading().startsWith("Caused by:")) {
        return own(lines.subList(i, lines.size()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Frame> own(List<String> lines) {
    return lines.stream().flatMap(line -> Stream.concat(java(line), v8(line))).findFirst();
  }

  private static Stream<Frame> java(String line) {
    return found(JAVA, line)
        .filter(match -> isOwn(match.group(1).substring(match.group(1).indexOf('/') + 1)))
        .flatMap(match -> frame(path(match), match.group(3)).stream());
  }

  private static Stream<Frame> v8(String line) {
    return found(V8, line)
        .filter(match -> isOwn(match.group(1)))
        .flatMap(match -> frame(match.group(1), match.group(2)).stream());
  }

  /// A Java frame names its class: the folder follows from the package.
  private static String path(MatchResult match) {
    var type = match.group(1).substring(match.group(1).indexOf('/') + 1);
    var dot = type.lastIndexOf('.');
    return dot < 0
        ? match.group(2)
        : "src/main/java/" + type.substring(0, dot).replace('.', '/') + "/" + match.group(2);
  }

  private static Optional<Frame> frame(String file, String line) {
    var number = Integer.parseInt(line);
    return number > 0 ? Optional.of(new Frame(file, number)) : Optional.empty();
  }

  private static boolean isOwn(String place) {
    return LIBRARIES.stream()
        .noneMatch(
            library -> library.endsWith(".") ? place.startsWith(library) : place.contains(library));
  }

  private static Stream<MatchResult> found(Pattern pattern, String line) {
    return pattern.matcher(line).results();
  }
}
