package io.outcrop.cli.policy.inquiry;

import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Nearest;
import io.outcrop.cli.session.Complaint;
import io.outcrop.grants.Grants;
import io.outcrop.grants.ModelCall;
import io.outcrop.grants.ModelCall.BearerToken;
import io.outcrop.grants.ModelCall.Operation;
import io.outcrop.grants.RequiredAuthorization;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.RequestContext;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.Resolution;
import io.outcrop.models.route.Route;
import io.outcrop.report.policy.Simulation;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Asks for all that one call to a model needs.
final class ModelQuestions {
  private final Arguments arguments;
  private final Source source;
  private final String model;
  private final String region;

  ModelQuestions(Arguments arguments, Source source) {
    this.arguments = arguments;
    this.source = source;
    this.model = arguments.value("--model").orElse(source.called().model());
    this.region = arguments.value("--region").orElse(source.called().region());
    if (region.isEmpty()) {
      throw Complaint.usage("no region is named", "--region us-east-1");
    }
  }

  /// The call in words.
  Simulation.Call call() {
    return new Simulation.Call(
        operation().api(),
        model,
        region,
        arguments.text("--api-key"),
        arguments.text("--guardrail"));
  }

  /// Every authorisation, in the order in which AWS asks.
  ///
  /// @param context condition keys besides those that the call brings by itself
  List<Question> questions(RequestContext context) {
    var call =
        new ModelCall(
            operation(),
            route(),
            source.principal().account(),
            token(),
            arguments.text("--guardrail"));
    return Grants.required(call).stream().map(need -> question(need, context)).toList();
  }

  private Question question(RequiredAuthorization need, RequestContext given) {
    var context =
        ContextOption.over(
            ContextOption.over(everyCall(), RequestContext.of(source.context())), given);
    for (var key : need.context().entrySet()) {
      var said = given.get(key.getKey());
      if (said.isPresent() && !said.get().texts().equals(List.of(key.getValue()))) {
        throw Complaint.usage(
            "`--context %s` contradicts the call, which brings `%s`"
                .formatted(key.getKey(), key.getValue()),
            "leave it out");
      }
      context = context.with(key.getKey(), key.getValue());
    }
    var request =
        new AuthorizationRequest(
            source.principal(),
            need.action(),
            need.resource(),
            source.principal().account(),
            context);
    return new Question(request, source.layers().apply(request), need.why());
  }

  /// What every call to Bedrock brings. Source: IAM User Guide, "AWS global condition context
  /// keys", read 2026-11.
  private RequestContext everyCall() {
    var at = source.at();
    return RequestContext.empty()
        .with("aws:SecureTransport", "true")
        .with("aws:ViaAWSService", "false")
        .with("aws:CurrentTime", at.truncatedTo(ChronoUnit.SECONDS).toString())
        .with("aws:EpochTime", Long.toString(at.getEpochSecond()));
  }

  private Operation operation() {
    var name = arguments.value("--operation").orElse(Operation.CONVERSE.api());
    var names = Arrays.stream(Operation.values()).map(Operation::api).toList();
    return Arrays.stream(Operation.values())
        .filter(operation -> operation.api().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() ->
            Complaint.usage(
                "there is no operation `" + name + "`",
                Nearest.to(name, names)
                    .map(nearest -> "did you mean `" + nearest + "`?")
                    .orElse("one of " + String.join(", ", names))));
  }

  private BearerToken token() {
    return switch (arguments.text("--api-key")) {
      case "" -> BearerToken.NONE;
      case "short" -> BearerToken.SHORT_TERM;
      case "long" -> BearerToken.LONG_TERM;
      default ->
          throw Complaint.usage(
              "`--api-key` is short or long, not `" + arguments.text("--api-key") + "`",
              "--api-key long");
    };
  }

  /// The route that the model's id means; an id that cannot be called is an answer of its own.
  private Route route() {
    var reference = ModelCatalogue.reference(model);
    if (!reference.region().isEmpty() && !reference.region().equals(region)) {
      throw Complaint.usage(
          "`" + model + "` is of " + reference.region() + ", but `" + region + "` is called",
          "--region " + reference.region());
    }
    var catalogue = ModelCatalogue.shipped();
    return switch (catalogue.resolve(model, region, source.at())) {
      case Resolution.Found found -> found.route();
      case Resolution.ProfileNeeded needed ->
          throw notCallable(
              "`" + model + "` does not answer to its own id in " + region, needed.routes());
      case Resolution.NotInRegion elsewhere ->
          throw notCallable("`" + model + "` cannot be called in " + region, elsewhere.here());
      case Resolution.NotYet(var later, Instant start) ->
          throw notCallable(
              "`%s` is announced for %s".formatted(later.id(), day(start)), List.of());
      case Resolution.Ended(var ended, Instant end, var instead) ->
          throw notCallable(
              "the life of `%s` in %s ended on %s".formatted(ended.id(), region, day(end)),
              instead);
      case Resolution.Unknown unknown ->
          throw notCallable(
              "there is no model `" + model + "`: " + unknown.why(), unknown.nearest());
    };
  }

  private static Complaint notCallable(String message, List<Route> instead) {
    return Complaint.usage(
        message,
        instead.isEmpty()
            ? "outcrop doctor asks the account which models it has"
            : "what can be called there: "
                + instead.stream()
                    .limit(3)
                    .map(route -> "`" + route.id() + "`")
                    .collect(Collectors.joining(", ")));
  }

  private static String day(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }
}
