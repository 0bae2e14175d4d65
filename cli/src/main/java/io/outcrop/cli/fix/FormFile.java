package io.outcrop.cli.fix;

import io.outcrop.access.change.UseCaseForm;
import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.Session;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/// The file that `--form` names.
final class FormFile {
  private static final String HELP =
      "it holds a JSON object with companyName, companyWebsite, intendedUsers (0, 1 or 2),"
          + " industryOption, otherIndustryOption and useCases, all of them strings";

  private FormFile() {}

  /// The filled-in form, if one is named; a complaint if it could not be filed.
  static Optional<Json.Obj> of(Arguments arguments, Session session) {
    return arguments.has("--form")
        ? Optional.of(read(arguments.text("--form"), session))
        : Optional.empty();
  }

  private static Json.Obj read(String name, Session session) {
    return switch (JsonReader.read(text(name, session))) {
      case JsonReading.Malformed(var message, var position) ->
          throw Complaint.usage("`" + name + "`: " + position + ": " + message, HELP);
      case JsonReading.Read(var value) -> checked(name, value);
    };
  }

  private static Json.Obj checked(String name, Json value) {
    var problems = UseCaseForm.problems(value);
    if (!problems.isEmpty() || !(value instanceof Json.Obj form)) {
      throw Complaint.usage("`" + name + "` is no use-case form: " + problems.getFirst(), HELP);
    }
    return form;
  }

  private static String text(String name, Session session) {
    try {
      return Files.readString(session.file(name));
    } catch (IOException _) {
      throw Complaint.usage("`" + name + "` cannot be read", HELP);
    }
  }
}
