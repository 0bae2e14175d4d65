package io.outcrop.causes.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads which service of AWS was called, by the names that SDKs give their clients in stack
/// traces, in the names of errors and where the client is made, and by what AWS says of itself:
///
/// ```
/// at com.amazonaws.services.cognitoidp.AWSCognitoIdentityProviderClient.invoke(…)
/// Aws::CloudWatchLogs::Errors::UnrecognizedClientException
/// operation error CloudWatch Logs: DescribeLogStreams, exceeded maximum number of attempts
/// boto3.client('comprehend')
/// Credential should be scoped to correct service: 'batch'
/// calling ECS DescribeTaskDefinition
/// ```
final class ServiceReader {
  private static final List<Naming> NAMINGS =
      List.of(
          new Naming(
              "amazonaws.services.", "amazonaws\\.services\\.(?<service>[a-z0-9]{2,40}+)\\."),
          new Naming("awssdk.services.", "awssdk\\.services\\.(?<service>[a-z0-9]{2,40}+)\\."),
          new Naming(
              "sdk.kotlin.services.", "sdk\\.kotlin\\.services\\.(?<service>[a-z0-9]{2,40}+)\\."),
          new Naming("Aws\\", "\\bAws\\\\{1,4}(?<service>[A-Z][A-Za-z0-9]{1,40}+)\\\\"),
          new Naming("aws-sdk/client-", "aws-sdk/client-(?<service>[a-z0-9-]{2,40}+)"),
          new Naming("aws-sdk-go", "aws-sdk-go(?:-v2)?/service/(?<service>[a-z0-9]{2,40}+)"),
          new Naming("aws_sdk_", "\\baws_sdk_(?<service>[a-z0-9]{2,40}+)::"),
          new Naming("::Errors", "\\bA(?:ws|WS)::(?<service>[A-Z][A-Za-z0-9]{1,40}+)::Errors\\b"),
          new Naming(
              "Amazon.",
              "\\bAmazon\\.(?<service>[A-Z][A-Za-z0-9]{1,40}+)\\.(?:Internal\\b|Model\\b|Amazon)"),
          new Naming(".client(", "\\.client\\(\\s?['\"](?<service>[a-z0-9-]{2,40}+)['\"]"),
          new Naming("known service: ", "nknown\\sservice:\\s'(?<service>[a-z0-9-]{2,40}+)'"),
          new Naming(
              "aws-sdk/lib/services/", "aws-sdk/lib/services/(?<service>[a-z0-9]{2,40}+)\\.js"),
          new Naming(
              "operation error ",
              "operation error (?<service>[A-Z][A-Za-z0-9]{1,30}+(?:"
                  + " [A-Z0-9][A-Za-z0-9]{0,30}+){0,3}+): [A-Z]"),
          new Naming(
              "AWS Service: ", "AWS Service: (?:Amazon|AWS)? ?(?<service>[A-Z][A-Za-z0-9]{1,40}+)"),
          new Naming("AWS::", "\\bAWS::(?<service>[A-Z][A-Za-z0-9]{1,40}+)::[A-Z]"),
          new Naming("correct service: '", "correct service: '(?<service>[a-z0-9-]{2,40}+)'"),
          new Naming(
              ".amazonaws.com/doc/",
              "https?://(?<service>[a-z0-9-]{2,40}+)\\.amazonaws\\.com/doc/"));

  /// What stands where a service would, and is a part of the SDK.
  private static final Set<String> PARTS =
      Set.of(
          "runtime",
          "util",
          "auth",
          "core",
          "internal",
          "credentials",
          "types",
          "config",
          "exception",
          "api",
          "handler",
          "retry",
          "signature",
          "identity",
          "endpointv2",
          "sigv4");

  /// Services that people call by these names before the operation: `calling ECS ListClusters`.
  private static final List<String> SPOKEN =
      List.of(
          "s3",
          "ecs",
          "ecr",
          "eks",
          "sqs",
          "sns",
          "ses",
          "ssm",
          "rds",
          "glue",
          "lambda",
          "athena",
          "dynamodb",
          "kinesis",
          "cloudwatch",
          "cloudformation",
          "codebuild",
          "redshift");

  private static final Pattern OPERATION =
      Pattern.compile(
          "[\\s.:]{1,2}(?:Get|List|Describe|Put|Create|Delete|Update|Send|Receive|Head|Copy|Publish"
              + "|Start|Stop|Run|Query|Scan|Batch|Register)[A-Z][A-Za-z]{2,60}+");

  private static final int MOST = 20;

  private ServiceReader() {}

  /// A way to name a service, and what stands in each such text: that is looked for first.
  private record Naming(String holds, Pattern pattern) {
    Naming(String holds, String pattern) {
      this(holds, Pattern.compile(pattern));
    }
  }

  static List<Signal> read(Page page) {
    var signals = new ArrayList<Signal>();
    for (var naming : NAMINGS) {
      if (page.text().contains(naming.holds())) {
        var matcher = naming.pattern().matcher(page.text());
        while (signals.size() < MOST && matcher.find()) {
          var service = matcher.group("service").replace(" ", "").toLowerCase(Locale.ROOT);
          if (!PARTS.contains(service)) {
            signals.add(
                page.signal("service", service, matcher.start("service"), matcher.end("service")));
          }
        }
      }
    }
    SPOKEN.forEach(service -> spoken(page, service, signals));
    return signals;
  }

  private static void spoken(Page page, String service, List<Signal> signals) {
    var lower = page.lower();
    for (var at = lower.indexOf(service); at >= 0; at = lower.indexOf(service, at + 1)) {
      var end = at + service.length();
      if ((at == 0 || !Letters.isWord(lower.charAt(at - 1)))
          && signals.size() < MOST
          && OPERATION.matcher(page.text()).region(end, page.text().length()).lookingAt()) {
        signals.add(page.signal("service", service, at, end));
      }
    }
  }
}
