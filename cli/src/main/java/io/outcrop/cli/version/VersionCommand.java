package io.outcrop.cli.version;

import io.outcrop.causes.CauseCatalogue;
import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Syntax;
import io.outcrop.cli.session.Command;
import io.outcrop.cli.session.ExitCode;
import io.outcrop.cli.session.Session;
import io.outcrop.cli.view.View;
import io.outcrop.cli.view.ViewOptions;
import io.outcrop.json.Json;
import io.outcrop.models.ModelCatalogue;
import java.util.Optional;

/// `outcrop version`.
public final class VersionCommand implements Command {
  /// The command.
  public VersionCommand() {}

  @Override
  public Syntax syntax() {
    return Syntax.of("version", "print the versions of the program and its catalogues")
        .with(ViewOptions.OPTIONS);
  }

  @Override
  public int run(Arguments arguments, Session session) {
    var causes = CauseCatalogue.shipped();
    var models = ModelCatalogue.shipped();
    View.of(arguments, session)
        .write(
            _ ->
                """
                outcrop %s
                causes  %s (%d causes)
                models  %s (%d models)
                java    %s
                """
                    .formatted(
                        program(),
                        causes.version(),
                        causes.causes().size(),
                        models.version(),
                        models.models().size(),
                        Runtime.version()),
            () ->
                Json.object()
                    .with("formatVersion", Json.of(1))
                    .with("version", Json.of(program()))
                    .with("causes", catalogue(causes.version(), causes.causes().size()))
                    .with("models", catalogue(models.version(), models.models().size()))
                    .with("java", Json.of(Runtime.version().toString())));
    return ExitCode.FINE;
  }

  /// The program's version.
  public static String program() {
    return Optional.ofNullable(VersionCommand.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  private static Json.Obj catalogue(String version, int entries) {
    return Json.object().with("version", Json.of(version)).with("entries", Json.of(entries));
  }
}
