package io.outcrop.sandbox.control;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.JsonWriter;
import io.outcrop.sandbox.access.Access;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.realm.UseCase;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Permitted;
import io.outcrop.sandbox.visit.Visit;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Anthropic's use-case form. Source: Amazon Bedrock User Guide, "Access Amazon Bedrock foundation
/// models", read 2026-10; what the service answers was seen by others in 2026.
final class UseCaseForm {
  private static final List<String> REQUIRED =
      List.of("companyName", "companyWebsite", "intendedUsers", "industryOption", "useCases");

  /// The longest text of each field. Source: the same page.
  private static final Map<String, Integer> LONGEST =
      Map.of("companyName", 128, "companyWebsite", 128, "useCases", 8192);

  private UseCaseForm() {}

  static void addTo(Map<String, Operation> operations) {
    operations.put(
        "GetUseCaseForModelAccess",
        Permitted.to("bedrock:GetUseCaseForModelAccess", UseCaseForm::get));
    operations.put(
        "PutUseCaseForModelAccess",
        Permitted.to("bedrock:PutUseCaseForModelAccess", UseCaseForm::put));
  }

  private static Reply get(Visit visit) {
    return Access.of(visit)
        .form()
        .map(form -> base64(base64(JsonWriter.compact(form.answers()))))
        .<Reply>map(data -> new Reply.Output(Json.object().with("formData", Json.of(data))))
        .orElseGet(() ->
            Faults.said(
                404, "ResourceNotFoundException", "You have not filled out the request form"));
  }

  private static Reply put(Visit visit) {
    var form = decoded(visit.required("formData"));
    if (form.isEmpty()) {
      return Faults.invalid("The provided form data is not valid.");
    }
    var problem = problem(form.get());
    if (problem.isPresent()) {
      return Faults.invalid("The provided form data is not valid: " + problem.get());
    }
    var place = Access.of(visit).formPlace();
    var filed = new UseCase(form.get(), visit.now());
    if (!visit.account().standing().forms().containsKey(place)) {
      visit.change(account -> account.with(standing -> standing.withForm(place, filed)));
    }
    return new Reply.Output(Json.object());
  }

  private static Optional<String> problem(Json.Obj form) {
    for (var name : REQUIRED) {
      if (form.text(name).filter(text -> !text.isBlank()).isEmpty()) {
        return Optional.of(name + " is required.");
      }
      if (form.text(name).orElse("").length() > LONGEST.getOrDefault(name, Integer.MAX_VALUE)) {
        return Optional.of(name + " is longer than " + LONGEST.get(name) + " characters.");
      }
    }
    return List.of("0", "1", "2").contains(form.text("intendedUsers").orElse(""))
        ? Optional.empty()
        : Optional.of("intendedUsers is not one of 0, 1, 2.");
  }

  /// The form in base64, as the SDKs send it, or in base64 twice, as those who encode it themselves
  /// do.
  private static Optional<Json.Obj> decoded(String text) {
    var once = unbase64(text);
    return once.flatMap(UseCaseForm::object)
        .or(() -> once.flatMap(UseCaseForm::unbase64).flatMap(UseCaseForm::object));
  }

  private static Optional<Json.Obj> object(String text) {
    return JsonReader.read(text) instanceof JsonReading.Read(Json.Obj form)
        ? Optional.of(form)
        : Optional.empty();
  }

  private static Optional<String> unbase64(String text) {
    try {
      return Optional.of(
          new String(Base64.getDecoder().decode(text.strip()), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
