package io.outcrop.sandbox.control;

import io.outcrop.json.Json;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.ModelReference;
import io.outcrop.sandbox.access.Access;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.realm.ApplicationProfile;
import io.outcrop.sandbox.realm.UniqueId;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Permitted;
import io.outcrop.sandbox.visit.Visit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Inference profiles that an account makes for itself, to tell its costs apart. Source: Amazon
/// Bedrock API Reference, "CreateInferenceProfile"; Service Authorization Reference, read 2026-09.
final class ApplicationProfiles {
  /// How many an account may have in a region. Source: AWS General Reference, "Amazon Bedrock
  /// endpoints and quotas", read 2026-09.
  private static final int MOST = 1000;

  private static final int ID_LENGTH = 12;
  private static final String TOKEN = "clientRequestToken";

  private final SystemProfiles system;
  private final ModelCatalogue models;

  ApplicationProfiles(SystemProfiles system, ModelCatalogue models) {
    this.system = system;
    this.models = models;
  }

  void addTo(Map<String, Operation> operations) {
    operations.put("CreateInferenceProfile", this::create);
    operations.put("DeleteInferenceProfile", ApplicationProfiles::delete);
  }

  private Reply create(Visit visit) {
    var name = visit.required("inferenceProfileName");
    var source = source(visit);
    var tags = Tags.given(visit);
    var id = id(visit, name);
    var asked = Tags.requested(tags);
    return Permitted.to(
        visit,
        new Guard.Wish("bedrock:CreateInferenceProfile", InferenceProfiles.arn(visit, id), asked)
            .withTagKeys(tags.keySet()),
        () ->
            Permitted.to(
                visit,
                new Guard.Wish("bedrock:CreateInferenceProfile", source.text(), asked)
                    .withTagKeys(tags.keySet()),
                () -> tagged(visit, id, tags, () -> created(visit, id, name, source, tags))));
  }

  private static Reply tagged(
      Visit visit, String id, Map<String, String> tags, Supplier<Reply> then) {
    return tags.isEmpty()
        ? then.get()
        : Permitted.to(
            visit,
            new Guard.Wish(
                    "bedrock:TagResource", InferenceProfiles.arn(visit, id), Tags.requested(tags))
                .withTagKeys(tags.keySet()),
            then);
  }

  private static ModelReference source(Visit visit) {
    return ModelCatalogue.reference(
        visit.call().input().object("modelSource").flatMap(it -> it.text("copyFrom")).orElse(""));
  }

  /// The id of a new profile, told from all that the account has made before.
  private static String id(Visit visit, String name) {
    var taken = visit.account().standing().in(visit.region()).profiles();
    var key = String.join("/", visit.account().id(), visit.region(), name, visit.now().toString());
    var id = UniqueId.small(key, ID_LENGTH);
    while (taken.containsKey(id)) {
      id = UniqueId.small(id, ID_LENGTH);
    }
    return id;
  }

  private Reply created(
      Visit visit, String id, String name, ModelReference source, Map<String, String> tags) {
    var existing = visit.account().standing().in(visit.region()).profiles();
    var same = again(visit, existing.values());
    if (same.isPresent()) {
      return made(visit, same.get().id());
    }
    if (existing.values().stream().anyMatch(profile -> profile.name().equals(name))) {
      return Faults.said(
          400,
          "ConflictException",
          "An inference profile with the name " + name + " already exists.");
    }
    if (existing.size() >= MOST) {
      return Faults.said(
          400,
          "ServiceQuotaExceededException",
          "You have reached the maximum number of inference profiles per account.");
    }
    var destinations = destinations(visit, source);
    if (destinations.isEmpty()) {
      return Faults.invalid("The provided model identifier is invalid.");
    }
    return Tags.tooMany(tags)
        .<Reply>map(fault -> fault)
        .orElseGet(() -> {
          var profile =
              new ApplicationProfile(
                  id,
                  name,
                  visit.text("description").orElse(""),
                  visit.required(TOKEN),
                  source.text(),
                  destinations.get(),
                  visit.now(),
                  tags);
          visit.change(account ->
              account.with(standing -> standing.in(visit.region(), here -> here.with(profile))));
          return made(visit, id);
        });
  }

  /// The profile that a request with this token has made before: clients ask again when an answer
  /// is lost. Whatever else the request says is ignored. Source: Amazon Bedrock API Reference,
  /// "CreateInferenceProfile", clientRequestToken.
  private static Optional<ApplicationProfile> again(
      Visit visit, Collection<ApplicationProfile> existing) {
    return visit
        .text(TOKEN)
        .flatMap(token ->
            existing.stream().filter(profile -> profile.token().equals(token)).findFirst());
  }

  private static Reply made(Visit visit, String id) {
    return new Reply.Output(
        Json.object()
            .with("inferenceProfileArn", Json.of(InferenceProfiles.arn(visit, id)))
            .with("status", Json.of("ACTIVE")));
  }

  private Optional<List<String>> destinations(Visit visit, ModelReference source) {
    if (!InferenceProfiles.isHere(visit, source.region(), source.account())
        || !source.text().startsWith("arn:")) {
      return Optional.empty();
    }
    return models
        .find(source.id())
        .filter(Access.of(visit)::isAlive)
        .map(_ -> List.of(source.text()))
        .or(() -> system.destinations(visit, source.id()));
  }

  private static Reply delete(Visit visit) {
    var reference = ModelCatalogue.reference(visit.required("inferenceProfileIdentifier"));
    var profile = visit.account().standing().in(visit.region()).profile(reference.id());
    var tags = profile.map(own -> Tags.attached(own.tags())).orElse(Map.of());
    return Permitted.to(
        visit,
        new Guard.Wish(
            "bedrock:DeleteInferenceProfile", InferenceProfiles.arn(visit, reference.id()), tags),
        () -> {
          if (profile.isEmpty()
              || !InferenceProfiles.isHere(visit, reference.region(), reference.account())) {
            return InferenceProfiles.missing();
          }
          visit.change(account ->
              account.with(standing ->
                  standing.in(visit.region(), here -> here.withoutProfile(reference.id()))));
          return new Reply.Output(Json.object());
        });
  }
}
