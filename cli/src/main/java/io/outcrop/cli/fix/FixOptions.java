package io.outcrop.cli.fix;

import io.outcrop.access.Wishes;
import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Option;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.Session;
import io.outcrop.grants.form.Form;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the command line says about how to plan.
final class FixOptions {
  static final List<Option> OPTIONS =
      List.of(
          Option.flag("--yes", "do not ask"),
          Option.flag("--plan-only", "show the plan and change nothing"),
          Option.of("--plan", "FILE", "show the plan, write it to FILE, and change nothing"),
          Option.of("--apply", "FILE", "apply the plan in FILE, if the account is still as it was"),
          Option.of("--expires", "TIME", "how long a plan may be applied: 24h if nothing is said"),
          Option.of(
              "--forms",
              "FORMS",
              "show each step as sh,powershell,cloudformation,sam,terraform,json"),
          Option.flag("--even-if-managed", "change in the account what a stack or tool owns, too"),
          Option.of(
              "--quota",
              "[CODE=]VALUE",
              "ask AWS for so much of the quota that is in the way; may be repeated"),
          Option.of("--form", "FILE", "file Anthropic's use-case form from this JSON file"),
          Option.optional("--undo", "PLAN", "take the last plan, or the named one, back"),
          Option.optional("--resume", "PLAN", "go on with a plan that was interrupted"),
          Option.flag("--history", "list the plans that were applied"));

  private static final List<String> WAYS =
      List.of("--undo", "--resume", "--history", "--apply", "--plan", "--plan-only");
  private static final Pattern TIME = Pattern.compile("([0-9]{1,5})(m|h|d)");

  private FixOptions() {}

  /// Complains where two ways are asked for at once.
  static void check(Arguments arguments) {
    var given = WAYS.stream().filter(arguments::has).toList();
    if (given.size() > 1) {
      throw Complaint.usage(
          "`" + given.get(0) + "` and `" + given.get(1) + "` exclude each other",
          "leave one of them out");
    }
    checkQuota(arguments);
  }

  /// Complains where a value is said that no plan is made of.
  private static void checkQuota(Arguments arguments) {
    if (arguments.has("--quota")) {
      List.of("--apply", "--undo", "--resume", "--history").stream()
          .filter(arguments::has)
          .findFirst()
          .ifPresent(way -> {
            throw Complaint.usage(
                "`--quota` is for a new plan, and `" + way + "` makes none",
                "leave one of them out");
          });
    }
  }

  static Wishes wishes(Arguments arguments, Session session) {
    var wishes = FormFile.of(arguments, session).map(Wishes.USUAL::withForm).orElse(Wishes.USUAL);
    wishes =
        arguments.value("--expires").map(FixOptions::time).map(wishes::withLifetime).orElse(wishes);
    return arguments.has("--even-if-managed") ? wishes.withDrift() : wishes;
  }

  static List<Form> forms(Arguments arguments) {
    var forms = new ArrayList<Form>();
    for (var word : arguments.text("--forms").split(",", -1)) {
      if (!word.isBlank()) {
        forms.add(
            Form.of(word.strip())
                .orElseThrow(() ->
                    Complaint.usage(
                        "`--forms` names `" + word.strip() + "`, which is no form",
                        Arrays.stream(Form.values())
                            .map(Form::word)
                            .collect(Collectors.joining(",")))));
      }
    }
    return List.copyOf(forms);
  }

  private static Duration time(String text) {
    var match = TIME.matcher(text);
    if (!match.matches() || Long.parseLong(match.group(1)) == 0) {
      throw Complaint.usage("`--expires` is `" + text + "`, which is no time", "--expires 24h");
    }
    var number = Long.parseLong(match.group(1));
    return switch (match.group(2)) {
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }
}
