package io.outcrop.lint.resource;

import io.outcrop.iam.reference.ResourceType;
import io.outcrop.iam.reference.Service;
import io.outcrop.lint.finding.Certainty;
import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.Patterns;
import io.outcrop.lint.subject.Subject;
import io.outcrop.lint.subject.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// Whether a service has a resource type that looks like this ARN: with a region or without, with
/// an account or without, and of that name.
final class ShapeCheck implements Check {
  private static final int REGION = 3;
  private static final int ACCOUNT = 4;

  /// Services that have resources of AWS's own: their ARN has no account.
  private static final Set<String> WITH_AWS_OWNED = Set.of("ssm", "resource-explorer-2", "ec2");

  /// Services whose ARNs are paths of their API, of which the reference lists a part.
  private static final Set<String> PATHS = Set.of("apigateway", "execute-api");

  @Override
  public void check(Subject subject, Findings findings) {
    for (var statement : subject.statements()) {
      var acted = Collections.<ResourceType>newSetFromMap(new IdentityHashMap<>());
      subject.actions(statement).forEach(action -> acted.addAll(action.types()));
      for (var text : statement.resources()) {
        if (!text.value().equals("*") && !findings.isMarked(text.place())) {
          text(text, acted, subject, findings);
        }
      }
    }
  }

  private static void text(Text text, Set<ResourceType> acted, Subject subject, Findings findings) {
    var parts = Patterns.parts(subject.pattern(text.value()));
    if (parts.size() < 6 || isBedrockModel(parts) || isUnlisted(parts)) {
      return;
    }
    var types = types(parts.get(2), acted, subject);
    if (types.isEmpty()) {
      return;
    }
    var named = types.stream().filter(type -> Formats.overlapName(type, parts.get(5))).toList();
    if (named.isEmpty()) {
      if (isMissing(parts, types, ACCOUNT)) {
        report("arn-account-missing", text, parts, findings);
      } else {
        report("arn-type-unknown", text, parts, findings);
      }
      return;
    }
    segment(text, parts, named, REGION, "region", findings);
    segment(text, parts, named, ACCOUNT, "account", findings);
  }

  private static void segment(
      Text text,
      List<String> parts,
      List<ResourceType> named,
      int part,
      String name,
      Findings findings) {
    if (isMissing(parts, named, part)) {
      report("arn-" + name + "-missing", text, parts, findings);
    } else if (named.stream().allMatch(type -> type.parts().get(part).isEmpty())
        && !Patterns.overlap(parts.get(part), "")) {
      var without = text.value().split(":", 6);
      without[part] = "";
      findings
          .add(
              "arn-" + name + "-not-used",
              text.place(),
              "arn",
              text.value(),
              "service",
              parts.get(2),
              "type",
              named.getFirst().name())
          .replace(
              text,
              String.join(":", without),
              Certainty.LIKELY,
              "the resource is matched from then on");
    }
  }

  private static boolean isMissing(List<String> parts, List<ResourceType> types, int part) {
    return parts.get(part).isEmpty()
        && !(part == ACCOUNT && WITH_AWS_OWNED.contains(parts.get(2)))
        && types.stream().noneMatch(type -> type.parts().get(part).isEmpty());
  }

  private static void report(String slug, Text text, List<String> parts, Findings findings) {
    findings.add(slug, text.place(), "arn", text.value(), "service", parts.get(2));
  }

  private static List<ResourceType> types(
      String service, Set<ResourceType> acted, Subject subject) {
    var own = subject.reference().service(service).map(Service::types).orElse(List.of());
    var known = Collections.<ResourceType>newSetFromMap(new IdentityHashMap<>());
    known.addAll(own);
    var all = new ArrayList<>(own);
    acted.stream()
        .filter(type -> type.parts().size() == 6 && type.parts().get(2).equals(service))
        .filter(known::add)
        .forEach(all::add);
    all.removeIf(
        type -> type.parts().size() < 6 || !Patterns.overlap(type.parts().get(2), service));
    all.sort(Comparator.comparing(ResourceType::name));
    return all;
  }

  private static boolean isUnlisted(List<String> parts) {
    return PATHS.contains(parts.get(2))
        || (parts.get(2).equals("cloudformation") && parts.get(5).startsWith("transform/"));
  }

  /// Models and profiles have traps of their own, and a finding each.
  private static boolean isBedrockModel(List<String> parts) {
    return parts.get(2).equals("bedrock")
        && (parts.get(5).startsWith("foundation-model")
            || parts.get(5).startsWith("inference-profile"));
  }
}
