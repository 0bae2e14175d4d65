package io.outcrop.cli.fix;

import io.outcrop.access.change.UseCaseForm;
import io.outcrop.access.examination.Examination;
import io.outcrop.cli.terminal.Terminal;
import io.outcrop.json.Json;
import java.util.Optional;

/// Asks a person on a terminal for what Anthropic's use-case form wants to know.
final class FormQuestions {
  private static final String CAUSE = "anthropic-use-case-form";

  private FormQuestions() {}

  /// The form that was filled in; none if no form is missing, nobody can be asked, or the answers
  /// could not be filed.
  static Optional<Json.Obj> ask(Examination examination, Terminal terminal) {
    var missing =
        examination.findings().stream().anyMatch(finding -> finding.cause().slug().equals(CAUSE));
    if (!missing || !terminal.canAsk()) {
      return Optional.empty();
    }
    terminal.tell(
        "Anthropic's use-case form is missing. What is filed goes to Anthropic and cannot be taken"
            + " back; an empty answer leaves it for later.");
    var company = terminal.read("company name:");
    if (company.isEmpty()) {
      return Optional.empty();
    }
    var form =
        Json.object()
            .with("companyName", Json.of(company))
            .with("companyWebsite", Json.of(terminal.read("company website:")))
            .with(
                "intendedUsers",
                Json.of(terminal.read("intended users (0 internal, 1 external, 2 both):")))
            .with("industryOption", Json.of(terminal.read("industry:")))
            .with("otherIndustryOption", Json.of(terminal.read("industry, if another (or empty):")))
            .with("useCases", Json.of(terminal.read("what it is used for:")));
    var problems = UseCaseForm.problems(form);
    if (!problems.isEmpty()) {
      terminal.tell("the form is left for later: " + problems.getFirst());
      return Optional.empty();
    }
    return Optional.of(form);
  }
}
