package io.outcrop.sandbox.control;

import io.outcrop.json.Json;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.realm.ApplicationProfile;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Pages;
import io.outcrop.sandbox.visit.Permitted;
import io.outcrop.sandbox.visit.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Inference profiles of both kinds, to read: AWS's own first, then the account's.
final class InferenceProfiles {
  private final SystemProfiles system;

  private InferenceProfiles(SystemProfiles system) {
    this.system = system;
  }

  static void addTo(Map<String, Operation> operations, ModelCatalogue models) {
    var system = new SystemProfiles(models);
    var profiles = new InferenceProfiles(system);
    operations.put("ListInferenceProfiles", profiles::listed);
    operations.put("GetInferenceProfile", profiles::get);
    new ApplicationProfiles(system, models).addTo(operations);
  }

  /// Denials name all profiles of the region, although the Service Authorization Reference has no
  /// resource for the action: as others saw it in 2026.
  private Reply listed(Visit visit) {
    var all =
        "arn:aws:bedrock:%s:%s:inference-profile/*".formatted(visit.region(), visit.account().id());
    return Permitted.to(
        visit, Guard.Wish.of("bedrock:ListInferenceProfiles", all), () -> list(visit));
  }

  /// Whoever asks for no type is told of AWS's own profiles alone, as AWS answered
  /// (github.com/aws/aws-cli/issues/9728).
  private Reply list(Visit visit) {
    var shown = new ArrayList<Json.Obj>();
    if (visit.text("typeEquals").orElse("SYSTEM_DEFINED").equals("SYSTEM_DEFINED")) {
      shown.addAll(system.here(visit).values());
    } else {
      visit
          .account()
          .standing()
          .in(visit.region())
          .profiles()
          .values()
          .forEach(profile -> shown.add(shown(visit, profile)));
    }
    return Pages.reply(
        visit,
        "inferenceProfileSummaries",
        shown,
        profile -> profile.text("inferenceProfileArn").orElseThrow(),
        profile -> profile);
  }

  private Reply get(Visit visit) {
    var reference = ModelCatalogue.reference(visit.required("inferenceProfileIdentifier"));
    var own = visit.account().standing().in(visit.region()).profile(reference.id());
    var arn =
        own.map(profile -> arn(visit, profile.id()))
            .orElseGet(() ->
                reference.text().startsWith("arn:")
                    ? reference.text()
                    : "arn:aws:bedrock:%s:%s:inference-profile/%s"
                        .formatted(visit.region(), visit.account().id(), reference.id()));
    var tags = own.map(profile -> Tags.attached(profile.tags())).orElse(Map.of());
    return Permitted.to(
        visit,
        new Guard.Wish("bedrock:GetInferenceProfile", arn, tags),
        () -> {
          if (!isHere(visit, reference.region(), reference.account())) {
            return missing();
          }
          if (own.isPresent()) {
            return new Reply.Output(shown(visit, own.get()));
          }
          var profile = system.here(visit).get(reference.id());
          return profile == null ? missing() : new Reply.Output(profile);
        });
  }

  /// Whether an ARN's region and account, if it has them, are the called region and the caller's.
  static boolean isHere(Visit visit, String region, String account) {
    return (region.isEmpty() || region.equals(visit.region()))
        && (account.isEmpty() || account.equals(visit.account().id()));
  }

  static Reply.Fault missing() {
    return Faults.said(
        404, "ResourceNotFoundException", "The provided inference profile was not found.");
  }

  /// The ARN of an application inference profile of the caller.
  static String arn(Visit visit, String id) {
    return "arn:aws:bedrock:%s:%s:application-inference-profile/%s"
        .formatted(visit.region(), visit.account().id(), id);
  }

  private static Json.Obj shown(Visit visit, ApplicationProfile profile) {
    var created = Json.of(profile.created().toString());
    var shown =
        Json.object()
            .with("inferenceProfileName", Json.of(profile.name()))
            .with("inferenceProfileArn", Json.of(arn(visit, profile.id())))
            .with("inferenceProfileId", Json.of(profile.id()))
            .with("models", models(profile.models()))
            .with("status", Json.of("ACTIVE"))
            .with("type", Json.of("APPLICATION"))
            .with("createdAt", created)
            .with("updatedAt", created);
    return profile.description().isEmpty()
        ? shown
        : shown.with("description", Json.of(profile.description()));
  }

  private static Json models(List<String> arns) {
    return Json.array(
        arns.stream().map(arn -> Json.object().with("modelArn", Json.of(arn))).toList());
  }
}
