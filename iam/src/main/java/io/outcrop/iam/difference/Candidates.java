package io.outcrop.iam.difference;

import io.outcrop.aws.Arn;
import io.outcrop.aws.Principal;
import io.outcrop.iam.policy.PolicyDocument;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.Statement;
import io.outcrop.iam.policy.Statement.Patterns;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.RequestContext;
import io.outcrop.iam.sample.Samples;
import io.outcrop.iam.sample.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Draws the requests in which two versions may differ: for each statement that is on one side
/// only, what its patterns name, and what those of the others name, in contexts that meet its
/// conditions and contexts that do not. Plain names come before made-up ones, so that examples are
/// telling.
final class Candidates {
  private static final int MOST_NAMES = 8;

  /// How many names meet every context; the others meet as many contexts.
  private static final int NEAR = 3;

  private static final String ALICE = "arn:aws:iam::111122223333:user/alice";

  private final Setting setting;
  private final Vocabulary vocabulary;
  private final Map<Statement, PolicyDocument> all;
  private final Reality reality;
  private final Contexts contexts;

  Candidates(Setting setting, Map<Statement, PolicyDocument> all, Reality reality) {
    this.setting = setting;
    this.all = all;
    this.reality = reality;
    this.vocabulary = Vocabulary.ofStatements(all.keySet());
    this.contexts = new Contexts(vocabulary);
  }

  /// The requests for one statement.
  List<AuthorizationRequest> of(PolicyDocument document, Statement statement) {
    var requests = new LinkedHashSet<AuthorizationRequest>();
    var drawn = contexts.of(document, statement, all);
    var principals = principals();
    var actions = actions(statement.actions());
    for (var p = 0; p < principals.size(); p++) {
      for (var a = 0; a < actions.size(); a++) {
        var resources = resources(statement.resources(), actions.get(a));
        for (var r = 0; r < resources.size(); r++) {
          var near = p < 2 && a < NEAR && r < NEAR;
          for (var context : drawn.subList(0, Math.min(drawn.size(), near ? drawn.size() : NEAR))) {
            requests.add(request(principals.get(p), actions.get(a), resources.get(r), context));
          }
        }
      }
    }
    return List.copyOf(requests);
  }

  private AuthorizationRequest request(
      Principal principal, String action, String resource, RequestContext context) {
    var named =
        context
            .get("aws:PrincipalArn")
            .filter(value -> !value.texts().isEmpty())
            .flatMap(value -> Principal.parse(value.texts().getFirst()));
    var caller = named.orElse(principal);
    var own = caller.account().isEmpty() ? "111122223333" : caller.account();
    var owner =
        !setting.isAcrossAccounts()
            ? own
            : own.equals("444455556666") ? "111122223333" : "444455556666";
    return new AuthorizationRequest(caller, action, resource, owner, context);
  }

  private List<String> actions(Patterns patterns) {
    var names = new LinkedHashSet<String>();
    if (!patterns.negated()) {
      for (var pattern : patterns.values()) {
        if (pattern.text().contains("*") || pattern.text().contains("?")) {
          reality.actions(pattern.text()).stream().limit(MOST_NAMES).forEach(names::add);
        } else {
          names.add(pattern.text());
        }
      }
    }
    vocabulary.actions().stream().filter(text -> !text.matches(".*[*?].*")).forEach(names::add);
    for (var pattern : patterns.values()) {
      addActions(pattern.text(), names);
    }
    vocabulary.actions().forEach(pattern -> addActions(pattern, names));
    names.add("s3:GetObject");
    names.add("outcrop:Other");
    return names.stream().filter(name -> name.matches("[^:*?]+:[^:]+")).limit(MOST_NAMES).toList();
  }

  private static void addActions(String pattern, Set<String> names) {
    if (pattern.contains(":")) {
      names.addAll(Samples.actions(pattern));
    }
  }

  private List<String> resources(Patterns patterns, String action) {
    if (setting.kind() == PolicyKind.TRUST) {
      return List.of("arn:aws:iam::444455556666:role/target");
    }
    var names = new LinkedHashSet<String>();
    if (!patterns.negated()) {
      patterns.values().forEach(pattern -> addResources(pattern.text(), action, names));
    }
    vocabulary.resources().stream().filter(text -> !text.matches(".*[*?$].*")).forEach(names::add);
    vocabulary.resources().forEach(pattern -> addResources(pattern, action, names));
    names.add(plausible(action));
    names.add("arn:aws:s3:::outcrop-other/x");
    return names.stream().limit(MOST_NAMES).toList();
  }

  private void addResources(String pattern, String action, Set<String> names) {
    if (pattern.matches("\\*+")) {
      names.add(plausible(action));
      names.add("*");
    } else if (pattern.matches("[^*?$]*")) {
      names.add(pattern);
    } else {
      names.addAll(Samples.arns(pattern, _ -> Optional.empty()));
    }
  }

  private String plausible(String action) {
    var service = action.substring(0, action.indexOf(':'));
    return service.equalsIgnoreCase("s3")
        ? "arn:aws:s3:::bucket/key"
        : reality.resource(action).orElse("arn:aws:" + service + ":us-east-1:111122223333:thing/x");
  }

  private List<Principal> principals() {
    var result = new LinkedHashSet<Principal>();
    if (setting.namesPrincipals()) {
      for (var name : vocabulary.principals()) {
        switch (name.type()) {
          case "AWS" -> aws(name.name()).forEach(result::add);
          case "Service" -> result.add(new Principal.Service(name.name()));
          case "Federated" -> result.add(new Principal.WebIdentity(name.name()));
          default -> {} // `CanonicalUser`: no request names one
        }
      }
    }
    Principal.parse(ALICE).ifPresent(result::add);
    if (setting.namesPrincipals()) {
      Principal.parse("arn:aws:iam::444455556666:user/bob").ifPresent(result::add);
      result.add(new Principal.Anonymous());
      result.add(new Principal.Service("outcrop.amazonaws.com"));
    }
    return result.stream().limit(7).toList();
  }

  private static List<Principal> aws(String name) {
    var account =
        name.matches("\\d{12}")
            ? name
            : Arn.parse(name)
                .filter(arn -> arn.resource().equals("root"))
                .map(Arn::account)
                .orElse("");
    var arns = new ArrayList<String>();
    arns.add(account.isEmpty() ? name : "arn:aws:iam::" + account + ":user/alice");
    return arns.stream().flatMap(arn -> Principal.parse(arn).stream()).toList();
  }
}
