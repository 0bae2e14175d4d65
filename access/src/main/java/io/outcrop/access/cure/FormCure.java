package io.outcrop.access.cure;

import io.outcrop.access.examination.Cure;
import io.outcrop.causes.catalogue.Cause.Applicability;
import java.util.List;

/// Anthropic's use-case form asks for what only a person knows. Source: Amazon Bedrock User Guide,
/// "Access Amazon Bedrock foundation models", read 2026-11-20.
final class FormCure {
  private static final List<String> FIELDS =
      List.of(
          "companyName",
          "companyWebsite",
          "intendedUsers",
          "industryOption",
          "otherIndustryOption",
          "useCases");

  private FormCure() {}

  static Cure cure() {
    return new Cure(
        Applicability.NEEDS_VALUES,
        "file Anthropic's use-case form once for the account; it asks for "
            + String.join(", ", FIELDS)
            + " (`outcrop fix --form FILE` files a JSON object of these)",
        List.of(),
        List.of("aws bedrock put-use-case-for-model-access --form-data fileb://form.json"),
        "what is filed goes to Anthropic and cannot be taken back");
  }
}
