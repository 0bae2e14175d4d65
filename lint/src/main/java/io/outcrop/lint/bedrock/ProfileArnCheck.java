package io.outcrop.lint.bedrock;

import io.outcrop.lint.finding.Certainty;
import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.Patterns;
import io.outcrop.lint.subject.Subject;
import io.outcrop.models.Resolution;
import io.outcrop.models.route.Route;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Inference profiles: their ids, the region that is called, and the account that calls.
final class ProfileArnCheck implements Check {
  private static final String FROM_THEN_ON = "the profile is matched from then on";

  @Override
  public void check(Subject subject, Findings findings) {
    for (var statement : subject.statements()) {
      for (var arn : BedrockArn.in(statement, subject)) {
        if (arn.isProfile() && !findings.isMarked(arn.text().place())) {
          profile(arn, subject, findings);
        }
      }
    }
  }

  private static void profile(BedrockArn arn, Subject subject, Findings findings) {
    var account = subject.options().account();
    var place = arn.text().place();
    if (arn.account().isEmpty()) {
      var reported =
          findings.add("bedrock-profile-without-account", place, "arn", arn.text().value());
      if (!account.isEmpty()) {
        reported.replace(arn.text(), arn.with(4, account), Certainty.LIKELY, FROM_THEN_ON);
      }
    } else if (!account.isEmpty()
        && arn.account().matches("\\d{12}")
        && !arn.account().equals(account)) {
      findings
          .add("bedrock-profile-of-other-account", place, "account", arn.account(), "own", account)
          .replace(arn.text(), arn.with(4, account), Certainty.LIKELY, FROM_THEN_ON);
    } else {
      id(arn, subject, findings);
    }
  }

  private static void id(BedrockArn arn, Subject subject, Findings findings) {
    var id = arn.id();
    if (id.startsWith("anthropic.")) {
      modelId(arn, subject, findings);
    } else if (arn.hasPlainId() && id.contains(".anthropic.")) {
      if (subject.models().owner(id).isEmpty()) {
        unknown(arn, subject, findings);
      } else if (arn.hasPlainRegion()) {
        region(arn, subject, findings);
      }
    } else if (arn.hasPlainRegion() && id.matches("[a-z-]+\\.(anthropic\\.)?\\*.*")) {
      region(arn, subject, findings);
    }
  }

  private static void modelId(BedrockArn arn, Subject subject, Findings findings) {
    var routes = routes(subject, arn.region()).stream();
    var meant =
        routes
            .filter(route -> route.modelId().equals(arn.id()) && !route.id().equals(arn.id()))
            .map(Route::id)
            .findFirst();
    var place = arn.text().place();
    if (meant.isEmpty()) {
      findings.add("bedrock-model-id-as-profile", place, "id", arn.id());
    } else {
      findings
          .add("bedrock-model-id-as-profile", place, "id", arn.id(), "meant", meant.get())
          .replace(
              arn.text(),
              arn.with(5, "inference-profile/" + meant.get()),
              Certainty.LIKELY,
              FROM_THEN_ON);
    }
  }

  private static void unknown(BedrockArn arn, Subject subject, Findings findings) {
    var region = arn.hasPlainRegion() ? arn.region() : "us-east-1";
    var meant =
        subject.models().resolve(arn.id(), region, subject.options().at())
                instanceof Resolution.Unknown(_, _, var nearest, _)
            ? nearest.stream().map(Route::id).findFirst()
            : Optional.<String>empty();
    var place = arn.text().place();
    if (meant.isEmpty()) {
      findings.add("bedrock-profile-unknown", place, "id", arn.id());
    } else {
      findings
          .add("bedrock-profile-unknown", place, "id", arn.id(), "meant", meant.get())
          .replace(
              arn.text(),
              arn.with(5, "inference-profile/" + meant.get()),
              Certainty.LIKELY,
              FROM_THEN_ON);
    }
  }

  /// Whether the called region knows a profile of that name.
  private static void region(BedrockArn arn, Subject subject, Findings findings) {
    var here = routes(subject, arn.region());
    if (here.isEmpty() || here.stream().anyMatch(route -> Patterns.covers(arn.id(), route.id()))) {
      return;
    }
    var prefixes =
        here.stream()
            .map(Route::id)
            .filter(id -> !id.startsWith("anthropic."))
            .map(id -> "`" + id.substring(0, id.indexOf('.') + 1) + "`")
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    findings.add(
        "bedrock-profile-not-in-region",
        arn.text().place(),
        "id",
        arn.id(),
        "region",
        arn.region(),
        "prefixes",
        prefixes);
  }

  private static List<Route> routes(Subject subject, String region) {
    return subject.models().models().stream()
        .flatMap(model -> model.in(region).stream())
        .flatMap(here -> here.routes().stream())
        .toList();
  }
}
