package io.outcrop.iam.random;

import java.util.List;

/// What a set of layers and the requests under it are about: a kind of resource.
///
/// @param actions that requests ask for
/// @param actionPatterns that policies name
/// @param resources that requests ask for
/// @param resourcePatterns that policies name
record Theme(
    List<String> actions,
    List<String> actionPatterns,
    List<String> resources,
    List<String> resourcePatterns) {

  static final Theme OBJECTS =
      new Theme(
          List.of("s3:GetObject", "S3:putobject", "s3:List"),
          List.of(
              "s3:*", "s3:Get*", "s3:?etObject", "S3:PUTOBJECT", "s3:*t*t*", "s3:L*", "x", "s*:*"),
          List.of(
              "arn:aws:s3:::bucket/alice/x",
              "arn:aws:s3:::bucket/a*",
              "arn:aws:s3:::bucket/red/a?",
              "arn:aws:s3:::bucket/a-name-longer-than-what-is-searched-for-at-once/x",
              "*"),
          List.of(
              "arn:aws:s3:::bucket/*",
              "arn:aws:s3:::*?lice*x",
              "arn:aws:s3:::*/??d*",
              "arn:aws:s3:::b*a-name-longer-than-what-is-searched-for*x",
              "arn:aws:s3:::b*a-name-longer-than-what-is-searched-in*x",
              "arn:aws:s3:::b**x",
              "arn:aws:s3:::bucket/${aws:username}/*",
              "arn:aws:s3:::bucket/${aws:PrincipalTag/team, 'alice'}/?",
              "arn:aws:s3:::bucket/${aws:PrincipalTag/team}/a${?}",
              "arn:aws:s3:::bucket/a${*}",
              "arn:aws:s3:::bucket/${aws:TagKeys}/x",
              "arn:aws:s3",
              "arn:aws:s3:*",
              "arn:*:s3:*:*:b*/x",
              "arn:aws:*:::bucket/*",
              "arn:aws:s3:::${aws:username}",
              "nonsense"));

  static final Theme KEYS =
      new Theme(
          List.of("kms:Decrypt", "KMS:encrypt"),
          List.of("kms:*", "kms:Decrypt", "kms:?????pt", "KMS:ENCRYPT"),
          List.of(
              "arn:aws:kms:us-east-1:111122223333:key/k1",
              "arn:aws:kms:eu-west-1:444455556666:key/k2"),
          List.of(
              "arn:aws:kms:*:111122223333:key/*",
              "arn:aws:kms:us-*:*:key/k?",
              "arn:aws:kms:*:key/k1",
              "arn:aws:kms:us-east-1:111122223333:key/k1",
              "arn:*:kms:*:::*",
              "arn:aws:kms:*"));

  static final Theme ROLES =
      new Theme(
          List.of("sts:AssumeRole", "sts:TagSession", "sts:AssumeRoleWithWebIdentity"),
          List.of("sts:*", "sts:AssumeRole", "sts:AssumeRole*", "sts:?agSession"),
          List.of("arn:aws:iam::111122223333:role/target", "arn:aws:iam::444455556666:role/target"),
          List.of(
              "arn:aws:iam::*:role/*",
              "arn:aws:iam::111122223333:role/target",
              "arn:aws:iam::*:role/${aws:username}"));

  static final Theme QUEUES =
      new Theme(
          List.of("sqs:SendMessage", "sqs:GetQueueUrl", "sts:GetCallerIdentity"),
          List.of("sqs:*", "sqs:Send*", "SQS:sendmessage", "sqs:Get*", "sts:*"),
          List.of("arn:aws:sqs:us-east-1:111122223333:q:a", "arn:aws:sqs:eu-west-1:444455556666:q"),
          List.of(
              "arn:aws:sqs:*:*:q",
              "arn:aws:sqs:us-east-?:111122223333:q*",
              "arn:aws:sqs:us-east-1:111122223333:q:a",
              "arn:aws:sqs:us-east-1:111122223333",
              "arn:aws:sqs:*",
              "arn:aws:SQS:us-east-1:111122223333:*"));

  static final Theme MODELS =
      new Theme(
          List.of("bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"),
          List.of("bedrock:*", "bedrock:InvokeModel*", "bedrock:InvokeModel", "bedrock:Converse"),
          List.of(
              "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-x",
              "arn:aws:bedrock:::foundation-model/anthropic.claude-x",
              "arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.anthropic.claude-x"),
          List.of(
              "arn:aws:bedrock:*::foundation-model/anthropic.*",
              "arn:aws:bedrock:us-*::foundation-model/*",
              "arn:aws:bedrock:*:111122223333:inference-profile/us.*",
              "arn:aws:bedrock:*:inference-profile/us.*"));

  static final Theme RULES =
      new Theme(
          List.of(
              "iam:CreatePolicyVersion",
              "iam:DeletePolicy",
              "iam:PutRolePolicy",
              "iam:DeleteRole",
              "iam:GetRole",
              "kms:CreateAlias"),
          List.of("iam:*", "iam:*Policy*", "iam:DeleteRole", "kms:*"),
          List.of(
              "arn:aws:iam::aws:policy/AdministratorAccess",
              "arn:aws:iam::111122223333:policy/own",
              "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_x",
              "arn:aws:iam::111122223333:role/own",
              "arn:aws:kms:us-east-1:111122223333:alias/aws/s3",
              "arn:aws:kms:us-east-1:111122223333:alias/own"),
          List.of(
              "arn:aws:iam::*:policy/*",
              "arn:aws:iam::*:role/*",
              "arn:aws:kms:*:*:alias/*",
              "arn:aws:iam::111122223333:role/own"));

  static final List<Theme> ALL = List.of(OBJECTS, OBJECTS, KEYS, ROLES, QUEUES, MODELS, RULES);
}
