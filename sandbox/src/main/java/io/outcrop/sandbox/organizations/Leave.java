package io.outcrop.sandbox.organizations;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.realm.Organization;
import io.outcrop.sandbox.visit.Visit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks for leave to do what a call to AWS Organizations wants, on each thing that it names.
final class Leave {
  private Leave() {}

  /// The first refusal, if IAM does not let it pass.
  static Optional<Reply.Fault> denied(Visit visit, String operation) {
    var organization = visit.realm().organization();
    var context = context(visit, organization);
    var tags = Tags.requested(visit);
    tags.forEach((key, value) -> context.put("aws:RequestTag/" + key, value));
    var lists =
        tags.isEmpty()
            ? Map.<String, List<String>>of()
            : Map.of("aws:TagKeys", List.copyOf(tags.keySet()));
    for (var resource : resources(visit, organization, operation)) {
      var wish = new Guard.Wish("organizations:" + operation, resource, context, lists);
      var denied = visit.denied(wish);
      if (denied.isPresent()) {
        return denied;
      }
    }
    return Optional.empty();
  }

  private static Map<String, String> context(Visit visit, Organization organization) {
    var context = new HashMap<String, String>();
    for (var name : List.of("Filter", "Type", "PolicyType")) {
      visit.text(name).ifPresent(type -> context.put("organizations:PolicyType", type));
    }
    var policy = organization.policies().get(visit.required("PolicyId"));
    if (policy != null) {
      context.put("organizations:PolicyType", policy.type().name());
    }
    visit
        .text("ServicePrincipal")
        .ifPresent(service -> context.put("organizations:ServicePrincipal", service));
    return context;
  }

  private static List<String> resources(Visit visit, Organization organization, String operation) {
    var resources = new ArrayList<String>();
    for (var member : OrganizationFacts.resources(operation)) {
      visit.text(member).ifPresent(id -> resources.add(arn(visit, organization, id)));
    }
    return resources.isEmpty() ? List.of("*") : resources;
  }

  /// The ARN of what has the id `id`; what it would be if there is no such thing.
  private static String arn(Visit visit, Organization organization, String id) {
    var policy = organization.policies().get(id);
    if (policy != null) {
      return organization.arnOf(policy);
    }
    var node = organization.node(id);
    if (node.isPresent()) {
      return organization.arnOf(node.get());
    }
    var owner = organization.exists() ? organization.managementAccount() : visit.account().id();
    var type =
        id.startsWith("p-")
            ? "policy"
            : id.startsWith("ou-") ? "ou" : id.startsWith("r-") ? "root" : "account";
    return "arn:aws:organizations::%s:%s/%s/%s".formatted(owner, type, organization.id(), id);
  }

  /// The text members of the input's list `name`.
  static List<String> texts(Visit visit, String name) {
    return visit.call().input().list(name).stream()
        .flatMap(value -> value.asText().stream())
        .toList();
  }
}
