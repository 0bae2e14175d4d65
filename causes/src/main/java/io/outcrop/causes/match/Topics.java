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
/// another vendor and speaks of Bedrock nowhere, `elsewhere` (`service`, `vendor`): nothing in it
/// is told then but by tells that ask for it.
final class Topics {
  private static final Set<String> RUNTIME =
      Set.of("InvokeModel", "InvokeModelWithResponseStream", "Converse", "ConverseStream");

  /// Words in the names of Bedrock's operations, and of those that give credentials.
  private static final Pattern OURS =
      Pattern.compile(
          "(?i)model|inference|converse|guardrail|agent|knowledge|retriev|prompt|flow|createtoken"
              + "|sessiontoken|federationtoken|counttokens|agreement|assumerole|calleridentity"
              + "|credential|session|device|usecase|automat|evaluation|throughput|rerank|marketplace|quota"
              // AgentCore's
              + "|memor(?:y|ies)|codeinterpreter|workloadaccess|ingestionjob|blueprint");

  /// Operations of SageMaker that are named as Bedrock's could be.
  private static final Set<String> OF_SAGEMAKER =
      Set.of("CreateModel", "DescribeModel", "DeleteModel", "ListModels", "CreateModelPackage");

  private static final Pattern NAME = Pattern.compile("[A-Z][a-z]+[A-Z][A-Za-z]+");
  private static final Set<String> IDENTITY =
      Set.of(
          "sts",
          "securitytoken",
          "eksauth",
          "sso",
          "portal",
          "oidc",
          "ssooidc",
          "sso-oidc",
          "signin",
          "aws-marketplace");

  /// What IAM is asked for on the way to a model.
  private static final List<String> HANDING_ON =
      List.of("iam:PassRole", "iam:CreateServiceLinkedRole");

  /// What is done with a key that something on the way to a model is encrypted with.
  private static final List<String> USES_OF_A_KEY =
      List.of(
          "kms:Decrypt",
          "kms:Encrypt",
          "kms:ReEncrypt*",
          "kms:GenerateDataKey*",
          "kms:DescribeKey",
          "kms:CreateGrant");

  private Topics() {}

  static void addTo(Scope scope) {
    about(scope);
    var topic = topic(scope);
    if (!topic.isEmpty()) {
      scope.add("topic", topic, Span.NONE);
    }
    var elsewhere = elsewhere(scope, topic);
    if (!elsewhere.isEmpty()) {
      scope.add("elsewhere", elsewhere, Span.NONE);
    }
  }

  private static String topic(Scope scope) {
    var services = new LinkedHashSet<String>();
    scope.all("service").forEach(signal -> services.add(plain(signal.value())));
    scope
        .all("action")
        .forEach(signal -> services.add(signal.value().substring(0, signal.value().indexOf(':'))));
    if (services.stream().anyMatch(service -> service.contains("bedrock"))) {
      return "bedrock";
    }
    if (services.stream().anyMatch(IDENTITY::contains)) {
      return "aws-identity";
    }
    if (services.equals(Set.of("iam")) && handsOn(scope)) {
      return "aws-identity";
    }
    if (services.equals(Set.of("kms")) && !speaksOf(scope, "other-service") && usesKey(scope)) {
      return "";
    }
    return !services.isEmpty() || areOperationsElsewhere(scope) ? "other" : "";
  }

  /// A service without what the first SDK for Java puts around its name: `AWSSecurityTokenService`,
  /// `AmazonIdentityManagement`.
  private static String plain(String service) {
    var name =
        service
            .toLowerCase(Locale.ROOT)
            .replaceFirst("^(?:aws|amazon) ?(?=[a-z])", "")
            .replaceFirst(" ?service$", "");
    return name.equals("identitymanagement") ? "iam" : name;
  }

  /// Whether no action was refused, or a role is handed on to nothing that is plainly another
  /// service's.
  private static boolean handsOn(Scope scope) {
    return scope.all("action").isEmpty()
        || (scope.find("action", HANDING_ON).isPresent()
            && !speaksOf(scope, "other-maker")
            && !areOperationsElsewhere(scope));
  }

  private static boolean usesKey(Scope scope) {
    return scope.all("action").isEmpty() || scope.find("action", USES_OF_A_KEY).isPresent();
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

  private static String elsewhere(Scope scope, String topic) {
    if (isAbout(scope, "bedrock") || scope.first("key").isPresent()) {
      return "";
    }
    if (isOtherService(scope, topic)) {
      return "service";
    }
    var isOtherVendor =
        topic.isEmpty() && !isAbout(scope, "aws") && speaksOf(scope, "other-vendor");
    return isOtherVendor ? "vendor" : "";
  }

  private static boolean isOtherService(Scope scope, String topic) {
    if (speaksOf(scope, "other-product")) {
      return true;
    }
    if (isAbout(scope, "claude")) {
      return false;
    }
    return speaksOf(scope, "other-service")
        ? !topic.equals("bedrock") && !topic.equals("aws-identity")
        : topic.equals("other") && !callsOurs(scope);
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
