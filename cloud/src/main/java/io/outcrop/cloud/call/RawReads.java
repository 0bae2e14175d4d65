package io.outcrop.cloud.call;

import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.sdk.SdkService;
import io.outcrop.cloud.sdk.SdkSetup;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.sts.StsClient;

/// Calls that only read, and bring the answer's own text: for looking at how AWS spells it.
public final class RawReads {
  /// A model that nobody ever had.
  private static final String NO_MODEL = "anthropic.claude-that-is-not-there-v9:0";

  private final SdkService<StsClient> sts;
  private final SdkService<IamClient> iam;
  private final SdkService<OrganizationsClient> organizations;
  private final SdkService<BedrockClient> bedrock;

  /// Calls through `setup`.
  public RawReads(SdkSetup setup) {
    this.sts =
        setup.service(
            "sts",
            setup.region(),
            place -> kept(setup, place, StsClient.builder()).httpClient(setup.http(place)).build());
    this.iam =
        setup.service(
            "iam",
            "us-east-1",
            place -> kept(setup, place, IamClient.builder()).httpClient(setup.http(place)).build());
    this.organizations =
        setup.service(
            "organizations",
            "us-east-1",
            place ->
                kept(setup, place, OrganizationsClient.builder())
                    .httpClient(setup.http(place))
                    .build());
    this.bedrock =
        setup.service(
            "bedrock",
            setup.region(),
            place ->
                kept(setup, place, BedrockClient.builder()).httpClient(setup.http(place)).build());
  }

  /// One call.
  public enum Read {
    GET_CALLER_IDENTITY("sts", "GetCallerIdentity", ""),
    LIST_FOUNDATION_MODELS("bedrock", "ListFoundationModels", ""),
    GET_FOUNDATION_MODEL("bedrock", "GetFoundationModel", ""),
    GET_UNKNOWN_MODEL("bedrock", "GetFoundationModel", "of a model that there is not"),
    GET_FOUNDATION_MODEL_AVAILABILITY("bedrock", "GetFoundationModelAvailability", ""),
    LIST_INFERENCE_PROFILES("bedrock", "ListInferenceProfiles", ""),
    GET_USE_CASE("bedrock", "GetUseCaseForModelAccess", ""),
    GET_UNKNOWN_USER("iam", "GetUser", "of a user that there is not"),
    DESCRIBE_ORGANIZATION("organizations", "DescribeOrganization", "");

    private final String service;
    private final String operation;
    private final String note;

    Read(String service, String operation, String note) {
      this.service = service;
      this.operation = operation;
      this.note = note;
    }

    /// The call in words: `bedrock:GetFoundationModel of a model that there is not`.
    public String words() {
      return service + ":" + operation + (note.isEmpty() ? "" : " " + note);
    }
  }

  /// Makes the call; the answer's own text.
  ///
  /// @param modelId the model that is asked for where one is
  public Answer<String> make(Read read, String modelId) {
    var text = new AtomicReference<>("");
    var keep =
        AwsRequestOverrideConfiguration.builder()
            .putExecutionAttribute(BodyKeeper.KEPT, text)
            .build();
    return switch (read) {
      case GET_CALLER_IDENTITY ->
          sts.ask(
              read.operation,
              client ->
                  said(text, client.getCallerIdentity(call -> call.overrideConfiguration(keep))));
      case GET_UNKNOWN_USER ->
          iam.ask(
              read.operation,
              client ->
                  said(
                      text,
                      client.getUser(call ->
                          call.userName("nobody-outcrop-asks-for").overrideConfiguration(keep))));
      case DESCRIBE_ORGANIZATION ->
          organizations.ask(
              read.operation,
              client ->
                  said(
                      text, client.describeOrganization(call -> call.overrideConfiguration(keep))));
      case LIST_FOUNDATION_MODELS,
          GET_FOUNDATION_MODEL,
          GET_UNKNOWN_MODEL,
          GET_FOUNDATION_MODEL_AVAILABILITY,
          LIST_INFERENCE_PROFILES,
          GET_USE_CASE ->
          bedrock.ask(read.operation, client -> said(text, bedrock(client, read, modelId, keep)));
    };
  }

  private static AwsResponse bedrock(
      BedrockClient client, Read read, String modelId, AwsRequestOverrideConfiguration keep) {
    return switch (read) {
      case LIST_FOUNDATION_MODELS ->
          client.listFoundationModels(call -> call.overrideConfiguration(keep));
      case GET_FOUNDATION_MODEL ->
          client.getFoundationModel(
              call -> call.modelIdentifier(modelId).overrideConfiguration(keep));
      case GET_UNKNOWN_MODEL ->
          client.getFoundationModel(
              call -> call.modelIdentifier(NO_MODEL).overrideConfiguration(keep));
      case GET_FOUNDATION_MODEL_AVAILABILITY ->
          client.getFoundationModelAvailability(
              call -> call.modelId(modelId).overrideConfiguration(keep));
      case LIST_INFERENCE_PROFILES ->
          client.listInferenceProfiles(call -> call.overrideConfiguration(keep));
      case GET_USE_CASE ->
          client.getUseCaseForModelAccess(call -> call.overrideConfiguration(keep));
      case GET_CALLER_IDENTITY, GET_UNKNOWN_USER, DESCRIBE_ORGANIZATION ->
          throw new IllegalArgumentException(read + " is not Bedrock's");
    };
  }

  private static Answer.Succeeded<String> said(AtomicReference<String> text, AwsResponse answer) {
    return SdkService.succeeded(text.get(), answer);
  }

  private static <B extends AwsClientBuilder<B, C>, C> B kept(
      SdkSetup setup, SdkService.Place place, B builder) {
    var prepared = setup.prepare(builder, place);
    return prepared.overrideConfiguration(
        prepared.overrideConfiguration().toBuilder()
            .addExecutionInterceptor(new BodyKeeper())
            .build());
  }
}
