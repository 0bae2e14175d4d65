package io.outcrop.iam;

import io.outcrop.aws.Principal;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Matches the elements of one statement as the pages on each element tell.
final class ReferenceMatcher {
  private final AuthorizationRequest request;
  private final boolean hasBoundary;

  ReferenceMatcher(AuthorizationRequest request, boolean hasBoundary) {
    this.request = request;
    this.hasBoundary = hasBoundary;
  }

  boolean matches(Json.Obj statement, PolicyKind kind, boolean variables) {
    return actions(statement)
        && resources(statement, kind, variables)
        && new ReferenceConditions(request.context(), variables).hold(statement);
  }

  static List<String> texts(Json value) {
    var elements = value instanceof Json.Arr(var found, _) ? found : List.of(value);
    return elements.stream()
        .map(element -> element.asText().orElse(element.toString()))
        .collect(Collectors.toList());
  }

  private boolean actions(Json.Obj statement) {
    var listed = statement.get("Action");
    return listed.isPresent()
        ? texts(listed.get()).stream().anyMatch(this::action)
        : texts(statement.get("NotAction").orElseThrow()).stream().noneMatch(this::action);
  }

  private boolean action(String pattern) {
    if (pattern.equals("*")) {
      return true;
    }
    var parts = pattern.toLowerCase(Locale.ROOT).split(":", 2);
    var asked = request.action().toLowerCase(Locale.ROOT).split(":", 2);
    return parts.length == 2 && parts[0].equals(asked[0]) && like(symbols(parts[1]), asked[1]);
  }

  private boolean resources(Json.Obj statement, PolicyKind kind, boolean variables) {
    if (statement.get("Resource").isPresent()) {
      return texts(statement.get("Resource").get()).stream()
          .anyMatch(pattern -> resource(pattern, kind, variables));
    }
    return statement.get("NotResource").isEmpty()
        || texts(statement.get("NotResource").get()).stream()
            .noneMatch(pattern -> resource(pattern, kind, variables));
  }

  private boolean resource(String pattern, PolicyKind kind, boolean variables) {
    if (pattern.equals("*")) {
      return true;
    }
    var parts = new ArrayList<>(List.of(pattern.split(":", 6)));
    if (!parts.getFirst().equals("arn") || (parts.size() > 2 && parts.get(2).contains("*"))) {
      return false;
    }
    if (parts.size() < 6) {
      var fills =
          switch (kind) {
            case IDENTITY, BOUNDARY, SESSION -> true;
            case RESOURCE, TRUST, ENDPOINT -> pattern.contains("*");
            case SCP -> pattern.endsWith("*");
            case RCP -> false;
          };
      if (!fills) {
        return false;
      }
      while (parts.size() < 6) {
        parts.add("*");
      }
    }
    var asked = request.resource().split(":", 6);
    if (asked.length < 6) {
      return false;
    }
    for (var i = 0; i < 5; i++) {
      if (!like(symbols(parts.get(i)), asked[i])) {
        return false;
      }
    }
    var last =
        variables
            ? new ReferenceConditions(request.context(), true).fill(parts.get(5), true)
            : Optional.of(symbols(parts.get(5)));
    return last.isPresent() && like(last.get(), asked[5]);
  }

  /// A character, or a wildcard.
  record Symbol(char c, boolean wild) {}

  static List<Symbol> symbols(String pattern) {
    return pattern
        .chars()
        .mapToObj(c -> new Symbol((char) c, c == '*' || c == '?'))
        .collect(Collectors.toList());
  }

  /// The textbook table: cell (i, j) says whether the first i symbols match the first j characters.
  static boolean like(List<Symbol> pattern, String text) {
    var table = new boolean[pattern.size() + 1][text.length() + 1];
    table[0][0] = true;
    for (var i = 1; i <= pattern.size(); i++) {
      var symbol = pattern.get(i - 1);
      var star = symbol.wild() && symbol.c() == '*';
      for (var j = 0; j <= text.length(); j++) {
        if (star) {
          table[i][j] = table[i - 1][j] || (j > 0 && table[i][j - 1]);
        } else {
          table[i][j] =
              j > 0 && table[i - 1][j - 1] && (symbol.wild() || symbol.c() == text.charAt(j - 1));
        }
      }
    }
    return table[pattern.size()][text.length()];
  }

  boolean namesCaller(Json.Obj statement) {
    return !form(statement).equals("none");
  }

  /// In which form the statement names the caller: `direct`, `origin`, `account` or `none`.
  String form(Json.Obj statement) {
    var principal = statement.get("Principal");
    if (principal.isPresent()) {
      var forms = forms(principal.get());
      for (var form : List.of("direct", "origin", "account")) {
        if (forms.contains(form)) {
          return form;
        }
      }
      return "none";
    }
    var element = statement.get("NotPrincipal").orElseThrow();
    if (element.equals(Json.of("*"))
        || (element instanceof Json.Obj names
            && names.get("AWS").map(ReferenceMatcher::texts).orElse(List.of()).contains("*"))) {
      return "none";
    }
    var listed = forms(element);
    return isExcepted(listed, statement.text("Effect").orElseThrow()) ? "none" : "direct";
  }

  private boolean isExcepted(List<String> listed, String effect) {
    if (effect.equals("Allow")) {
      return listed.stream().anyMatch(form -> !form.equals("none"));
    }
    return switch (request.principal()) {
      case Principal.RootUser _, Principal.Service _, Principal.WebIdentity _ ->
          listed.contains("direct");
      case Principal.Anonymous _ -> listed.contains("direct");
      case Principal.IamUser _, Principal.FederatedUser _ ->
          !hasBoundary && listed.contains("direct") && listed.contains("account");
      case Principal.IamRole _ ->
          !hasBoundary && listed.contains("origin") && listed.contains("account");
      case Principal.RoleSession _ ->
          !hasBoundary
              && listed.contains("direct")
              && listed.contains("origin")
              && listed.contains("account");
    };
  }

  private List<String> forms(Json principal) {
    if (!(principal instanceof Json.Obj object)) {
      return List.of("direct");
    }
    var forms = new ArrayList<String>();
    object
        .members()
        .forEach(
            (type, member) -> texts(member.value()).forEach(name -> forms.add(form(type, name))));
    return forms;
  }

  private String form(String type, String name) {
    return switch (request.principal()) {
      case Principal.Service(var service) when type.equals("Service") ->
          name.equals(service) || name.equals("*") ? "direct" : "none";
      case Principal.WebIdentity(var provider) when type.equals("Federated") ->
          name.equals(provider) || name.equals("*") ? "direct" : "none";
      default -> type.equals("AWS") ? aws(name) : "none";
    };
  }

  private String aws(String name) {
    if (name.equals("*")) {
      return "direct";
    }
    var arn = request.principal().knownArn().map(Object::toString).orElse("");
    if (name.equals(arn)) {
      return request.principal() instanceof Principal.IamRole ? "origin" : "direct";
    }
    var account = request.principal().account();
    if (!account.isEmpty()
        && (name.equals(account) || name.equals("arn:aws:iam::" + account + ":root"))) {
      return request.principal() instanceof Principal.RootUser ? "direct" : "account";
    }
    return name.equals(originOf(arn)) ? "origin" : "none";
  }

  private static @Nullable String originOf(String arn) {
    if (arn.contains(":assumed-role/")) {
      return arn.replace(":sts:", ":iam:").replaceAll("assumed-role/([^/]*)/.*", "role/$1");
    }
    return arn.contains(":federated-user/")
        ? arn.replace(":sts:", ":iam:").replace("federated-user/", "user/")
        : null;
  }
}
