package io.outcrop.cloud.call;

import io.outcrop.aws.Partition;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.protocol.JsonService;
import io.outcrop.cloud.sdk.SdkSetup;
import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// AWS Organizations. Every method makes one call (lists: one a page) and throws nothing.
public final class Organizations {
  static final String TARGET = "AWSOrganizationsV20161128";

  /// An organization has at most five levels of units. Source: AWS Organizations User Guide,
  /// "Quotas for AWS Organizations", read 2026-11. Twice that ends a walk in a circle.
  private static final int MOST_LEVELS = 12;

  /// Organizations answers few calls a second.
  private static final int MOST_AT_ONCE = 4;

  private final JsonService service;

  /// Organizations of the partition that is called.
  public Organizations(SdkSetup setup) {
    this.service =
        new JsonService(
            setup.signed("organizations", homeRegion(setup.region()), "organizations"),
            "1.1",
            TARGET);
  }

  /// The organization and its management account.
  public record Organization(String id, String managementAccount) {}

  /// A policy that is attached somewhere.
  public record Policy(String id, String arn, String name, Json.Obj document) {}

  /// A root, unit or account on the way from the root down, with what is attached to it.
  public record Level(String id, String kind, List<Policy> scps) {
    public Level {
      scps = List.copyOf(scps);
    }
  }

  /// The caller's organization.
  public Answer<Organization> describe() {
    return service.ask(
        "DescribeOrganization",
        Json.object(),
        answer -> {
          var found = answer.object("Organization").orElseGet(Json::object);
          return new Organization(
              found.text("Id").orElse(""), found.text("MasterAccountId").orElse(""));
        });
  }

  /// Every level from the root down to `account`, with its SCPs; what needs nothing of each other
  /// is asked at the same time. The answer is a refusal if any of the calls is refused.
  public Answer<List<Level>> levels(String account) {
    try (var together = new AtOnce(MOST_AT_ONCE)) {
      var levels = new ArrayList<Attached>();
      var id = account;
      var kind = "ACCOUNT";
      while (levels.size() < MOST_LEVELS) {
        var target = id;
        levels.addFirst(new Attached(id, kind, together.begin(() -> attached(target))));
        if (kind.equals("ROOT")) {
          return read(levels, together);
        }
        var parents = parents(id);
        if (!(parents instanceof Answer.Succeeded<List<Parent>>(var found, String _))) {
          return levels.getLast().scps().get() instanceof Answer.Succeeded<?>
              ? parents.map(_ -> List.of())
              : levels.getLast().scps().get().map(_ -> List.of());
        }
        if (found.isEmpty()) {
          return service
              .service()
              .failures("ListParents")
              .unreachable(Answer.Stage.ANSWER, "`" + id + "` has no parent");
        }
        id = found.getFirst().id();
        kind = found.getFirst().kind();
      }
    }
    return service
        .service()
        .failures("ListParents")
        .unreachable(Answer.Stage.ANSWER, "more levels than an organization can have");
  }

  /// A level of which it is being asked what is attached to it.
  private record Attached(String id, String kind, AtOnce.Later<Answer<List<String>>> scps) {}

  private Answer<List<Level>> read(List<Attached> levels, AtOnce together) {
    var ids = new LinkedHashSet<String>();
    var lastRequest = "";
    for (var level : levels.reversed()) {
      var scps = level.scps().get();
      if (!(scps instanceof Answer.Succeeded<List<String>>(var found, var request))) {
        return scps.map(_ -> List.of());
      }
      ids.addAll(found);
      lastRequest = request;
    }
    var policies = new HashMap<String, Policy>();
    for (var policy : together.each(List.copyOf(ids), this::policy)) {
      if (!(policy instanceof Answer.Succeeded<Policy>(var read, String _))) {
        return policy.map(_ -> List.of());
      }
      policies.put(read.id(), read);
    }
    return new Answer.Succeeded<>(
        levels.stream()
            .map(level -> new Level(level.id(), level.kind(), of(level, policies)))
            .toList(),
        lastRequest);
  }

  private static List<Policy> of(Attached level, Map<String, Policy> policies) {
    return level.scps().get() instanceof Answer.Succeeded<List<String>>(var found, String _)
        ? found.stream().map(policies::get).toList()
        : List.of();
  }

  /// What is right above something: a unit or the root.
  private record Parent(String id, String kind) {}

  private Answer<List<Parent>> parents(String child) {
    return service.pages(
        "ListParents",
        Json.object().with("ChildId", Json.of(child)),
        "Parents",
        found -> new Parent(found.text("Id").orElse(""), found.text("Type").orElse("")));
  }

  /// The ids of the SCPs that are attached to `targetId`.
  private Answer<List<String>> attached(String targetId) {
    return service.pages(
        "ListPoliciesForTarget",
        Json.object()
            .with("TargetId", Json.of(targetId))
            .with("Filter", Json.of("SERVICE_CONTROL_POLICY")),
        "Policies",
        found -> found.text("Id").orElse(""));
  }

  private Answer<Policy> policy(String policyId) {
    return service.ask(
        "DescribePolicy",
        Json.object().with("PolicyId", Json.of(policyId)),
        answer -> {
          var policy = answer.object("Policy").orElseGet(Json::object);
          var summary = policy.object("PolicySummary").orElseGet(Json::object);
          return new Policy(
              summary.text("Id").orElse(""),
              summary.text("Arn").orElse(""),
              summary.text("Name").orElse(""),
              PolicyDocuments.plain(policy.text("Content").orElse("")));
        });
  }

  /// The region that these calls are signed for. Source: AWS General Reference, "AWS Organizations
  /// endpoints and quotas", read 2026-11; for other partitions it is the region that is called.
  private static String homeRegion(String region) {
    return switch (Partition.ofRegion(region)) {
      case AWS -> "us-east-1";
      case CHINA -> "cn-northwest-1";
      case GOVCLOUD -> "us-gov-west-1";
      case EUROPEAN_SOVEREIGN, ISO, ISO_B, ISO_F -> region;
    };
  }
}
