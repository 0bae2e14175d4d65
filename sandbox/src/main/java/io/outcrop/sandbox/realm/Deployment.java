package io.outcrop.sandbox.realm;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What runs in one region of an account: functions, and stacks that own things.
///
/// @param functions of AWS Lambda, by name
/// @param stacks of CloudFormation, by name
public record Deployment(Map<String, LambdaFunction> functions, Map<String, Stack> stacks) {
  /// Nothing.
  public static final Deployment EMPTY = new Deployment(Map.of(), Map.of());

  public Deployment {
    functions = Realm.ordered(functions);
    stacks = Realm.ordered(stacks);
  }

  /// The stack that owns the thing with this physical id.
  public Optional<Stack> owner(String physicalId) {
    return stacks.values().stream()
        .filter(stack ->
            stack.resources().values().stream()
                .anyMatch(resource -> resource.physicalId().equals(physicalId)))
        .findFirst();
  }

  /// A function of AWS Lambda.
  ///
  /// @param name what it is called
  /// @param role the ARN of the role that it runs as
  /// @param runtime `python3.13`
  /// @param handler what is called in it
  /// @param environment its variables
  /// @param tags by key
  /// @param modified when it was last changed
  public record LambdaFunction(
      String name,
      String role,
      String runtime,
      String handler,
      Map<String, String> environment,
      Map<String, String> tags,
      Instant modified) {
    public LambdaFunction {
      environment = Realm.ordered(environment);
      tags = Realm.ordered(tags);
    }
  }

  /// A stack of CloudFormation.
  ///
  /// @param name what it is called
  /// @param description of its template; empty if it has none
  /// @param status `CREATE_COMPLETE`
  /// @param template what made it, as it was given
  /// @param parameters their values
  /// @param outputs their values
  /// @param tags by key
  /// @param resources what it owns, by logical id
  /// @param created when it was made
  public record Stack(
      String name,
      String description,
      String status,
      String template,
      Map<String, String> parameters,
      Map<String, String> outputs,
      Map<String, String> tags,
      Map<String, Resource> resources,
      Instant created) {
    public Stack {
      parameters = Realm.ordered(parameters);
      outputs = Realm.ordered(outputs);
      tags = Realm.ordered(tags);
      resources = Realm.ordered(resources);
    }

    /// The ARN, which is the stack's id. The last part is the same in each world that has a stack
    /// of this name.
    public String arn(String account, String region) {
      var hex = UniqueId.hex(account + "/" + region + "/" + name, 32);
      return "arn:aws:cloudformation:%s:%s:stack/%s/%s-%s-%s-%s-%s"
          .formatted(
              region,
              account,
              name,
              hex.substring(0, 8),
              hex.substring(8, 12),
              hex.substring(12, 16),
              hex.substring(16, 20),
              hex.substring(20));
    }
  }

  /// What a stack owns.
  ///
  /// @param type `AWS::IAM::Role`
  /// @param physicalId what it is called in its service; of a role its name
  public record Resource(String type, String physicalId) {}
}
