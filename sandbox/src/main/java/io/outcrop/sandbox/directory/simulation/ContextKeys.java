package io.outcrop.sandbox.directory.simulation;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.Statement;
import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Ask;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.visit.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The condition keys that policies ask for, in conditions and as variables.
final class ContextKeys {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^*?$,}][^,}]*)[,}]");

  private final Sources sources;

  ContextKeys(Sources sources) {
    this.sources = sources;
  }

  Reply custom(Visit visit) {
    var refused = Ask.of(visit, "*").refused();
    if (refused.isPresent()) {
      return refused.get();
    }
    var inputs = new Inputs(visit);
    return shown(inputs, inputs.policies("PolicyInputList", PolicyKind.IDENTITY));
  }

  Reply principal(Visit visit) {
    var arn = visit.required("PolicySourceArn");
    var source = Sources.find(visit.account(), arn);
    var refused = Ask.of(visit, arn).refused().or(() -> SourceArns.refused(visit, arn, source));
    if (refused.isPresent()) {
      return refused.get();
    }
    var inputs = new Inputs(visit);
    var policies = new ArrayList<>(sources.of(visit.account(), source.orElseThrow(), List.of()));
    policies.addAll(inputs.policies("PolicyInputList", PolicyKind.IDENTITY));
    return shown(inputs, policies);
  }

  private static Reply shown(Inputs inputs, List<SourcePolicy> policies) {
    var refused = inputs.refused();
    if (refused.isPresent()) {
      return refused.get();
    }
    var keys = new TreeSet<String>(String.CASE_INSENSITIVE_ORDER);
    for (var policy : policies) {
      for (var statement : policy.document().statements()) {
        statement.conditions().forEach(condition -> keys.add(condition.key()));
        if (policy.document().allowsVariables()) {
          texts(statement).forEach(text -> addVariables(text, keys));
        }
      }
    }
    return Output.reply("ContextKeyNames", Json.ofTexts(keys));
  }

  private static Stream<String> texts(Statement statement) {
    return Stream.concat(
            statement.resources().values().stream(),
            statement.conditions().stream().flatMap(condition -> condition.values().stream()))
        .map(Statement.Pattern::text);
  }

  private static void addVariables(String text, Set<String> keys) {
    var variables = VARIABLE.matcher(text);
    while (variables.find()) {
      keys.add(variables.group(1).strip());
    }
  }
}
