package io.outcrop.sandbox.stacks;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Ask;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.realm.Deployment.Stack;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Pages;
import io.outcrop.sandbox.visit.Visit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The operations of CloudFormation that show stacks.
public final class CloudFormation {
  private CloudFormation() {}

  /// All that are here.
  public static Map<String, Operation> operations() {
    return Map.of(
        "DescribeStacks", CloudFormation::stacks,
        "DescribeStackResource", CloudFormation::resource,
        "DescribeStackResources", CloudFormation::resources,
        "GetTemplate", CloudFormation::template,
        "ListStackResources", CloudFormation::summaries);
  }

  private static Reply stacks(Visit visit) {
    var named = visit.text("StackName");
    if (named.isPresent()) {
      return withStack(visit, withoutStack(named.get()), stack -> page(visit, List.of(stack)));
    }
    return Ask.of(visit, arn(visit, "*/*"))
        .refused()
        .<Reply>map(refused -> refused)
        .orElseGet(() -> page(visit, List.copyOf(here(visit).values())));
  }

  private static Reply page(Visit visit, List<Stack> stacks) {
    return Pages.reply(visit, "Stacks", stacks, Stack::name, stack -> StackShown.of(visit, stack));
  }

  private static Reply resource(Visit visit) {
    return withStack(
        visit,
        missing(visit.required("StackName")),
        stack -> {
          var id = visit.required("LogicalResourceId");
          return stack.resources().containsKey(id)
              ? Output.reply("StackResourceDetail", StackShown.detail(visit, stack, id))
              : invalid("Resource " + id + " does not exist for stack " + stack.name());
        });
  }

  /// By the stack, or by what it owns: then all that the same stack owns. Source: AWS
  /// CloudFormation API Reference, "DescribeStackResources", read 2026-11.
  private static Reply resources(Visit visit) {
    var physical = visit.required("PhysicalResourceId");
    var named = visit.required("StackName");
    if (physical.isEmpty() == named.isEmpty()) {
      return Ask.of(visit, arn(visit, "*/*"))
          .refused()
          .<Reply>map(refused -> refused)
          .orElseGet(
              () -> invalid("Exactly one of StackName and PhysicalResourceId must be specified"));
    }
    if (!physical.isEmpty()) {
      var owner = visit.account().in(visit.region()).owner(physical);
      return withStack(
          visit,
          owner,
          arn(visit, "*/*"),
          invalid("Stack for " + physical + " does not exist"),
          stack -> owned(visit, stack));
    }
    return withStack(visit, withoutStack(named), stack -> owned(visit, stack));
  }

  private static Reply owned(Visit visit, Stack stack) {
    var wanted = visit.required("LogicalResourceId");
    return Output.reply(
        "StackResources",
        Json.array(
            stack.resources().keySet().stream()
                .filter(id -> wanted.isEmpty() || wanted.equals(id))
                .map(id -> StackShown.resource(visit, stack, id))
                .toList()));
  }

  private static Reply summaries(Visit visit) {
    return withStack(
        visit,
        withoutStack(visit.required("StackName")),
        stack ->
            Pages.reply(
                visit,
                "StackResourceSummaries",
                List.copyOf(stack.resources().keySet()),
                id -> id,
                id -> StackShown.summary(stack, id)));
  }

  private static Reply template(Visit visit) {
    return withStack(
        visit,
        withoutStack(visit.required("StackName")),
        stack -> {
          if (visit.text("ChangeSetName").isPresent()) {
            return Faults.said(
                404,
                "ChangeSetNotFound",
                "ChangeSet [" + visit.required("ChangeSetName") + "] does not exist");
          }
          return Output.reply(
              "TemplateBody",
              stack.template(),
              "StagesAvailable",
              Json.ofTexts(List.of("Original", "Processed")));
        });
  }

  @FunctionalInterface
  private interface Answer {
    Reply about(Stack stack);
  }

  private static Reply withStack(Visit visit, Reply.Fault otherwise, Answer answer) {
    var named = visit.required("StackName");
    return withStack(
        visit, find(visit, named), arn(visit, StackShown.name(named) + "/*"), otherwise, answer);
  }

  private static Reply withStack(
      Visit visit, Optional<Stack> found, String absent, Reply.Fault otherwise, Answer answer) {
    var arn = found.map(stack -> stack.arn(visit.account().id(), visit.region())).orElse(absent);
    var ask = found.map(stack -> Ask.of(visit, arn).about(stack.tags())).orElse(Ask.of(visit, arn));
    return ask.refused()
        .<Reply>map(refused -> refused)
        .orElseGet(() -> found.map(answer::about).orElse(otherwise));
  }

  private static Map<String, Stack> here(Visit visit) {
    return visit.account().in(visit.region()).stacks();
  }

  /// The stack with this name or id.
  private static Optional<Stack> find(Visit visit, String nameOrId) {
    return Optional.ofNullable(here(visit).get(StackShown.name(nameOrId)))
        .filter(stack ->
            !nameOrId.startsWith("arn:")
                || nameOrId.equals(stack.arn(visit.account().id(), visit.region())));
  }

  private static String arn(Visit visit, String rest) {
    return "arn:aws:cloudformation:%s:%s:stack/%s"
        .formatted(visit.region(), visit.account().id(), rest);
  }

  private static Reply.Fault withoutStack(String name) {
    return invalid("Stack with id " + name + " does not exist");
  }

  private static Reply.Fault missing(String name) {
    return invalid("Stack '" + name + "' does not exist");
  }

  private static Reply.Fault invalid(String message) {
    return Faults.said(400, "ValidationError", message);
  }
}
