package io.outcrop.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A folder of policies, and `outcrop policy` run in it.
abstract class InPolicyFolder {
  static final String ALICE = "arn:aws:iam::111122223333:user/alice";
  static final String MODEL =
      "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-sonnet-4-6";
  static final String DEV =
      """
      {
        "Version": "2012-10-17",
        "Statement": [
          { "Sid": "Models", "Effect": "Allow", "Action": "bedrock:Invoke*", "Resource": "*" },
          {
            "Sid": "NoOpus",
            "Effect": "Deny",
            "Action": "*",
            "Resource": "arn:aws:bedrock:*::foundation-model/*opus*"
          }
        ]
      }
      """;
  private static final String REGIONS =
      """
      {
        "Version": "2012-10-17",
        "Statement": {
          "Sid": "EastOnly", "Effect": "Deny", "Action": "*", "Resource": "*",
          "Condition": { "StringNotEquals": { "aws:RequestedRegion": "us-east-1" } }
        }
      }
      """;

  @TempDir Path folder;

  @BeforeEach
  void policies() throws IOException {
    write("dev.json", DEV);
    write("regions.json", REGIONS);
    write(
        "trust.json",
        "{'Statement':{'Effect':'Allow','Principal':{'AWS':'%s'},'Action':'sts:AssumeRole'}}"
            .formatted(ALICE));
    write("s3.json", "{'Statement':{'Effect':'Allow','Action':'s3:*','Resource':'*'}}");
    write(
        "bucket.json",
        "{'Statement':{'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':'*'}}");
  }

  final void write(String name, String json) throws IOException {
    Files.writeString(folder.resolve(name), json.replace('\'', '"'));
  }

  final Run simulate(String line) {
    return run("simulate --principal " + ALICE + " " + line);
  }

  final Run run(String line) {
    var all = new ArrayList<>(List.of("policy"));
    all.addAll(List.of(line.split(" ")));
    return Run.Stage.in(folder).run(all.toArray(String[]::new));
  }
}
