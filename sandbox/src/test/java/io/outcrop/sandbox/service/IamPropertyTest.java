package io.outcrop.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.world.RealmWriter;
import io.outcrop.sandbox.world.WorldReading;
import io.outcrop.sandbox.world.Worlds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever sequence of calls IAM and STS are given, each is answered or refused in AWS's terms,
/// and the world that is left reads back from its file as it is.
final class IamPropertyTest {
  private static final String ADMIN = "AKIAIOSFODNN7EXAMPLE";
  private static final String ALLOW =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}]}";
  private static final Set<String> CODES =
      Set.of(
          "AccessDenied",
          "DeleteConflict",
          "EntityAlreadyExists",
          "InvalidInput",
          "LimitExceeded",
          "MalformedPolicyDocument",
          "NoSuchEntity",
          "PolicyNotAttachable",
          "UnmodifiableEntity",
          "ValidationError");
  private static final List<String> CALLS =
      List.of(
          "CreateUser UserName=u Path=path PermissionsBoundary=arn? Tags=tags?",
          "UpdateUser UserName=u NewUserName=u NewPath=path",
          "DeleteUser UserName=u",
          "CreateGroup GroupName=u Path=path",
          "UpdateGroup GroupName=u NewGroupName=u",
          "DeleteGroup GroupName=u",
          "AddUserToGroup GroupName=u UserName=u",
          "RemoveUserFromGroup GroupName=u UserName=u",
          "CreateRole RoleName=u AssumeRolePolicyDocument=trust Path=path Tags=tags?",
          "UpdateAssumeRolePolicy RoleName=u PolicyDocument=trust",
          "UpdateRole RoleName=u Description=u",
          "DeleteRole RoleName=u",
          "PutUserPolicy UserName=u PolicyName=u PolicyDocument=doc",
          "DeleteUserPolicy UserName=u PolicyName=u",
          "PutGroupPolicy GroupName=u PolicyName=u PolicyDocument=doc",
          "DeleteGroupPolicy GroupName=u PolicyName=u",
          "PutRolePolicy RoleName=u PolicyName=u PolicyDocument=doc",
          "DeleteRolePolicy RoleName=u PolicyName=u",
          "CreatePolicy PolicyName=u PolicyDocument=doc Tags=tags? Description=u",
          "CreatePolicyVersion PolicyArn=arn PolicyDocument=doc SetAsDefault=flag",
          "SetDefaultPolicyVersion PolicyArn=arn VersionId=v",
          "DeletePolicyVersion PolicyArn=arn VersionId=v",
          "DeletePolicy PolicyArn=arn",
          "AttachUserPolicy UserName=u PolicyArn=arn",
          "DetachUserPolicy UserName=u PolicyArn=arn",
          "AttachGroupPolicy GroupName=u PolicyArn=arn",
          "DetachGroupPolicy GroupName=u PolicyArn=arn",
          "AttachRolePolicy RoleName=u PolicyArn=arn",
          "DetachRolePolicy RoleName=u PolicyArn=arn",
          "PutUserPermissionsBoundary UserName=u PermissionsBoundary=arn",
          "DeleteUserPermissionsBoundary UserName=u",
          "PutRolePermissionsBoundary RoleName=u PermissionsBoundary=arn",
          "TagUser UserName=u Tags=tags",
          "UntagUser UserName=u TagKeys=keys",
          "TagRole RoleName=u Tags=tags",
          "TagPolicy PolicyArn=arn Tags=tags",
          "CreateAccessKey UserName=u",
          "CreateServiceSpecificCredential UserName=u ServiceName=service CredentialAgeDays=days?",
          "CreateLoginProfile UserName=u Password=password",
          "DeleteLoginProfile UserName=u",
          "CreateInstanceProfile InstanceProfileName=u Path=path",
          "AddRoleToInstanceProfile InstanceProfileName=u RoleName=u",
          "RemoveRoleFromInstanceProfile InstanceProfileName=u RoleName=u",
          "DeleteInstanceProfile InstanceProfileName=u",
          "CreateVirtualMFADevice VirtualMFADeviceName=u",
          "CreateOpenIDConnectProvider Url=url ClientIDList=keys",
          "CreateAccountAlias AccountAlias=alias",
          "UpdateAccountPasswordPolicy RequireNumbers=flag",
          "GenerateCredentialReport",
          "GetAccountAuthorizationDetails",
          "CreateServiceLinkedRole AWSServiceName=slr",
          "sts:AssumeRole RoleArn=role RoleSessionName=session Policy=doc? Tags=tags?",
          "sts:GetFederationToken Name=session Policy=doc?",
          "sts:GetSessionToken");

  private final Map<String, Integer> done = new TreeMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyWorldReadsBackFromItsFile(long seed, @TempDir Path folder) {
    var random = new Random(seed);
    try (var playground = new Playground(folder.resolve("world"), "healthy")) {
      for (var step = 0; step < 250; step++) {
        call(playground, random, CALLS.get(random.nextInt(CALLS.size())), seed);
        if (step % 40 == 39) {
          readsBack(playground, seed);
        }
      }
    }
    assertThat(done).as("seed " + seed).hasSizeGreaterThan(20);
  }

  private void call(Playground playground, Random random, String form, long seed) {
    var words = form.split(" ", 0);
    var isSts = words[0].startsWith("sts:");
    var operation = words[0].substring(isSts ? 4 : 0);
    var input = Json.object();
    for (var i = 1; i < words.length; i++) {
      var equals = words[i].indexOf('=');
      var kind = words[i].substring(equals + 1);
      if (!kind.endsWith("?") || random.nextBoolean()) {
        input = input.with(words[i].substring(0, equals), value(kind.replace("?", ""), random));
      }
    }
    var reply = playground.call(ADMIN, isSts ? "sts" : "iam", operation, input.toString(), "");
    switch (reply) {
      case Reply.Output _ -> done.merge(operation, 1, Integer::sum);
      case Reply.Fault fault ->
          assertThat(CODES)
              .as("seed " + seed + ": " + Playground.line(fault))
              .contains(fault.code());
      case Reply.Payload _, Reply.Events _, Reply.Severed _ -> throw new AssertionError(operation);
    }
    playground.pass(Duration.ofMinutes(random.nextInt(30)));
  }

  private static Json value(String kind, Random random) {
    var name = "n" + random.nextInt(4);
    return switch (kind) {
      case "u" -> Json.of(name);
      case "path" -> Json.of(random.nextInt(4) == 0 ? "/p/" : "/");
      case "arn" ->
          Json.of(
              random.nextInt(3) == 0
                  ? "arn:aws:iam::aws:policy/ReadOnlyAccess"
                  : "arn:aws:iam::111122223333:policy/" + name);
      case "role" -> Json.of("arn:aws:iam::111122223333:role/" + name);
      case "doc" -> Json.of(random.nextInt(10) == 0 ? "{}" : ALLOW);
      case "trust" -> Json.of(trust(random, name));
      case "v" -> Json.of("v" + (1 + random.nextInt(4)));
      case "flag" -> Json.of(random.nextBoolean());
      case "days" -> Json.of(1 + random.nextInt(100));
      case "keys" -> Json.ofTexts(List.of("k" + random.nextInt(3)));
      case "tags" ->
          Json.array(
              List.of(
                  Json.object()
                      .with("Key", Json.of((random.nextBoolean() ? "K" : "k") + random.nextInt(3)))
                      .with("Value", Json.of(name))));
      case "service" -> Json.of("bedrock.amazonaws.com");
      case "slr" -> Json.of(random.nextBoolean() ? "support.amazonaws.com" : "sso.amazonaws.com");
      case "password" -> Json.of("correct horse battery");
      case "url" -> Json.of("https://" + name + ".example.com");
      case "alias" -> Json.of("corp-" + name);
      case "session" -> Json.of("session-" + name);
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static String trust(Random random, String name) {
    var who =
        switch (random.nextInt(3)) {
          case 0 -> "arn:aws:iam::111122223333:user/" + name;
          case 1 -> "arn:aws:iam::111122223333:role/" + name;
          default -> "111122223333";
        };
    return ALLOW.replace(
        "\"Action\":\"s3:*\",\"Resource\":\"*\"",
        "\"Principal\":{\"AWS\":\""
            + who
            + "\"},\"Action\":[\"sts:AssumeRole\",\"sts:TagSession\"]");
  }

  private static void readsBack(Playground playground, long seed) {
    var written = RealmWriter.write(playground.world().realm());
    assertThat(Worlds.read(JsonWriter.pretty(written)))
        .as("seed " + seed)
        .isInstanceOfSatisfying(
            WorldReading.Read.class,
            read -> assertThat(RealmWriter.write(read.world().realm())).isEqualTo(written));
  }
}
