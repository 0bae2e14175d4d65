package io.outcrop.cli.view;

import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.Session;
import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import io.outcrop.report.style.Look;
import io.outcrop.report.style.Masking;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// In which form, and where to, the answer of one run is written.
public final class View {
  private final Session session;
  private final List<Target> targets;
  private final Look look;

  private View(Session session, List<Target> targets, Look look) {
    this.session = session;
    this.targets = List.copyOf(targets);
    this.look = look;
  }

  /// One form of the answer and where it goes.
  private record Target(Format format, Destination to) {}

  /// What the command line asks for, of a command that writes text and JSON.
  ///
  /// @throws Complaint if it asks for what cannot be
  public static View of(Arguments arguments, Session session) {
    return of(arguments, session, List.of());
  }

  /// What the command line asks for, of a command that writes text, JSON and what is `offered`.
  ///
  /// @throws Complaint if it asks for what cannot be
  public static View of(Arguments arguments, Session session, List<Format> offered) {
    var formats = new ArrayList<Format>();
    arguments.all("--format").forEach(name -> formats.add(format(name, offered)));
    if (arguments.has("--json") && !formats.contains(Format.JSON)) {
      formats.add(Format.JSON);
    }
    var files = arguments.all("--output");
    if (formats.isEmpty()) {
      formats.add(Format.TEXT);
    }
    if (files.size() > formats.size()) {
      throw Complaint.usage(
          "there are more `--output` than `--format`", "each --output belongs to one --format");
    }
    var targets = new ArrayList<Target>();
    for (var i = 0; i < formats.size(); i++) {
      var to =
          i < files.size() && !files.get(i).equals("-")
              ? Destination.of("--output", files.get(i), session)
              : Destination.standardOutput("--format " + formats.get(i).id(), session);
      targets.forEach(earlier -> to.apartFrom(earlier.to));
      targets.add(new Target(formats.get(i), to));
    }
    return new View(session, targets, look(arguments, session));
  }

  /// How pages look on standard output.
  public Look look() {
    return look;
  }

  /// Whether standard output gets no text: JSON or another format for programs, and nothing else.
  public boolean jsonOnly() {
    return targets.stream()
        .noneMatch(target -> target.format == Format.TEXT && target.to.isStandardOutput());
  }

  /// What `option` names besides, which is not where the answer goes.
  ///
  /// @throws Complaint if nothing can be written there
  public Destination besides(String option, String name) {
    var besides = Destination.of(option, name, session);
    targets.forEach(target -> besides.apartFrom(target.to));
    return besides;
  }

  /// Whether the answer is wanted in one of `formats`.
  public boolean wantsOneOf(List<Format> formats) {
    return targets.stream().anyMatch(target -> formats.contains(target.format));
  }

  /// Writes the answer in every form that was asked for.
  public void write(Function<Look, String> text, Supplier<Json.Obj> json) {
    write(text, json, Map.of());
  }

  /// Writes the answer in every form that was asked for.
  ///
  /// @param others the pages of the formats that were offered besides
  public void write(
      Function<Look, String> text, Supplier<Json.Obj> json, Map<Format, Supplier<String>> others) {
    for (var target : targets) {
      var fileLook = new Look(80, false, look.ascii(), look.verbose(), look.mask());
      var content =
          switch (target.format) {
            case TEXT -> text.apply(target.to.isStandardOutput() ? look : fileLook);
            case JSON -> JsonWriter.pretty(Masking.of(json.get(), look.mask())) + "\n";
            case MARKDOWN, HTML, JUNIT, GITHUB, SARIF -> masked(others.get(target.format));
          };
      target.to.write(content);
    }
  }

  /// Writes text to standard output, if text goes there at all.
  public void part(Function<Look, String> text) {
    if (!jsonOnly()) {
      session.terminal().print(text.apply(look));
    }
  }

  /// Writes the whole answer where its text already went to standard output in parts.
  public void rest(Function<Look, String> text, Supplier<Json.Obj> json) {
    rest(text, json, Map.of());
  }

  /// Writes the whole answer where its text already went to standard output in parts.
  ///
  /// @param others the pages of the formats that were offered besides
  public void rest(
      Function<Look, String> text, Supplier<Json.Obj> json, Map<Format, Supplier<String>> others) {
    var open =
        targets.stream()
            .filter(target -> target.format != Format.TEXT || !target.to.isStandardOutput())
            .toList();
    new View(session, open, look).write(text, json, others);
  }

  private String masked(@Nullable Supplier<String> page) {
    if (page == null) {
      throw new IllegalArgumentException("a format was offered that nobody writes");
    }
    var text = page.get();
    return Masking.of(text, look.mask()).apply(text);
  }

  private static Look look(Arguments arguments, Session session) {
    var when = arguments.value("--color").orElse("auto");
    var colour =
        switch (when) {
          case "auto" -> session.terminal().colour(session.environment());
          case "always" -> true;
          case "never" -> false;
          default ->
              throw Complaint.usage(
                  "`--color` is auto, always or never, not `" + when + "`", "--color=never");
        };
    return new Look(
        session.terminal().width(),
        colour,
        arguments.has("--ascii"),
        arguments.has("--verbose"),
        arguments.has("--mask"));
  }

  private static Format format(String name, List<Format> offered) {
    var usable = new ArrayList<>(List.of(Format.TEXT, Format.JSON));
    usable.addAll(offered);
    var found = Format.named(name);
    return found
        .filter(usable::contains)
        .orElseThrow(() ->
            Complaint.usage(
                found.isPresent()
                    ? "format `" + name + "` makes no sense for this command"
                    : "there is no format `" + name + "`",
                usable.stream()
                    .map(format -> "--format " + format.id())
                    .collect(Collectors.joining(" or "))));
  }
}
