package io.outcrop.cloud.call;

import io.outcrop.aws.Partition;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.sdk.SdkService;
import io.outcrop.cloud.sdk.SdkSetup;
import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.Parent;
import software.amazon.awssdk.services.organizations.model.PolicySummary;
import software.amazon.awssdk.services.organizations.model.PolicyType;

/// AWS Organizations. Every method makes one call (lists: one a page) and throws nothing.
public final class Organizations {
  /// An organization has at most five levels of units. Source: AWS Organizations User Guide,
  /// "Quotas for AWS Organizations", read 2026-11. Twice that ends a walk in a circle.
  private static final int MOST_LEVELS = 12;

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

  /// Every level from the root down to `account`, with its SCPs. The first call that is refused
  /// ends the walk, and its refusal is the answer.
  public Answer<List<Level>> levels(String account) {
    var levels = new ArrayList<Level>();
    var id = account;
    var kind = "ACCOUNT";
    while (levels.size() < MOST_LEVELS) {
      var scps = scps(id);
      if (!(scps instanceof Answer.Succeeded<List<Policy>>(var policies, String requestId))) {
        return scps.map(_ -> List.of());
      }
      levels.addFirst(new Level(id, kind, policies));
      if (kind.equals("ROOT")) {
        return new Answer.Succeeded<>(List.copyOf(levels), requestId);
      }
      var parents = parents(id);
      if (!(parents instanceof Answer.Succeeded<List<Parent>>(var found, String _))) {
        return parents.map(_ -> List.of());
      }
      if (found.isEmpty()) {
        return service
            .failures("ListParents")
            .unreachable(Answer.Stage.ANSWER, "`" + id + "` has no parent");
      }
      id = found.getFirst().id();
      kind = found.getFirst().typeAsString();
    }
    return service
        .failures("ListParents")
        .unreachable(Answer.Stage.ANSWER, "more levels than an organization can have");
  }

  private Answer<List<Parent>> parents(String child) {
    return service.ask(
        "ListParents",
        client ->
            Pages.collect(
                client.listParentsPaginator(request -> request.childId(child)),
                page -> page.parents()));
  }

  private Answer<List<Policy>> scps(String targetId) {
    var summaries =
        service.ask(
            "ListPoliciesForTarget",
            client ->
                Pages.collect(
                    client.listPoliciesForTargetPaginator(request ->
                        request.targetId(targetId).filter(PolicyType.SERVICE_CONTROL_POLICY)),
                    page -> page.policies()));
    if (!(summaries instanceof Answer.Succeeded<List<PolicySummary>>(var found, String id))) {
      return summaries.map(_ -> List.of());
    }
    var policies = new ArrayList<Policy>();
    for (var summary : found) {
      var policy = policy(summary.id());
      if (!(policy instanceof Answer.Succeeded<Policy>(var read, String _))) {
        return policy.map(_ -> List.of());
      }
      policies.add(read);
    }
    return new Answer.Succeeded<>(List.copyOf(policies), id);
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
