package io.outcrop.cloud.call;

import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.sdk.SdkService;
import io.outcrop.cloud.sdk.SdkSetup;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.auth.scheme.BedrockAuthSchemeProvider;
import software.amazon.awssdk.services.bedrock.model.InferenceProfileModel;
import software.amazon.awssdk.services.bedrock.model.InferenceProfileType;

/// The control plane of Bedrock. Every method makes one call (lists: one a page) and throws
/// nothing.
public final class Bedrock {
  private final SdkService<BedrockClient> service;

  /// Bedrock of the region that is called.
  public Bedrock(SdkSetup setup) {
    this.service = setup.service("bedrock", setup.region(), place -> client(setup, place));
  }

  /// Makes the client.
  public void makeReady() {
    var _ = service.client();
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
    return service.ask(
        "ListFoundationModels",
        client -> {
          var kept = new AtomicReference<>("");
          var answer =
              client.listFoundationModels(
                  request -> request.byProvider("Anthropic").overrideConfiguration(keep(kept)));
          return SdkService.succeeded(ModelLists.list(kept.get()), answer);
        });
  }

  /// One model.
  public Answer<FoundationModel> getFoundationModel(String modelId) {
    return service.ask(
        "GetFoundationModel",
        client -> {
          var kept = new AtomicReference<>("");
          var answer =
              client.getFoundationModel(
                  request -> request.modelIdentifier(modelId).overrideConfiguration(keep(kept)));
          return SdkService.succeeded(ModelLists.one(kept.get()), answer);
        });
  }

  /// The account's standing with one model.
  public Answer<Availability> availability(String modelId) {
    return service.ask(
        "GetFoundationModelAvailability",
        client -> {
          var answer = client.getFoundationModelAvailability(request -> request.modelId(modelId));
          var agreement = answer.agreementAvailability();
          return SdkService.succeeded(
              new Availability(
                  agreement == null ? "" : Texts.of(agreement.statusAsString()),
                  agreement == null ? "" : Texts.of(agreement.errorMessage()),
                  Texts.of(answer.authorizationStatusAsString()),
                  Texts.of(answer.entitlementAvailabilityAsString()),
                  Texts.of(answer.regionAvailabilityAsString())),
              answer);
        });
  }

  /// The profiles that can be called from the region, AWS's and then the account's own: whoever
  /// asks for no type is told of AWS's alone (github.com/aws/aws-cli/issues/9728).
  public Answer<List<InferenceProfile>> listInferenceProfiles() {
    return service.ask(
        "ListInferenceProfiles",
        client -> {
          var system = profiles(client, InferenceProfileType.SYSTEM_DEFINED);
          var own = profiles(client, InferenceProfileType.APPLICATION);
          return new Answer.Succeeded<>(
              Stream.concat(system.value().stream(), own.value().stream()).toList(),
              own.requestId());
        });
  }

  private static Answer.Succeeded<List<InferenceProfile>> profiles(
      BedrockClient client, InferenceProfileType type) {
    return Pages.collect(
        client.listInferenceProfilesPaginator(request -> request.typeEquals(type)),
        page ->
            page.inferenceProfileSummaries().stream()
                .map(profile ->
                    new InferenceProfile(
                        profile.inferenceProfileId(),
                        profile.inferenceProfileArn(),
                        Texts.of(profile.typeAsString()),
                        arns(profile.models())))
                .toList());
  }

  /// One profile, by id or ARN.
  public Answer<InferenceProfile> getInferenceProfile(String id) {
    return service.ask(
        "GetInferenceProfile",
        client -> {
          var answer =
              client.getInferenceProfile(request -> request.inferenceProfileIdentifier(id));
          return SdkService.succeeded(
              new InferenceProfile(
                  answer.inferenceProfileId(),
                  answer.inferenceProfileArn(),
                  Texts.of(answer.typeAsString()),
                  arns(answer.models())),
              answer);
        });
  }

  /// The use-case form that was filed.
  public Answer<Json.Obj> useCaseForm() {
    return service.ask(
        "GetUseCaseForModelAccess",
        client -> {
          var answer = client.getUseCaseForModelAccess(request -> {});
          return SdkService.succeeded(form(answer.formData()), answer);
        });
  }

  /// Files the use-case form.
  public Answer<Boolean> putUseCaseForm(Json.Obj form) {
    return service.ask(
        "PutUseCaseForModelAccess",
        client ->
            SdkService.succeeded(
                true,
                client.putUseCaseForModelAccess(request ->
                    request.formData(SdkBytes.fromUtf8String(JsonWriter.compact(form))))));
  }

  /// The offers for a model.
  public Answer<List<Offer>> agreementOffers(String modelId) {
    return service.ask(
        "ListFoundationModelAgreementOffers",
        client -> {
          var answer =
              client.listFoundationModelAgreementOffers(request -> request.modelId(modelId));
          return SdkService.succeeded(
              answer.offers().stream().map(offer -> new Offer(offer.offerToken())).toList(),
              answer);
        });
  }

  /// Accepts an offer.
  public Answer<Boolean> createAgreement(String modelId, String offerToken) {
    return service.ask(
        "CreateFoundationModelAgreement",
        client ->
            SdkService.succeeded(
                true,
                client.createFoundationModelAgreement(
                    request -> request.modelId(modelId).offerToken(offerToken))));
  }

  /// Ends an agreement.
  public Answer<Boolean> deleteAgreement(String modelId) {
    return service.ask(
        "DeleteFoundationModelAgreement",
        client ->
            SdkService.succeeded(
                true, client.deleteFoundationModelAgreement(request -> request.modelId(modelId))));
  }

  private static BedrockClient client(SdkSetup setup, SdkService.Place place) {
    var builder = setup.prepare(BedrockClient.builder(), place);
    return builder
        .overrideConfiguration(
            builder.overrideConfiguration().toBuilder()
                .addExecutionInterceptor(new BodyKeeper())
                .build())
        .authSchemeProvider(BedrockAuthSchemeProvider.defaultProvider(setup.bedrockSchemes()))
        .tokenProvider(setup.token())
        .httpClient(setup.http(place))
        .build();
  }

  private static AwsRequestOverrideConfiguration keep(AtomicReference<String> kept) {
    return AwsRequestOverrideConfiguration.builder()
        .putExecutionAttribute(BodyKeeper.KEPT, kept)
        .build();
  }

  private static List<String> arns(List<InferenceProfileModel> models) {
    return models.stream().map(InferenceProfileModel::modelArn).toList();
  }

  /// The form comes encoded once more than it was sent, by accounts of others; both are read.
  private static Json.Obj form(SdkBytes data) {
    var text = data.asUtf8String();
    if (JsonReader.read(text) instanceof JsonReading.Read(Json.Obj form)) {
      return form;
    }
    try {
      var inner = new String(Base64.getDecoder().decode(text.strip()), StandardCharsets.UTF_8);
      if (JsonReader.read(inner) instanceof JsonReading.Read(Json.Obj form)) {
        return form;
      }
    } catch (IllegalArgumentException notBase64) {
      throw new UnreadableAnswerException(
          "the form is neither JSON nor base64: " + notBase64.getMessage());
    }
    throw new UnreadableAnswerException("the form is no JSON object");
  }
}
