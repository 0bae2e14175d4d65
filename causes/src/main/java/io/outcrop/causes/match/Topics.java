package io.outcrop.causes.match;

import io.outcrop.causes.signal.Signal;
import io.outcrop.causes.signal.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Adds to a scope what it is about: `topic` (`bedrock`, `aws-identity`, `other`), `about`
/// (`bedrock`, `claude`, `aws`: what is spoken of at all) and, where it is about another service or
/// another vendor and speaks of Bedrock nowhere, `elsewhere`: nothing in it is told then.
final class Topics {
  private static final Set<String> RUNTIME =
      Set.of("InvokeModel", "InvokeModelWithResponseStream", "Converse", "ConverseStream");

  /// Words in the names of Bedrock's operations, and of those that give credentials.
  private static final Pattern OURS =
      Pattern.compile(
          "(?i)model|inference|converse|guardrail|agent|knowledge|retriev|prompt|flow|createtoken"
              + "|sessiontoken|federationtoken|counttokens|agreement|assumerole|calleridentity"
              + "|credential|session|device|usecase|automat|evaluation|throughput|rerank|marketplace|quota");

  /// Operations of SageMaker that are named as Bedrock's could be.
  private static final Set<String> OF_SAGEMAKER =
      Set.of("CreateModel", "DescribeModel", "DeleteModel", "ListModels", "CreateModelPackage");

  private static final Pattern NAME = Pattern.compile("[A-Z][a-z]+[A-Z][A-Za-z]+");
  private static final Set<String> IDENTITY =
      Set.of(
          "sts",
          "securitytoken",
          "eksauth",
          "iam",
          "sso",
          "portal",
          "oidc",
          "ssooidc",
          "sso-oidc",
          "signin",
          "aws-marketplace");

  private Topics() {}

  static void addTo(Scope scope) {
    about(scope);
    var topic = topic(scope);
    if (!topic.isEmpty()) {
      scope.add("topic", topic, Span.NONE);
    }
    if (isElsewhere(scope, topic)) {
      scope.add("elsewhere", "yes", Span.NONE);
    }
  }

  private static String topic(Scope scope) {
    var services = new LinkedHashSet<String>();
    scope.all("service").forEach(signal -> services.add(signal.value().toLowerCase(Locale.ROOT)));
    scope
        .all("action")
        .forEach(signal -> services.add(signal.value().substring(0, signal.value().indexOf(':'))));
    if (services.stream().anyMatch(service -> service.contains("bedrock"))) {
      return "bedrock";
    }
    if (services.stream().anyMatch(IDENTITY::contains)) {
      return "aws-identity";
    }
    if (services.equals(Set.of("kms")) && !speaksOf(scope, "other-service")) {
      return "";
    }
    return !services.isEmpty() || areOperationsElsewhere(scope) ? "other" : "";
  }

  /// Whether operations were called, none of which can be one of Bedrock's, in a text that does not
  /// speak of Bedrock.
  private static boolean areOperationsElsewhere(Scope scope) {
    var operations =
        scope.all("operation").stream()
            .map(Signal::value)
            .filter(operation -> NAME.matcher(operation).matches())
            .toList();
    return !operations.isEmpty()
        && operations.stream().noneMatch(Topics::mayBeOurs)
        && !speaksOf(scope, "bedrock");
  }

  private static void about(Scope scope) {
    scope.all("mention").stream()
        .filter(signal -> !signal.value().startsWith("other-"))
        .forEach(signal -> scope.add("about", signal.value(), Span.NONE));
    var actions = scope.all("action").stream().map(Signal::value);
    if (actions.anyMatch(action -> action.startsWith("bedrock"))
        || scope.all("operation").stream().map(Signal::value).anyMatch(RUNTIME::contains)) {
      scope.add("about", "bedrock", Span.NONE);
    }
  }

  private static boolean isElsewhere(Scope scope, String topic) {
    if (isAbout(scope, "bedrock") || scope.first("key").isPresent()) {
      return false;
    }
    if (speaksOf(scope, "other-service") && !isAbout(scope, "claude")) {
      return !topic.equals("bedrock") && !topic.equals("aws-identity");
    }
    return topic.equals("other")
        ? !isAbout(scope, "claude") && !callsOurs(scope)
        : topic.isEmpty() && !isAbout(scope, "aws") && speaksOf(scope, "other-vendor");
  }

  private static boolean callsOurs(Scope scope) {
    return scope.all("operation").stream().anyMatch(operation -> mayBeOurs(operation.value()));
  }

  private static boolean mayBeOurs(String operation) {
    return OURS.matcher(operation).find() && !OF_SAGEMAKER.contains(operation);
  }

  private static boolean isAbout(Scope scope, String subject) {
    return scope.find("about", List.of(subject)).isPresent();
  }

  private static boolean speaksOf(Scope scope, String subject) {
    return scope.find("mention", List.of(subject)).isPresent();
  }
}
