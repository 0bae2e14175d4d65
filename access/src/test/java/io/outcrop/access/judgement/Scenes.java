package io.outcrop.access.judgement;

import io.outcrop.access.examination.Examination;
import io.outcrop.causes.CauseCatalogue;
import io.outcrop.models.ModelCatalogue;
import java.util.List;

/// Scenes and words that several tests of the judgement begin with.
final class Scenes {
  private static final Judge JUDGE = new Judge(CauseCatalogue.shipped(), ModelCatalogue.shipped());

  static final String SONNET_V2 = "anthropic.claude-3-5-sonnet-20241022-v2:0";

  static final String SONNET = "anthropic.claude-3-5-sonnet-20240620-v1:0";

  static final String HAIKU = "anthropic.claude-3-haiku-20240307-v1:0";

  static final String ALL_OF_BEDROCK =
      """
      {"Version":"2012-10-17","Statement":[
        {"Sid":"Claude","Effect":"Allow","Action":"bedrock:Invoke*","Resource":"*"}]}\
      """;

  static final String PLAIN_ONLY =
      """
      {"Version":"2012-10-17","Statement":[
        {"Sid":"Poems","Effect":"Allow","Action":"bedrock:InvokeModel",
         "Resource":"arn:aws:bedrock:*::foundation-model/*"}]}\
      """;

  static final String DENY_ALL =
      """
      {"Version":"2012-10-17","Statement":[
        {"Sid":"NoBedrock","Effect":"Deny","Action":"bedrock:*","Resource":"*"}]}\
      """;

  private Scenes() {}

  static Examination judge(Scene scene) {
    return JUDGE.judge(scene.seen());
  }

  static List<String> slugs(Examination examination) {
    return examination.findings().stream().map(finding -> finding.cause().slug()).toList();
  }

  static String denied(String resource, String why) {
    return "User: arn:aws:iam::111122223333:user/dev is not authorized to perform:"
        + " bedrock:InvokeModel on resource: "
        + resource
        + " "
        + why;
  }

  static String noAllow(String resource) {
    return denied(
        resource, "because no identity-based policy allows the bedrock:InvokeModel action");
  }

  static Scene granted() {
    return new Scene().identityPolicy("claude", ALL_OF_BEDROCK);
  }

  static Scene notGranted() {
    return new Scene()
        .model(SONNET_V2)
        .both(
            403,
            "AccessDeniedException",
            noAllow("arn:aws:bedrock:us-east-1::foundation-model/" + SONNET_V2));
  }

  static Scene poet() {
    return new Scene()
        .model(HAIKU)
        .role("poet")
        .at("2025-11-05T00:00:00Z")
        .agreement("NOT_AVAILABLE")
        .identityPolicy("poems", PLAIN_ONLY)
        .plain(
            403,
            "AccessDeniedException",
            "Model access is denied due to IAM user or service role is not authorized to perform"
                + " the required AWS Marketplace actions (aws-marketplace:ViewSubscriptions,"
                + " aws-marketplace:Subscribe) to enable access to this model.")
        .streaming(
            403,
            "AccessDeniedException",
            "User: arn:aws:sts::111122223333:assumed-role/poet/session is not authorized to"
                + " perform: bedrock:InvokeModelWithResponseStream on resource:"
                + " arn:aws:bedrock:us-east-1::foundation-model/"
                + HAIKU
                + " because no identity-based policy allows the"
                + " bedrock:InvokeModelWithResponseStream action");
  }

  static Scene explicitlyDenied() {
    return new Scene()
        .model(SONNET)
        .identityPolicy("guardrails", DENY_ALL)
        .both(
            403,
            "AccessDeniedException",
            denied(
                "arn:aws:bedrock:us-east-1::foundation-model/" + SONNET,
                "with an explicit deny in an identity-based policy"));
  }
}
