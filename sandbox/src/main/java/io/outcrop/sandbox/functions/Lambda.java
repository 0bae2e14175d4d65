package io.outcrop.sandbox.functions;

import io.outcrop.iam.policy.PolicyDocument;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Ask;
import io.outcrop.sandbox.realm.Deployment.LambdaFunction;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Pages;
import io.outcrop.sandbox.visit.Permitted;
import io.outcrop.sandbox.visit.Visit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// The operations of AWS Lambda that show functions.
public final class Lambda {
  private Lambda() {}

  /// All that are here.
  public static Map<String, Operation> operations() {
    return Map.of(
        "GetFunction", visit -> one(visit, FunctionShown::whole),
        "GetFunctionConfiguration", visit -> one(visit, FunctionShown::configuration),
        "ListFunctions", Permitted.to("lambda:ListFunctions", Lambda::list));
  }

  /// A function of another account has no policy here that would let anybody in.
  private static Optional<Reply.Fault> refused(Visit visit, FunctionName name) {
    var ask = Ask.of(visit, name.arn());
    if (name.account().equals(visit.account().id())) {
      return ask.refused();
    }
    var inForce = visit.world().inForce(visit.now());
    var decision =
        visit
            .guard()
            .decideOn(
                inForce,
                visit.visitor().in(inForce),
                visit.call(),
                visit.now(),
                name.account(),
                new NamedPolicy("", "", "function " + name.name(), NOTHING),
                ask.wish());
    return visit.refusal(ask.wish(), decision);
  }

  private static final PolicyDocument NOTHING =
      new PolicyDocument(PolicyKind.RESOURCE, true, List.of(), Json.object());

  private static Reply list(Visit visit) {
    var functions =
        visit.account().in(visit.region()).functions().values().stream()
            .sorted(Comparator.comparing(LambdaFunction::name))
            .toList();
    return Pages.reply(
        visit,
        "Functions",
        functions,
        LambdaFunction::name,
        function -> FunctionShown.configuration(visit, function));
  }

  private static Reply one(Visit visit, BiFunction<Visit, LambdaFunction, Json.Obj> shown) {
    var name = FunctionName.of(visit);
    var refused = refused(visit, name);
    if (refused.isPresent()) {
      return refused.get();
    }
    if (!name.region().equals(visit.region())) {
      return Faults.said(
          0,
          "ResourceNotFoundException",
          "Functions from '%s' are not reachable in this region ('%s')"
              .formatted(name.region(), visit.region()));
    }
    var function = visit.account().in(visit.region()).functions().get(name.name());
    return function == null || !name.isLatest()
        ? Faults.said(0, "ResourceNotFoundException", "Function not found: " + name.arn())
        : new Reply.Output(shown.apply(visit, function));
  }
}
