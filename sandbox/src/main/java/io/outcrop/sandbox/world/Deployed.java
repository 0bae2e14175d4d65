package io.outcrop.sandbox.world;

import io.outcrop.sandbox.realm.Account;
import io.outcrop.sandbox.realm.Deployment.LambdaFunction;
import io.outcrop.sandbox.realm.Deployment.Stack;
import java.util.LinkedHashMap;
import java.util.Map;

/// Finds what is odd about the functions and stacks of an account. AWS allows all of it: roles are
/// deleted under functions that use them.
final class Deployed {
  private static final String STACK = "aws:cloudformation:stack-name";

  private final Account account;
  private final Map<String, String> found = new LinkedHashMap<>();

  private Deployed(Account account) {
    this.account = account;
  }

  /// What is odd, by its place below the account.
  static Map<String, String> oddities(Account account) {
    var deployed = new Deployed(account);
    account
        .deployments()
        .forEach((region, deployment) -> {
          var pointer = "/deployments/" + region;
          deployment
              .functions()
              .values()
              .forEach(function -> deployed.function(pointer + "/functions/", function));
          deployment
              .stacks()
              .values()
              .forEach(stack -> deployed.stack(pointer + "/stacks/", stack));
        });
    return deployed.found;
  }

  private void function(String pointer, LambdaFunction function) {
    var role = function.role().substring(function.role().lastIndexOf('/') + 1);
    if (account.role(role).filter(one -> account.arnOf(one).equals(function.role())).isEmpty()) {
      found.put(
          pointer + escape(function.name()) + "/role",
          "there is no role `" + function.role() + "` in this account");
    }
  }

  private void stack(String pointer, Stack stack) {
    stack
        .resources()
        .forEach((id, resource) -> {
          if (!resource.type().equals("AWS::IAM::Role")) {
            return;
          }
          var place = pointer + escape(stack.name()) + "/resources/" + escape(id) + "/physicalId";
          var role = account.role(resource.physicalId());
          if (role.isEmpty()) {
            found.put(place, "there is no role `" + resource.physicalId() + "` in this account");
          } else if (!role.get().tags().getOrDefault(STACK, "").equals(stack.name())) {
            found.put(
                place,
                "role `%s` has no tag `%s: %s`, which CloudFormation gives to what it makes"
                    .formatted(resource.physicalId(), STACK, stack.name()));
          }
        });
  }

  private static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
