package io.outcrop.lint.bedrock;

import io.outcrop.lint.finding.Certainty;
import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.Regions;
import io.outcrop.lint.subject.Subject;
import io.outcrop.models.Resolution;
import io.outcrop.models.catalogue.Lifecycle;
import io.outcrop.models.catalogue.Lifecycle.Stage;
import io.outcrop.models.catalogue.Model;
import io.outcrop.models.route.Route;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Foundation models: their ids, their dates, and the ARN around them.
final class ModelArnCheck implements Check {
  private static final String FROM_THEN_ON = "the model is matched from then on";
  private static final String CLAUDE = "anthropic.";
  private final Regions regions = new Regions();

  @Override
  public void check(Subject subject, Findings findings) {
    for (var statement : subject.statements()) {
      for (var arn : BedrockArn.in(statement, subject)) {
        if (arn.isModel() && !findings.isMarked(arn.text().place())) {
          model(arn, subject, findings);
        }
      }
    }
  }

  private void model(BedrockArn arn, Subject subject, Findings findings) {
    var id = arn.id();
    var place = arn.text().place();
    if (arn.account().matches("\\d{12}")) {
      findings
          .add("bedrock-model-with-account", place, "arn", arn.text().value())
          .replace(arn.text(), arn.with(4, ""), Certainty.CERTAIN, FROM_THEN_ON);
    } else if (id.matches("(us|eu|apac|jp|au|in|ca|sa|us-gov|global)\\..*")) {
      var bare = id.substring(id.indexOf('.') + 1);
      findings
          .add("bedrock-profile-id-as-model", place, "id", id, "meant", bare)
          .replace(
              arn.text(), arn.with(5, "foundation-model/" + bare), Certainty.LIKELY, FROM_THEN_ON);
    } else if (arn.hasPlainId() && id.startsWith(CLAUDE)) {
      var known = subject.models().find(id);
      if (known.isEmpty()) {
        unknown(arn, subject, findings);
      } else {
        known(arn, known.get(), subject, findings);
      }
    }
  }

  private static void unknown(BedrockArn arn, Subject subject, Findings findings) {
    var region = arn.hasPlainRegion() ? arn.region() : "us-east-1";
    var meant =
        subject.models().resolve(arn.id(), region, subject.options().at())
                instanceof Resolution.Unknown(_, _, var nearest, _)
            ? nearest.stream().map(Route::modelId).findFirst()
            : Optional.<String>empty();
    var place = arn.text().place();
    if (meant.isEmpty()) {
      findings.add("bedrock-model-unknown", place, "id", arn.id());
    } else {
      findings
          .add("bedrock-model-unknown", place, "id", arn.id(), "meant", meant.get())
          .replace(
              arn.text(),
              arn.with(5, "foundation-model/" + meant.get()),
              Certainty.LIKELY,
              FROM_THEN_ON);
    }
  }

  private void known(BedrockArn arn, Model model, Subject subject, Findings findings) {
    var at = subject.options().at();
    var place = arn.text().place();
    var here =
        model.byRegion().entrySet().stream()
            .filter(entry -> !arn.hasPlainRegion() || entry.getKey().equals(arn.region()))
            .map(entry -> entry.getValue().lifecycle())
            .toList();
    if (here.isEmpty()) {
      if (regions.exists(arn.region()) && !isDestination(model, arn.region())) {
        findings.add(
            "bedrock-model-not-in-region", place, "id", model.id(), "region", arn.region());
      }
      return;
    }
    var where = arn.hasPlainRegion() ? "in `" + arn.region() + "`" : "in every known region";
    if (here.stream().allMatch(one -> one.stage(at) == Stage.ENDED)) {
      var end = here.stream().flatMap(one -> one.end().stream()).max(Comparator.naturalOrder());
      findings.add(
          "bedrock-model-ended",
          place,
          "id",
          model.id(),
          "where",
          where,
          "date",
          day(end.orElse(at)),
          "instead",
          instead(model, subject));
    } else if (here.stream()
        .allMatch(one -> one.stage(at) == Stage.LEGACY || one.stage(at) == Stage.ENDED)) {
      findings.add(
          "bedrock-model-legacy",
          place,
          "id",
          model.id(),
          "where",
          where,
          "until",
          end(here),
          "instead",
          instead(model, subject));
    }
  }

  private static String instead(Model model, Subject subject) {
    return model.replacements().stream()
        .flatMap(id -> subject.models().owner(id).stream())
        .map(Model::id)
        .findFirst()
        .orElse("a newer model");
  }

  private static String end(List<Lifecycle> here) {
    return here.stream()
        .flatMap(one -> one.end().stream())
        .max(Comparator.naturalOrder())
        .map(end -> "its life ends on " + day(end))
        .orElse("the end of its life is not announced");
  }

  private static boolean isDestination(Model model, String region) {
    return model.byRegion().values().stream()
            .flatMap(here -> here.routes().stream())
            .anyMatch(route ->
                route instanceof Route.Geographic(_, _, _, var destinations)
                    && destinations.contains(region))
        || model.byRegion().values().stream()
            .flatMap(here -> here.routes().stream())
            .anyMatch(Route.Global.class::isInstance);
  }

  private static String day(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }
}
