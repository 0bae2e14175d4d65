package io.outcrop.cloud.call;

import io.outcrop.aws.Partition;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.protocol.Form;
import io.outcrop.cloud.protocol.QueryService;
import io.outcrop.cloud.protocol.Xml;
import io.outcrop.cloud.sdk.SdkSetup;
import io.outcrop.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// AWS IAM. Every method makes one call (lists: one a page) and throws nothing.
public final class Iam {
  static final String VERSION = "2010-05-08";

  private final QueryService service;
  private final InlinePolicies inline;
  private final ManagedPolicies managed;
  private final AccessKeys keys;
  private final IamTags tags;

  /// IAM of the partition that is called.
  public Iam(SdkSetup setup) {
    var region = homeRegion(Partition.ofRegion(setup.region()));
    this.service = new QueryService(setup.signed("iam", region, "iam"), VERSION);
    this.inline = new InlinePolicies(service);
    this.managed = new ManagedPolicies(service);
    this.keys = new AccessKeys(service);
    this.tags = new IamTags(service);
  }

  /// A user or role. The boundary is empty if there is none; the trust policy is empty for a user.
  public record Entity(
      String name, String arn, String boundaryArn, List<Json.Obj> trust, Map<String, String> tags) {
    public Entity {
      trust = List.copyOf(trust);
      tags = Map.copyOf(tags);
    }
  }

  /// An attached managed policy.
  public record Attached(String name, String arn) {}

  /// A managed policy with its default version.
  public record Managed(String name, String arn, String versionId, Json.Obj document) {}

  /// An access key; never its secret.
  public record AccessKey(String id, String status, Instant created) {}

  /// Who a key belongs to and where it was used last; empty where AWS says N/A.
  public record LastUse(String userName, String service, String region) {}

  /// One user.
  public Answer<Entity> user(String name) {
    return service.ask("GetUser", Form.of("UserName", name), found -> user(found.in("User")));
  }

  private static Entity user(Xml user) {
    return new Entity(
        user.text("UserName"), user.text("Arn"), boundary(user), List.of(), IamTags.map(user));
  }

  /// One role.
  public Answer<Entity> role(String name) {
    return service.ask("GetRole", Form.of("RoleName", name), found -> role(found.in("Role")));
  }

  private static Entity role(Xml role) {
    return new Entity(
        role.text("RoleName"),
        role.text("Arn"),
        boundary(role),
        List.of(PolicyDocuments.encoded(role.text("AssumeRolePolicyDocument"))),
        IamTags.map(role));
  }

  private static String boundary(Xml entity) {
    return entity.in("PermissionsBoundary").text("PermissionsBoundaryArn");
  }

  /// The ARN of a group.
  public Answer<String> groupArn(String name) {
    return service.ask(
        "GetGroup", Form.of("GroupName", name), found -> found.in("Group").text("Arn"));
  }

  /// The names of the groups of a user.
  public Answer<List<String>> groups(String userName) {
    return service.pages(
        "ListGroupsForUser",
        Form.of("UserName", userName),
        found -> found.list("Groups").map(group -> group.text("GroupName")).toList());
  }

  /// The names of the inline policies.
  public Answer<List<String>> inlinePolicyNames(PolicyOwner owner) {
    return inline.names(owner);
  }

  /// One inline policy.
  public Answer<Json.Obj> inlinePolicy(PolicyOwner owner, String name) {
    return inline.get(owner, name);
  }

  /// The attached managed policies.
  public Answer<List<Attached>> attachedPolicies(PolicyOwner owner) {
    return managed.attached(owner);
  }

  /// A managed policy with its default version.
  public Answer<Managed> managedPolicy(String arn) {
    return managed.get(arn);
  }

  /// Adds or replaces an inline policy.
  public Answer<Boolean> putInlinePolicy(PolicyOwner owner, String name, Json.Obj document) {
    return inline.put(owner, name, document);
  }

  /// Removes an inline policy; one that is not there counts as removed.
  public Answer<Boolean> deleteInlinePolicy(PolicyOwner owner, String name) {
    return inline.delete(owner, name);
  }

  /// The tags of a user or role; a group has none.
  public Answer<Map<String, String>> tags(PolicyOwner owner) {
    return tags.of(owner);
  }

  /// The tags of a managed policy.
  public Answer<Map<String, String>> policyTags(String arn) {
    return tags.ofPolicy(arn);
  }

  /// Who has a managed policy, sorted: `user alice`, and for a boundary `user alice (boundary)`.
  public Answer<List<String>> attachments(String arn) {
    return managed.attachments(arn);
  }

  /// Makes a managed policy of that name.
  public Answer<Boolean> createPolicy(String name, Json.Obj document) {
    return managed.create(name, document);
  }

  /// Removes a managed policy that nobody has; one that is not there counts as removed.
  public Answer<Boolean> deletePolicy(String arn) {
    return managed.deletePolicy(arn);
  }

  /// Attaches a managed policy.
  public Answer<Boolean> attachPolicy(PolicyOwner owner, String arn) {
    return managed.attach(owner, arn);
  }

  /// Detaches a managed policy; one that is not attached counts as detached.
  public Answer<Boolean> detachPolicy(PolicyOwner owner, String arn) {
    return managed.detach(owner, arn);
  }

  /// Ids of a managed policy's versions, newest first.
  public Answer<List<String>> policyVersions(String arn) {
    return managed.versions(arn);
  }

  /// What one version of a managed policy says.
  public Answer<Json.Obj> policyVersion(String arn, String versionId) {
    return managed.document(arn, versionId);
  }

  /// Adds a version and makes it the default; returns its id. It is sent once: each call that is
  /// done makes a version of its own.
  public Answer<String> createDefaultVersion(String arn, Json.Obj document) {
    return managed.createDefaultVersion(arn, document);
  }

  /// Makes a version the default.
  public Answer<Boolean> setDefaultVersion(String arn, String versionId) {
    return managed.setDefaultVersion(arn, versionId);
  }

  /// Removes a version that is not the default; one that is not there counts as removed.
  public Answer<Boolean> deleteVersion(String arn, String versionId) {
    return managed.deleteVersion(arn, versionId);
  }

  /// The access keys of a user.
  public Answer<List<AccessKey>> accessKeys(String userName) {
    return keys.of(userName);
  }

  /// Who a key belongs to.
  public Answer<LastUse> accessKeyLastUsed(String keyId) {
    return keys.lastUsed(keyId);
  }

  /// Switches a key `Active` or `Inactive`.
  public Answer<Boolean> setAccessKeyStatus(String userName, String keyId, String status) {
    return keys.setStatus(userName, keyId, status);
  }

  /// The region that IAM's calls are signed for. Source: AWS General Reference, "AWS Identity and
  /// Access Management endpoints and quotas", read 2026-11.
  static String homeRegion(Partition partition) {
    return switch (partition) {
      case AWS -> "us-east-1";
      case CHINA -> "cn-north-1";
      case GOVCLOUD -> "us-gov-west-1";
      case EUROPEAN_SOVEREIGN -> "eusc-de-east-1";
      case ISO -> "us-iso-east-1";
      case ISO_B -> "us-isob-east-1";
      case ISO_F -> "us-isof-south-1";
    };
  }
}
