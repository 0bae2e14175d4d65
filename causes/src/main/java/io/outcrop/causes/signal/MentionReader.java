package io.outcrop.causes.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads what a text speaks of at all; words that only Bedrock uses speak of it without its name,
/// and addresses and envelopes of other vendors speak of those (`other-vendor`), as words of other
/// services of AWS do of these (`other-service`), and the names of products that AWS makes of its
/// models (`other-product`). Whether something is made for another service that acts as a role is
/// `other-maker`, whether nobody listens on one's own machine `other-local`. Short sentences, such
/// as `Operation not allowed`, say something only where Bedrock, Claude or AWS is spoken of.
final class MentionReader {
  private static final List<Subject> SUBJECTS =
      List.of(
          new Subject(
              "bedrock",
              List.of(
                  "bedrock",
                  "_bdrk_",
                  "toolconfig",
                  "toolspec",
                  "inferenceconfig",
                  "additionalmodelrequestfields",
                  "invoke-model",
                  "invoke_model",
                  "invokemodeloperation",
                  "invokemodelwithresponsestream",
                  "conversestream",
                  "guardrailidentifier",
                  "vectordatabaseencounterederror",
                  "converse-stream"),
              Pattern.compile(
                  "model\\sreturned\\sthe\\sfollowing\\serrors"
                      + "|\\bconverse(?:\\sapi|\\soperation|\\srequest|\\scall|:|\\()"
                      + "|invoke_?model"),
              "returned",
              "model",
              "converse"),
          new Subject(
              "claude",
              List.of("claude", "anthropic", "toolu_", "apierror:aggregateerror"),
              Pattern.compile(
                  "\"type\":\\s?\"error\",\\s?\"error\":\\s?\\{|\\bmessages\\.\\d{1,4}\\.content\\b"
                      // Claude Code's
                      + "|\\bretrying\\sin\\s\\d{1,4}\\sseconds?\\S{0,3}+\\s\\(attempt\\s\\d"),
              "\"error\"",
              "messages.",
              "retrying in"),
          new Subject(
              "aws",
              List.of(
                  "amazon",
                  "credentialsprovidererror",
                  "sdkclientexception",
                  "access_key_id",
                  "secret_access_key",
                  "accesskeyid",
                  "totalretrydelay",
                  "openidconnectprovider",
                  "assumerolewithoidc",
                  "169.254.169.254",
                  "169.254.170.2"),
              Pattern.compile("\\baws|\\bboto(?:3|core)|\\bsmithy|\\b(?:ec2|imds|ecs)\\b"),
              "aws",
              "ec2",
              "imds",
              "ecs",
              "boto",
              "smithy"),
          new Subject(
              "other-vendor",
              List.of(
                  "api.anthropic.com",
                  "api.openai.com",
                  "platform.openai.com",
                  "openai.azure.com",
                  "cognitiveservices.azure",
                  "services.ai.azure",
                  "googleapis.com",
                  "req_vrtx",
                  // what Anthropic's own API calls a request; AWS's ids hold no 0
                  "req_0",
                  "openrouter.ai",
                  "opencode.ai/zen",
                  "api.x.ai",
                  "api.groq.com",
                  "api.deepseek.com",
                  "api.mistral.ai",
                  "api.cohere",
                  "unsupported_country_region_territory",
                  "insufficient_quota",
                  "deploymentnotfound",
                  "groq.",
                  "mistralai.",
                  "google.api_core",
                  "google.genai",
                  "vertexai",
                  "ollama",
                  "huggingface.co",
                  "google.auth",
                  "cloud.google.com",
                  // LiteLLM's names for errors of vendors that were called directly
                  "anthropicexception-",
                  "anthropicerror-b",
                  "anthropicerror-{",
                  "openaiexception-",
                  // what Anthropic's own API says of the model and of its customer
                  "_error,message:model:",
                  "exceedyouraccountsratelimit",
                  "exceedyourorganizationsratelimit",
                  "ratelimitforyourorganization",
                  "yourper-minuteratelimit",
                  "yourdailyratelimit",
                  // servers of models on one's own machine, and what they are written with
                  "lmstudio",
                  "downloadedmodel",
                  "loc:[body",
                  "unavailableforlegalreasons",
                  "googlesecretkey",
                  "goog4-"),
              Pattern.compile(
                  "\"status\":\\s?\"(?:invalid_argument|permission_denied|resource_exhausted"
                      + "|unauthenticated|failed_precondition|unavailable)\""
                      + "|\\bopenai\\.[a-z]{3,30}+(?<=error)\\b"
                      // LiteLLM's names for errors of other vendors
                      + "|\\b(?:cohere|azure(?:_ai)?|vertex_?ai(?:_beta)?|gemini|groq|mistral|deepseek"
                      + "|hosted_vllm|openrouter|xai|together_?ai|fireworks_?ai|moonshot|watsonx"
                      + "|databricks|perplexity)exception\\s-"
                      // resellers' gateways count their requests by date
                      + "|\\(request\\sid:\\s?20\\d{12}"),
              "\"status\"",
              "openai.",
              "exception -",
              "(request id:"),
          new Subject(
              "other-service",
              List.of(
                  "s3://",
                  "s3backend",
                  "objectcreated",
                  "dynamo",
                  "codewhisperer",
                  "amazonqis",
                  "secretsmanager",
                  "bucket",
                  "awsecr",
                  "amazonkendra",
                  "amazons3",
                  "s3object",
                  "s3exception",
                  "minio",
                  "presigned",
                  // API Gateway's
                  "authorizedtoaccessthisresource",
                  "awslambdainvoke"),
              Pattern.compile(
                  "\\b(?:s3|rds|sqs|sns):[a-z]|\\b(?:connect|upload|download|copy|write|read)\\S{0,4}+"
                      + "\\s(?:\\S{1,40}+\\s)?(?:to|from)\\s(?:amazon\\s|aws\\s)?s3\\b"
                      + "|\\b(?:put|get|head|list|delete|copy)objects?(?:v2)?\\b|\\blistbuckets\\b"
                      + "|\\b(?:error|failed\\sto|failure)\\s(?:creat|updat|delet|read|deploy)(?:e|ing)?\\s"
                      + "(?:(?:the|an?|aws|amazon)\\s){0,2}+(?:lambda|ecs|ec2|eks|api\\sgateway"
                      + "|cloudfront|route\\s?53|sns|sqs|cloudwatch|step\\sfunctions?|rds|kinesis|vpc"
                      + "|elasticache|load\\sbalancer|security\\sgroup)\\b"),
              "s3:",
              "to s3",
              "from s3",
              "aws s3",
              "amazon s3",
              "object",
              "listbuckets",
              "error ",
              "failed to",
              "failure ",
              "rds:",
              "sqs:",
              "sns:"),
          new Subject(
              "other-product",
              List.of("crates/chat-cli", "amazonqis"),
              Pattern.compile("\\bkiro\\b"),
              "kiro"),
          new Subject(
              "other-maker",
              List.of(),
              Pattern.compile(
                  "\\b(?:creat|updat|deploy|register|start|runn?)(?:e|ed|es|ing)?\\s"
                      + "(?:(?:the|an?|aws|amazon|your)\\s){0,2}+(?:lambda|ecs|ec2|eks|glue|emr"
                      + "|sagemaker|step\\sfunctions?|codebuild|codepipeline|batch|fargate)\\b"),
              "lambda",
              "ecs",
              "ec2",
              "eks",
              "glue",
              "emr",
              "sagemaker",
              "step function",
              "codebuild",
              "codepipeline",
              "batch",
              "fargate"),
          new Subject(
              "other-local",
              List.of(),
              Pattern.compile(
                  "(?:econnrefused|connect\\serror|connection\\srefused)[\"',:\\s(]{1,8}+"
                      + "(?:127\\.0\\.0\\.1|localhost|\\[?::1\\]?):\\d"),
              "127.0.0.1:",
              "localhost:",
              "::1"));

  /// What says that a game is meant by Bedrock, or a starter kit for web sites.
  private static final List<String> OTHER_BEDROCKS =
      List.of(
          "minecraft",
          "raknet",
          "bedrocktool",
          "bedrock edition",
          "bedrock dedicated",
          "geysermc",
          "pocketmine",
          "roots/bedrock",
          "bedrock-protocol",
          "raktimeout");

  private MentionReader() {}

  static List<Signal> read(Page page) {
    var signals = new ArrayList<Signal>();
    SUBJECTS.forEach(subject -> subject.findIn(page).ifPresent(signals::add));
    if (signals.stream().noneMatch(mention -> mention.value().equals("aws"))
        && OTHER_BEDROCKS.stream().anyMatch(page.lower()::contains)) {
      signals.replaceAll(MentionReader::ofAnotherBedrock);
    }
    return signals;
  }

  private static Signal ofAnotherBedrock(Signal mention) {
    return mention.value().equals("bedrock")
        ? new Signal(mention.kind(), "other-vendor", mention.span())
        : mention;
  }

  /// What may be spoken of.
  ///
  /// @param words what says so wherever it stands, in lower case and without spaces
  /// @param pattern what says so otherwise; for lower case
  /// @param hints one of which every match of the pattern holds: they are looked for first
  private record Subject(String name, List<String> words, Pattern pattern, List<String> hints) {
    Subject(String name, List<String> words, Pattern pattern, String... hints) {
      this(name, words, pattern, List.of(hints));
    }

    Optional<Signal> findIn(Page page) {
      for (var word : words) {
        var at = page.squeezed().lower().indexOf(word);
        if (at >= 0) {
          return Optional.of(page.squeezedSignal("mention", name, at, at + word.length()));
        }
      }
      var matcher = pattern.matcher(page.lower());
      return hints.stream().anyMatch(page.lower()::contains) && matcher.find()
          ? Optional.of(page.signal("mention", name, matcher.start(), matcher.end()))
          : Optional.empty();
    }
  }
}
