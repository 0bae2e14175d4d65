package io.outcrop.lint.bedrock;

import io.outcrop.grants.Grants;
import io.outcrop.grants.ModelCall;
import io.outcrop.grants.ModelCall.Operation;
import io.outcrop.grants.RequiredAuthorization;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.json.Json;
import io.outcrop.json.JsonPatch;
import io.outcrop.lint.finding.Certainty;
import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.Patterns;
import io.outcrop.lint.subject.StatementView;
import io.outcrop.lint.subject.Steps;
import io.outcrop.lint.subject.Subject;
import io.outcrop.models.catalogue.Model;
import io.outcrop.models.route.Route;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether what a document allows to invoke hangs together: a profile with its models in every
/// region that may answer, a model with a profile that leads to it. What one call needs, `grants`
/// says.
final class RouteCheck implements Check {
  private static final String INVOKE = "bedrock:InvokeModel";
  private static final Set<PolicyKind> KINDS =
      Set.of(PolicyKind.IDENTITY, PolicyKind.BOUNDARY, PolicyKind.SESSION);

  @Override
  public void check(Subject subject, Findings findings) {
    if (!KINDS.contains(subject.kind())) {
      return;
    }
    var invoking = subject.allowing().filter(one -> subject.isAbout(one, INVOKE)).toList();
    if (invoking.stream().anyMatch(one -> one.resources().isEmpty())) {
      return;
    }
    var granted =
        invoking.stream()
            .flatMap(one -> one.resources().stream())
            .map(text -> subject.pattern(text.value()))
            .distinct()
            .toList();
    var leads = granted.stream().anyMatch(RouteCheck::leads);
    for (var statement : invoking) {
      width(statement, subject, findings);
      for (var arn : BedrockArn.in(statement, subject)) {
        if (arn.isProfile() && !findings.isMarked(arn.text().place())) {
          profile(arn, statement, granted, subject, findings);
        } else if (!leads
            && arn.isModel()
            && arn.hasPlainId()
            && !findings.isMarked(arn.text().place())) {
          model(arn, subject, findings);
        }
      }
    }
  }

  private static void width(StatementView statement, Subject subject, Findings findings) {
    var named =
        statement.actions().stream()
            .map(text -> text.value())
            .filter(value -> !value.equals("*") && !value.equalsIgnoreCase("bedrock:*"))
            .anyMatch(value -> Patterns.matchesIgnoringCase(value, INVOKE));
    if (!named || statement.hasConditionOn("bedrock:InferenceProfileArn")) {
      return;
    }
    for (var text : statement.resources()) {
      var pattern = subject.pattern(text.value());
      if (pattern.equals("*")
          || pattern.matches("arn:[^:]*:bedrock:[^:]*:[^:]*:(\\*|foundation-model/\\*)")) {
        findings.add("bedrock-invoke-any-model", text.place(), "arn", text.value());
      }
    }
  }

  private static void profile(
      BedrockArn arn,
      StatementView statement,
      List<String> granted,
      Subject subject,
      Findings findings) {
    var place = arn.text().place();
    var anyModel =
        granted.stream()
            .anyMatch(one -> Patterns.overlapArn(one, "arn:*:bedrock:*::foundation-model/*"));
    if (!anyModel) {
      findings.add("bedrock-profile-without-model", place, "id", arn.id());
      return;
    }
    if (!arn.hasPlainId() || !arn.hasPlainRegion()) {
      return;
    }
    var missing = missing(arn, granted, subject);
    if (missing.isEmpty()) {
      return;
    }
    var regionless = missing.stream().filter(one -> one.contains(":bedrock:::")).toList();
    var slug =
        regionless.isEmpty() ? "bedrock-destination-missing" : "bedrock-global-model-missing";
    var told = regionless.isEmpty() ? missing : regionless;
    var reported =
        findings.add(
            slug,
            place,
            "id",
            arn.id(),
            "missing",
            told.stream().map(RouteCheck::where).collect(Collectors.joining(", ")),
            "arn",
            told.getFirst());
    if (statement.source().get("Resource").orElse(Json.ofNull()) instanceof Json.Arr) {
      var end = statement.place().pointer() + "/Resource/-";
      reported.fix(
          "add the missing models to the statement",
          Certainty.LIKELY,
          "calls through `" + arn.id() + "` are allowed from then on",
          missing.stream()
              .map(one -> Steps.add(end, Json.of(one)))
              .toArray(JsonPatch.Operation[]::new));
    }
  }

  private static List<String> missing(BedrockArn arn, List<String> granted, Subject subject) {
    var route =
        subject
            .models()
            .owner(arn.id())
            .flatMap(model -> model.in(arn.region()))
            .flatMap(here -> here.route(arn.id()));
    var account = arn.account().matches("\\d{12}") ? arn.account() : "111122223333";
    return route.stream()
        .map(found -> ModelCall.signed(Operation.INVOKE_MODEL, found, account))
        .flatMap(call -> Grants.required(call).stream())
        .map(RequiredAuthorization::resource)
        .filter(one -> one.contains("::foundation-model/"))
        .filter(one -> granted.stream().noneMatch(pattern -> Patterns.coversArn(pattern, one)))
        .distinct()
        .toList();
  }

  /// A model that no region lets be called by its own id, and no profile beside it.
  private static void model(BedrockArn arn, Subject subject, Findings findings) {
    var model = subject.models().find(arn.id());
    if (model.isEmpty()) {
      return;
    }
    var here =
        arn.hasPlainRegion()
            ? model.get().in(arn.region()).stream()
            : model.get().byRegion().values().stream();
    var routes = here.flatMap(one -> one.routes().stream()).toList();
    if (routes.isEmpty() || routes.stream().anyMatch(Route.OnDemand.class::isInstance)) {
      return;
    }
    findings.add(
        "bedrock-model-needs-profile",
        arn.text().place(),
        "id",
        arn.id(),
        "meant",
        profile(model.get(), routes));
  }

  private static String profile(Model model, List<Route> routes) {
    return routes.stream().map(Route::id).findFirst().orElse("us." + model.id());
  }

  /// Whether a granted pattern may be something by which a model is reached.
  private static boolean leads(String pattern) {
    return Stream.of(
            "inference-profile/*",
            "application-inference-profile/*",
            "prompt-router/*",
            "default-prompt-router/*",
            "provisioned-model/*")
        .anyMatch(one -> Patterns.overlapArn(pattern, "arn:*:bedrock:*:*:" + one));
  }

  private static String where(String arn) {
    var region = Optional.of(arn.split(":", 6)[3]).filter(one -> !one.isEmpty());
    return region.map(one -> "`" + one + "`").orElse("no region");
  }
}
