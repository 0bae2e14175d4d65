package io.outcrop.cloud.call;

import io.outcrop.aws.Partition;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.sdk.SdkService;
import io.outcrop.cloud.sdk.SdkSetup;
import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.Parent;
import software.amazon.awssdk.services.organizations.model.PolicySummary;
import software.amazon.awssdk.services.organizations.model.PolicyType;

/// AWS Organizations. Every method makes one call (lists: one a page) and throws nothing.
public final class Organizations {
  /// An organization has at most five levels of units. Source: AWS Organizations User Guide,
  /// "Quotas for AWS Organizations", read 2026-11. Twice that ends a walk in a circle.
  private static final int MOST_LEVELS = 12;

  /// Organizations answers few calls a second.
  private static final int MOST_AT_ONCE = 4;

  private final SdkService<OrganizationsClient> service;

  /// Organizations of the partition that is called.
  public Organizations(SdkSetup setup) {
    this.service =
        setup.service(
            "organizations",
            homeRegion(setup.region()),
            place ->
                setup
                    .prepare(OrganizationsClient.builder(), place)
                    .httpClient(setup.http(place))
                    .build());
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
        client -> {
          var answer = client.describeOrganization(request -> {});
          var found = answer.organization();
          return SdkService.succeeded(
              new Organization(Texts.of(found.id()), Texts.of(found.masterAccountId())), answer);
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
              .failures("ListParents")
              .unreachable(Answer.Stage.ANSWER, "`" + id + "` has no parent");
        }
        id = found.getFirst().id();
        kind = found.getFirst().typeAsString();
      }
    }
    return service
        .failures("ListParents")
        .unreachable(Answer.Stage.ANSWER, "more levels than an organization can have");
  }

  /// A level of which it is being asked what is attached to it.
  private record Attached(String id, String kind, AtOnce.Later<Answer<List<PolicySummary>>> scps) {}

  private Answer<List<Level>> read(List<Attached> levels, AtOnce together) {
    var ids = new LinkedHashSet<String>();
    var lastRequest = "";
    for (var level : levels.reversed()) {
      var scps = level.scps().get();
      if (!(scps instanceof Answer.Succeeded<List<PolicySummary>>(var found, var request))) {
        return scps.map(_ -> List.of());
      }
      found.forEach(summary -> ids.add(summary.id()));
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
    return level.scps().get() instanceof Answer.Succeeded<List<PolicySummary>>(var found, String _)
        ? found.stream().map(summary -> policies.get(summary.id())).toList()
        : List.of();
  }

  private Answer<List<Parent>> parents(String child) {
    return service.ask(
        "ListParents",
        client ->
            Pages.collect(
                client.listParentsPaginator(request -> request.childId(child)),
                page -> page.parents()));
  }

  private Answer<List<PolicySummary>> attached(String targetId) {
    return service.ask(
        "ListPoliciesForTarget",
        client ->
            Pages.collect(
                client.listPoliciesForTargetPaginator(request ->
                    request.targetId(targetId).filter(PolicyType.SERVICE_CONTROL_POLICY)),
                page -> page.policies()));
  }

  private Answer<Policy> policy(String policyId) {
    return service.ask(
        "DescribePolicy",
        client -> {
          var answer = client.describePolicy(request -> request.policyId(policyId));
          var summary = answer.policy().policySummary();
          return SdkService.succeeded(
              new Policy(
                  summary.id(),
                  Texts.of(summary.arn()),
                  Texts.of(summary.name()),
                  PolicyDocuments.plain(answer.policy().content())),
              answer);
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
