package io.outcrop.sandbox.control;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.JsonWriter;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Anthropic's use-case form. Source: Amazon Bedrock User Guide, "Access Amazon Bedrock foundation
/// models", read 2026-10; what the service answers was seen by others in 2026.
public final class UseCaseForm {
  private static final List<String> REQUIRED =
      List.of("companyName", "companyWebsite", "intendedUsers", "industryOption", "useCases");

  private UseCaseForm() {}

  static void addTo(Map<String, Operation> operations) {
    operations.put("GetUseCaseForModelAccess", UseCaseForm::get);
    operations.put("PutUseCaseForModelAccess", UseCaseForm::put);
  }

  /// Whether the caller's account, or the management account of its organization, has filed it.
  public static boolean isFiled(Visit visit) {
    return filed(visit).isPresent();
  }

  private static Optional<Json.Obj> filed(Visit visit) {
    var organization = visit.realm().organization();
    var own = visit.account().standing().form().stream().findFirst();
    return own.isPresent() || !organization.contains(visit.account().id())
        ? own
        : visit
            .realm()
            .account(organization.managementAccount())
            .flatMap(account -> account.standing().form().stream().findFirst());
  }

  private static Reply get(Visit visit) {
    var denied = visit.denied(Guard.Wish.of("bedrock:GetUseCaseForModelAccess", "*"));
    if (denied.isPresent()) {
      return denied.get();
    }
    return filed(visit)
        .<Reply>map(form ->
            new Reply.Output(
                Json.object().with("formData", Json.of(base64(base64(JsonWriter.compact(form)))))))
        .orElseGet(() ->
            Faults.said(
                404, "ResourceNotFoundException", "You have not filled out the request form"));
  }

  private static Reply put(Visit visit) {
    var denied = visit.denied(Guard.Wish.of("bedrock:PutUseCaseForModelAccess", "*"));
    if (denied.isPresent()) {
      return denied.get();
    }
    var form = decoded(visit.required("formData"));
    if (form.isEmpty()) {
      return Faults.invalid("The provided form data is not valid.");
    }
    for (var name : REQUIRED) {
      if (form.get().text(name).filter(text -> !text.isBlank()).isEmpty()) {
        return Faults.invalid("The provided form data is not valid: " + name + " is required.");
      }
    }
    visit.change(account -> account.with(standing -> standing.withForm(form.get())));
    return new Reply.Output(Json.object());
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
