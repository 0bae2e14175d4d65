package io.outcrop.access.change;

import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.json.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Anthropic's use-case form, as somebody filled it in. Source: Amazon Bedrock User Guide, "Access
/// Amazon Bedrock foundation models", read 2026-10.
public final class UseCaseForm {
  private static final int SHORT = 128;
  private static final int LONG = 8192;

  private UseCaseForm() {}

  /// What is wrong with `form`, in the order of its fields; nothing if it can be filed.
  public static List<Problem> problems(Json form) {
    var problems = new ArrayList<Problem>();
    var fields = new Fields(form, "", problems);
    filled(fields, "companyName", SHORT);
    filled(fields, "companyWebsite", SHORT);
    if (!Set.of("0", "1", "2").contains(fields.text("intendedUsers"))) {
      fields.problem("intendedUsers", "expected `0` (internal), `1` (external) or `2` (both)");
    }
    filled(fields, "industryOption", SHORT);
    fields.optionalText("otherIndustryOption");
    filled(fields, "useCases", LONG);
    fields.finish();
    return List.copyOf(problems);
  }

  private static void filled(Fields fields, String name, int most) {
    var text = fields.text(name);
    if (fields.has(name) && (text.isBlank() || text.length() > most)) {
      fields.problem(name, "expected 1 to " + most + " characters, found " + text.length());
    }
  }
}
