package io.outcrop.cli.policy.inquiry;

import io.outcrop.aws.Arn;
import io.outcrop.aws.Principal;
import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.Session;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.RequestContext;
import io.outcrop.iam.suite.QuestionReader;
import io.outcrop.iam.suite.QuestionReading;
import io.outcrop.report.policy.Simulation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// Reads one command line into an [Inquiry].
final class InquiryReader {
  private static final List<String> OF_ONE_REQUEST =
      List.of(
          "--principal",
          "--action",
          "--resource",
          "--resource-account",
          "--context",
          "--context-file",
          "--model");
  private static final List<String> OF_MODELS = List.of("--operation", "--api-key", "--guardrail");

  private final Arguments arguments;
  private final InputFiles input;
  private final SourceChoice sources;
  private final ActionCheck actions;
  private final Unknowns unknowns;

  InquiryReader(Arguments arguments, Session session) {
    this.arguments = arguments;
    this.input = new InputFiles(session);
    this.unknowns = Unknowns.of(arguments);
    this.actions = new ActionCheck(arguments.has("--allow-unknown-actions"));
    if (arguments.has("--action")) {
      actions.begin();
    }
    this.sources = new SourceChoice(arguments, session, input);
  }

  /// What `--action` and `--resource`, or `--model`, ask.
  Inquiry options() {
    sources.exclude("--model", List.of("--action", "--resource"));
    OF_MODELS.forEach(option -> sources.exclude(option, List.of("--action")));
    arguments.all("--action").forEach(actions::check);
    var source =
        sources.of(arguments.value("--principal").map(InquiryReader::principal).stream().toList());
    var context = ContextOption.read(arguments, input);
    if (arguments.has("--action")) {
      return inquiry(List.of(), questions(source, context), source, context);
    }
    if (!arguments.has("--model") && source.called().model().isEmpty()) {
      throw Complaint.usage(
          "nothing is asked", "--action bedrock:InvokeModel --resource ARN, or --model ID");
    }
    var asking = new ModelQuestions(arguments, source);
    return inquiry(List.of(asking.call()), asking.questions(context), source, context);
  }

  /// What `--request` asks.
  Inquiry requests() {
    sources.exclude("--request", OF_ONE_REQUEST);
    sources.exclude("--request", OF_MODELS);
    var questions = new ArrayList<Question>();
    var notes = new LinkedHashSet<String>();
    var world = "";
    for (var file : arguments.all("--request")) {
      switch (QuestionReader.read(input.json(file))) {
        case QuestionReading.Request(var request) -> {
          actions.check(request.action());
          notes.addAll(actions.notes(request.action(), request.context()));
          var source = sources.of(List.of(request.principal()));
          var complete = with(source, request);
          questions.add(new Question(complete, source.layers().apply(complete), ""));
          notes.addAll(source.notes());
          world = source.world();
        }
        case QuestionReading.Whole(var request, var layers) -> {
          if (sources.givesAnyPolicy() || arguments.has("--account-details")) {
            throw Complaint.usage(
                "`" + file + "` brings its own policies, and others are named",
                "leave one of them out");
          }
          actions.check(request.action());
          notes.addAll(actions.notes(request.action(), request.context()));
          questions.add(new Question(request, layers, ""));
        }
        case QuestionReading.Rejected(var problems) ->
            throw Places.complaint(file, problems, "the format is authz-case/1");
      }
    }
    return new Inquiry(
        List.of(), known(questions), sources.whereabouts(), List.copyOf(notes), world);
  }

  private Inquiry inquiry(
      List<Simulation.Call> call, List<Question> questions, Source source, RequestContext given) {
    var notes = new LinkedHashSet<>(source.notes());
    questions.forEach(one -> notes.addAll(actions.notes(one.request().action(), given)));
    return new Inquiry(
        call, known(questions), source.whereabouts(), List.copyOf(notes), source.world());
  }

  private List<Question> known(List<Question> questions) {
    return questions.stream().map(unknowns::in).toList();
  }

  private List<Question> questions(Source source, RequestContext given) {
    var resources = arguments.has("--resource") ? arguments.all("--resource") : List.of("*");
    var questions = new ArrayList<Question>();
    for (var action : arguments.all("--action")) {
      for (var resource : resources) {
        var owner =
            arguments.value("--resource-account").orElse(owner(resource, source.principal()));
        var request = new AuthorizationRequest(source.principal(), action, resource, owner, given);
        var complete = with(source, request);
        questions.add(new Question(complete, source.layers().apply(complete), ""));
      }
    }
    return questions;
  }

  /// `request` with what its principal brings.
  private static AuthorizationRequest with(Source source, AuthorizationRequest request) {
    return new AuthorizationRequest(
        request.principal(),
        request.action(),
        request.resource(),
        request.resourceAccount(),
        ContextOption.over(RequestContext.of(source.context()), request.context()));
  }

  private static String owner(String resource, Principal principal) {
    return Arn.parse(resource)
        .map(Arn::account)
        .filter(account -> !account.isEmpty())
        .orElse(principal.account());
  }

  private static Principal principal(String text) {
    if (text.equals("anonymous")) {
      return new Principal.Anonymous();
    }
    return text.endsWith(".amazonaws.com")
        ? new Principal.Service(text)
        : Principal.parse(text)
            .orElseThrow(() ->
                Complaint.usage(
                    "`" + text + "` names no principal",
                    "an ARN of a user, role or session, a service's name, or anonymous"));
  }
}
