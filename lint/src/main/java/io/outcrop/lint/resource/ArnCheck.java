package io.outcrop.lint.resource;

import io.outcrop.aws.Partition;
import io.outcrop.iam.reference.Nearest;
import io.outcrop.lint.finding.Certainty;
import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.Element;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.Patterns;
import io.outcrop.lint.subject.Regions;
import io.outcrop.lint.subject.Subject;
import io.outcrop.lint.subject.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// The parts of each ARN, one by one.
final class ArnCheck implements Check {
  private static final String FROM_THEN_ON = "the resource is matched from then on";

  /// Services of ARNs that no action has before its colon.
  private static final Set<String> WITHOUT_ACTIONS =
      Set.of("catalog", "elastic-inference", "route53-recovery-control");

  private static final List<String> PARTITIONS =
      Arrays.stream(Partition.values()).map(Partition::id).toList();
  private final Regions regions = new Regions();

  @Override
  public void check(Subject subject, Findings findings) {
    for (var statement : subject.statements()) {
      for (var element : statement.elements()) {
        if (element.name().endsWith("Resource")) {
          element(element, subject, findings);
        }
      }
    }
  }

  private void element(Element element, Subject subject, Findings findings) {
    for (var text : element.values()) {
      if (!text.value().equals("*") && !findings.isMarked(text.place())) {
        text(text, subject, findings);
      }
    }
  }

  private void text(Text text, Subject subject, Findings findings) {
    var arn = subject.pattern(text.value());
    var parts = Patterns.parts(arn);
    var first = String.join(":", parts.subList(0, Math.min(5, parts.size())));
    if (!arn.equals(arn.strip()) || first.chars().anyMatch(Character::isWhitespace)) {
      findings
          .add("arn-blank", text.place(), "arn", text.value())
          .replace(text, text.value().replaceAll("\\s", ""), Certainty.LIKELY, FROM_THEN_ON);
    } else if (!arn.startsWith("arn:")) {
      findings.add("resource-not-an-arn", text.place(), "arn", text.value());
    } else if (parts.size() < 6) {
      findings.add("arn-too-short", text.place(), "arn", text.value(), "parts", "" + parts.size());
    } else {
      parts(text, parts, subject, findings);
    }
  }

  private void parts(Text text, List<String> parts, Subject subject, Findings findings) {
    partition(text, parts.get(1), parts.get(3), findings);
    var service = parts.get(2);
    if (Patterns.hasWildcard(service)) {
      findings.add("arn-wildcard-in-service", text.place(), "arn", text.value());
    } else if (!subject.reference().isService(service) && !WITHOUT_ACTIONS.contains(service)) {
      var meant = subject.reference().nearestService(service);
      var words = List.of("arn", text.value(), "service", service);
      if (meant.isPresent()) {
        findings
            .add("arn-service-unknown", text.place(), with(words, "meant", meant.get()))
            .replace(text, exchange(text, 2, meant.get()), Certainty.LIKELY, FROM_THEN_ON);
      } else {
        findings.add("arn-service-unknown", text.place(), words.toArray(String[]::new));
      }
    }
    var region = parts.get(3);
    if (!region.isEmpty() && !Patterns.hasWildcard(region) && !regions.exists(region)) {
      var words = List.of("arn", text.value(), "region", region);
      var meant = regions.nearest(region);
      if (meant.isPresent()) {
        findings
            .add("arn-region-unknown", text.place(), with(words, "meant", meant.get()))
            .replace(text, exchange(text, 3, meant.get()), Certainty.LIKELY, FROM_THEN_ON);
      } else {
        findings.add("arn-region-unknown", text.place(), words.toArray(String[]::new));
      }
    }
    var account = parts.get(4);
    if (!account.isEmpty() && !Patterns.hasWildcard(account) && !isAccount(account)) {
      findings.add("arn-account-malformed", text.place(), "arn", text.value(), "account", account);
    }
  }

  private void partition(Text text, String partition, String region, Findings findings) {
    if (Patterns.hasWildcard(partition)) {
      return;
    }
    if (!PARTITIONS.contains(partition)) {
      var meant = Nearest.of(partition, PARTITIONS.stream()).orElse("aws");
      findings
          .add("arn-partition-unknown", text.place(), "arn", text.value(), "partition", partition)
          .replace(text, exchange(text, 1, meant), Certainty.LIKELY, FROM_THEN_ON);
    } else if (regions.exists(region) && !Partition.ofRegion(region).id().equals(partition)) {
      var meant = Partition.ofRegion(region).id();
      findings
          .add(
              "arn-partition-of-other-region",
              text.place(),
              "arn",
              text.value(),
              "region",
              region,
              "partition",
              partition,
              "meant",
              meant)
          .replace(text, exchange(text, 1, meant), Certainty.LIKELY, FROM_THEN_ON);
    }
  }

  private static boolean isAccount(String account) {
    return account.equals("aws")
        || account.equals("cloudfront")
        || account.matches("\\d{12}")
        || account.equals("third-party");
  }

  private static String exchange(Text text, int part, String value) {
    var parts = text.value().split(":", 6);
    parts[part] = value;
    return String.join(":", parts);
  }

  private static String[] with(List<String> words, String name, String value) {
    var all = Arrays.copyOf(words.toArray(String[]::new), words.size() + 2);
    all[words.size()] = name;
    all[words.size() + 1] = value;
    return all;
  }
}
