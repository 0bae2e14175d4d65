package io.outcrop.bench;

import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;

/// Draws policies like those of a large account: many services, patterns in actions and resources,
/// conditions of every type on half of the statements.
final class HeavyPolicies {
  static final String FULL =
      """
      {"Version": "2012-10-17",
       "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}
      """;
  private static final String GRANT =
      """
      {"Sid": "Grant", "Effect": "Allow", "Action": "bedrock:InvokeModel*",
       "Resource": "arn:aws:bedrock:*::foundation-model/anthropic.claude-*",
       "Condition": {"StringEquals": {"aws:RequestedRegion": ["us-east-1", "us-west-2"]}}}\
      """;

  private record Service(String name, List<String> actions, IntFunction<String> resource) {}

  private static final List<Service> SERVICES =
      List.of(
          new Service(
              "s3",
              List.of("GetObject", "Put*", "List*", "Delete?bject*"),
              n -> "arn:aws:s3:::team-" + n + "-*/data/*"),
          new Service(
              "ec2",
              List.of("Describe*", "RunInstances", "Start*", "*Tags"),
              n -> "arn:aws:ec2:*:111122223333:instance/i-" + n + "*"),
          new Service(
              "dynamodb",
              List.of("Get*", "Put*", "Query", "Batch*"),
              n -> "arn:aws:dynamodb:*:111122223333:table/t-" + n + "-*"),
          new Service(
              "bedrock",
              List.of("InvokeModel*", "Get*", "List*", "Invoke*", "Converse*", "ApplyGuardrail"),
              n ->
                  n % 3 == 0
                      ? "arn:aws:bedrock:*:111122223333:*-profile/p" + n + "*"
                      : "arn:aws:bedrock:*::foundation-model/anthropic.claude-v" + n + "-*"),
          new Service(
              "kms",
              List.of("Decrypt", "Generate*", "*Key"),
              n -> "arn:aws:kms:*:111122223333:key/*" + n),
          new Service(
              "lambda",
              List.of("Invoke*", "Get*", "Update*"),
              n -> "arn:aws:lambda:*:111122223333:function:fn-" + n + "-*"),
          new Service(
              "sqs",
              List.of("SendMessage", "Receive*"),
              n -> "arn:aws:sqs:*:111122223333:q-" + n + "-*"),
          new Service(
              "logs",
              List.of("*Events", "Create*"),
              n -> "arn:aws:logs:*:111122223333:log-group:/app/" + n + "/*:*"));

  private static final List<IntFunction<String>> CONDITIONS =
      List.of(
          n -> "{\"StringLike\": {\"aws:PrincipalTag/team\": [\"t-" + n + "-*\", \"sea*\"]}}",
          n ->
              "{\"StringEquals\": {\"aws:RequestedRegion\": [\"us-east-1\", \"eu-west-"
                  + (n % 3 + 1)
                  + "\"]}, \"Bool\": {\"aws:SecureTransport\": \"true\"}}",
          n ->
              "{\"ArnLike\": {\"aws:PrincipalArn\": \"arn:aws:iam::*:role/App*"
                  + (n % 5 == 0 ? n : "")
                  + "\"}}",
          _ -> "{\"IpAddress\": {\"aws:SourceIp\": [\"10.0.0.0/8\", \"203.0.113.0/24\"]}}",
          _ -> "{\"DateLessThan\": {\"aws:CurrentTime\": \"2030-01-01T00:00:00Z\"}}",
          _ -> "{\"ForAnyValue:StringEquals\": {\"aws:TagKeys\": [\"team\", \"env\"]}}",
          _ ->
              "{\"StringNotEqualsIfExists\":"
                  + " {\"aws:PrincipalTag/env\": \"${aws:PrincipalTag/team, 'none'}\"}}");

  private final Random random;
  private int drawn;

  HeavyPolicies(long seed) {
    this.random = new Random(seed);
  }

  /// 20 statements, each tenth a Deny; the last grants, if it is asked to, so that nothing can stop
  /// early.
  String identity(boolean grants) {
    var statements = new ArrayList<String>();
    for (var i = 0; i < 20; i++) {
      statements.add(i == 19 && grants ? GRANT : statement(i, i % 10 == 9));
    }
    return document(statements);
  }

  /// 20 statements, the last of which allows all of Bedrock and S3.
  String boundary() {
    var statements = new ArrayList<String>();
    for (var i = 0; i < 19; i++) {
      statements.add(statement(i, false));
    }
    statements.add(
        """
        {"Sid": "B", "Effect": "Allow", "Action": ["bedrock:*", "s3:*"], "Resource": "*"}\
        """);
    return document(statements);
  }

  /// 10 statements that keep to some regions.
  String scp() {
    var statements = new ArrayList<String>();
    for (var i = 0; i < 10; i++) {
      statements.add(
          """
          {"Sid": "D%d", "Effect": "Deny",
           "NotAction": ["iam:*", "sts:*", "bedrock:*", "s3:Get*"], "Resource": "*",
           "Condition": {
             "StringNotEquals": {"aws:RequestedRegion": ["us-east-%d", "us-west-2"]},
             "ArnNotLike": {"aws:PrincipalArn": ["arn:aws:iam::*:role/Admin%d*"]}}}\
          """
              .formatted(i, i % 2 + 1, i));
    }
    return document(statements);
  }

  private String statement(int i, boolean deny) {
    drawn++;
    var service = pick(SERVICES);
    var actions =
        List.of(pick(service.actions), pick(service.actions)).stream()
            .distinct()
            .map(action -> service.name + ":" + action)
            .toList();
    var statement =
        Json.object(Map.of("Sid", Json.of("S" + drawn), "Effect", Json.of(deny ? "Deny" : "Allow")))
            .with("Action", Json.ofTexts(actions))
            .with(
                "Resource",
                Json.ofTexts(
                    List.of(service.resource.apply(drawn), service.resource.apply(drawn + 7))));
    var text = JsonWriter.compact(statement);
    return i % 2 == 0
        ? text.substring(0, text.length() - 1)
            + ",\"Condition\":"
            + pick(CONDITIONS).apply(drawn)
            + "}"
        : text;
  }

  private static String document(List<String> statements) {
    return "{\"Version\": \"2012-10-17\", \"Statement\": [" + String.join(",\n", statements) + "]}";
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
