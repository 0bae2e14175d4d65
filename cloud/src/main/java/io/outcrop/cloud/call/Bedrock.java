package io.outcrop.cloud.call;

import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.answer.UnreadableAnswerException;
import io.outcrop.cloud.protocol.Bodies;
import io.outcrop.cloud.protocol.Pages;
import io.outcrop.cloud.sdk.SdkSetup;
import io.outcrop.cloud.sdk.SignedService;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The control plane of Bedrock. Every method makes one call (lists: one a page) and throws
/// nothing.
public final class Bedrock {
  private final SignedService service;

  /// Bedrock of the region that is called.
  public Bedrock(SdkSetup setup) {
    this.service = setup.signed("bedrock", setup.region(), "bedrock");
  }

  /// A foundation model as the region lists it. Times are ISO 8601; empty where AWS says none.
  public record FoundationModel(
      String id,
      String arn,
      boolean onDemand,
      boolean viaProfile,
      String startOfLife,
      String legacyTime,
      String endOfLife) {}

  /// An inference profile and the models it may send a call to.
  public record InferenceProfile(String id, String arn, String type, List<String> modelArns) {
    public InferenceProfile {
      modelArns = List.copyOf(modelArns);
    }
  }

  /// How far the account may use a model; AWS's own words.
  public record Availability(
      String agreement,
      String agreementError,
      String authorization,
      String entitlement,
      String region) {}

  /// One offer.
  public record Offer(String token) {}

  /// Anthropic's models in the region.
  public Answer<List<FoundationModel>> listFoundationModels() {
    return get("ListFoundationModels", "/foundation-models?byProvider=Anthropic", ModelLists::list);
  }

  /// One model.
  public Answer<FoundationModel> getFoundationModel(String modelId) {
    return get(
        "GetFoundationModel", "/foundation-models/" + Bodies.segment(modelId), ModelLists::one);
  }

  /// The account's standing with one model.
  public Answer<Availability> availability(String modelId) {
    return get(
        "GetFoundationModelAvailability",
        "/foundation-model-availability/" + Bodies.segment(modelId),
        found -> {
          var agreement =
              found
                  .object("agreementAvailability")
                  .orElseThrow(() ->
                      new UnreadableAnswerException("the answer has no `agreementAvailability`"));
          return new Availability(
              agreement.text("status").orElse(""),
              agreement.text("errorMessage").orElse(""),
              found.text("authorizationStatus").orElse(""),
              found.text("entitlementAvailability").orElse(""),
              found.text("regionAvailability").orElse(""));
        });
  }

  /// AWS's profiles that can be called from the region. Whoever asks for no type is told of these
  /// alone, too (github.com/aws/aws-cli/issues/9728).
  public Answer<List<InferenceProfile>> listSystemProfiles() {
    return profiles("SYSTEM_DEFINED");
  }

  /// The account's own profiles that can be called from the region.
  public Answer<List<InferenceProfile>> listApplicationProfiles() {
    return profiles("APPLICATION");
  }

  private Answer<List<InferenceProfile>> profiles(String type) {
    return Pages.collect(token ->
        get(
            "ListInferenceProfiles",
            "/inference-profiles?type="
                + type
                + (token.isEmpty() ? "" : "&nextToken=" + Bodies.segment(token)),
            found ->
                new Pages.Page<>(
                    Bodies.objects(found, "inferenceProfileSummaries")
                        .map(Bedrock::profile)
                        .toList(),
                    found.text("nextToken").orElse(""))));
  }

  /// One profile, by id or ARN.
  public Answer<InferenceProfile> getInferenceProfile(String id) {
    return get("GetInferenceProfile", "/inference-profiles/" + Bodies.segment(id), Bedrock::one);
  }

  private static InferenceProfile one(Json.Obj found) {
    if (found.get("inferenceProfileArn").isEmpty()) {
      throw new UnreadableAnswerException("the answer has no `inferenceProfileArn`");
    }
    return profile(found);
  }

  private static InferenceProfile profile(Json.Obj found) {
    return new InferenceProfile(
        found.text("inferenceProfileId").orElse(""),
        found.text("inferenceProfileArn").orElse(""),
        found.text("type").orElse(""),
        Bodies.objects(found, "models").map(model -> model.text("modelArn").orElse("")).toList());
  }

  /// The use-case form that was filed.
  public Answer<Json.Obj> useCaseForm() {
    return get(
        "GetUseCaseForModelAccess",
        "/use-case-for-model-access",
        found -> form(decoded(found.text("formData").orElse(""))));
  }

  /// Files the use-case form.
  public Answer<Boolean> putUseCaseForm(Json.Obj form) {
    var bytes = JsonWriter.compact(form).getBytes(StandardCharsets.UTF_8);
    return post(
        "PutUseCaseForModelAccess",
        "/use-case-for-model-access",
        Json.object().with("formData", Json.of(Base64.getEncoder().encodeToString(bytes))));
  }

  /// The offers for a model.
  public Answer<List<Offer>> agreementOffers(String modelId) {
    return get(
        "ListFoundationModelAgreementOffers",
        "/list-foundation-model-agreement-offers/" + Bodies.segment(modelId),
        found ->
            Bodies.objects(found, "offers")
                .map(offer -> new Offer(offer.text("offerToken").orElse("")))
                .toList());
  }

  /// Accepts an offer.
  public Answer<Boolean> createAgreement(String modelId, String offerToken) {
    return post(
        "CreateFoundationModelAgreement",
        "/create-foundation-model-agreement",
        Json.object().with("offerToken", Json.of(offerToken)).with("modelId", Json.of(modelId)));
  }

  /// Ends an agreement.
  public Answer<Boolean> deleteAgreement(String modelId) {
    return post(
        "DeleteFoundationModelAgreement",
        "/delete-foundation-model-agreement",
        Json.object().with("modelId", Json.of(modelId)));
  }

  private <T> Answer<T> get(String operation, String path, Function<Json.Obj, T> reader) {
    return service.ask(
        operation,
        new SignedService.Request("GET", path, Map.of(), "").repeatable(),
        response -> reader.apply(Bodies.object(response)));
  }

  private Answer<Boolean> post(String operation, String path, Json.Obj body) {
    return service.ask(
        operation,
        SignedService.Request.json("POST", path, body.toString()).repeatable(),
        _ -> true);
  }

  /// The form comes encoded once more than it was sent, by accounts of others; both are read.
  private static Json.Obj form(String text) {
    if (JsonReader.read(text) instanceof JsonReading.Read(Json.Obj form)) {
      return form;
    }
    if (JsonReader.read(decoded(text.strip())) instanceof JsonReading.Read(Json.Obj form)) {
      return form;
    }
    throw new UnreadableAnswerException("the form is no JSON object");
  }

  private static String decoded(String text) {
    try {
      return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      throw new UnreadableAnswerException(
          "the form is neither JSON nor base64: " + notBase64.getMessage());
    }
  }
}
