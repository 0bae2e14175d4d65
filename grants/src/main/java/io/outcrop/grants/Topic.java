package io.outcrop.grants;

import io.outcrop.aws.Arn;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a statement is about. Authorisations of different topics never share a statement, so that a
/// statement's name and purpose hold for all of it.
///
/// @param name the statement's Sid, before a number is added to one that stands twice
/// @param purpose what it is for, in words
record Topic(Part part, String name, String purpose) implements Comparable<Topic> {
  private static final Comparator<Topic> ORDER =
      Comparator.comparing(Topic::part).thenComparing(Topic::name).thenComparing(Topic::purpose);
  private static final Pattern DATED = Pattern.compile("-\\d{8}|-v\\d+(:\\d+)?$");
  private static final Pattern WORDS = Pattern.compile("[^A-Za-z0-9]+");

  /// The order in which statements are written.
  enum Part {
    API_KEY,
    PROFILE,
    MODEL,
    BEHIND_PROFILE,
    PROVISIONED,
    COUNT_TOKENS,
    MANTLE,
    GUARDRAIL,
    CATALOGUE,
    FORM,
    MARKETPLACE
  }

  static Topic of(RequiredAuthorization needed) {
    var action = needed.action();
    return switch (action) {
      case "bedrock:CallWithBearerToken" ->
          new Topic(Part.API_KEY, "CallWithApiKey", "calls with an API key");
      case "bedrock-mantle:CallWithBearerToken" ->
          new Topic(
              Part.API_KEY, "CallMantleWithApiKey", "calls to bedrock-mantle with an API key");
      case "bedrock-mantle:CreateInference", "bedrock-mantle:CountTokens" ->
          new Topic(Part.MANTLE, "CallMantle", "calls to bedrock-mantle, for these models only");
      case "bedrock:CountTokens" ->
          new Topic(Part.COUNT_TOKENS, "CountTokens", "counting the tokens of a prompt");
      case "bedrock:ApplyGuardrail" -> new Topic(Part.GUARDRAIL, "ApplyGuardrails", "guardrails");
      case "bedrock:PutUseCaseForModelAccess" ->
          new Topic(Part.FORM, "FileUseCaseForm", "filing Anthropic's use-case form");
      case "aws-marketplace:ViewSubscriptions", "aws-marketplace:Subscribe" ->
          new Topic(Part.MARKETPLACE, action.substring(16), needed.why());
      case "bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream" -> invocation(needed);
      case "bedrock:GetFoundationModel" ->
          new Topic(Part.CATALOGUE, "ReadModels", "the details of models");
      case "bedrock:GetInferenceProfile" ->
          new Topic(Part.CATALOGUE, "ReadProfiles", "where inference profiles lead");
      default -> new Topic(Part.CATALOGUE, "ListCatalogue", "which models and profiles there are");
    };
  }

  private static Topic invocation(RequiredAuthorization needed) {
    var type = Arn.parse(needed.resource()).map(Arn::resourceType).orElse("");
    return switch (type) {
      case "foundation-model" -> model(needed.context().get(Narrowing.PROFILE.key()));
      case "provisioned-model" ->
          new Topic(Part.PROVISIONED, "InvokeProvisionedThroughput", "provisioned throughput");
      default ->
          new Topic(
              Part.PROFILE, "InvokeProfiles", "inference profiles, in the region that is called");
    };
  }

  private static Topic model(@Nullable String profileArn) {
    if (profileArn == null) {
      return new Topic(Part.MODEL, "InvokeModels", "models by their own id");
    }
    var arn = Arn.parse(profileArn);
    var id = arn.map(Arn::resourceId).orElse(profileArn);
    var own = profileArn.contains(":application-inference-profile/");
    return new Topic(
        Part.BEHIND_PROFILE,
        "Behind" + (own ? "ApplicationProfile" : "") + letters(id),
        "the model wherever `%s` may lead, through that profile only"
            .formatted(own ? profileArn : id));
  }

  /// `us.anthropic.claude-sonnet-4-5-20250929-v1:0` as `UsClaudeSonnet45`.
  private static String letters(String id) {
    var name = new StringBuilder();
    var plain = DATED.matcher(id.replace("anthropic.", "")).replaceAll("");
    for (var word : WORDS.split(plain, -1)) {
      if (!word.isEmpty()) {
        name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
      }
    }
    return name.toString();
  }

  @Override
  public int compareTo(Topic other) {
    return ORDER.compare(this, other);
  }
}
