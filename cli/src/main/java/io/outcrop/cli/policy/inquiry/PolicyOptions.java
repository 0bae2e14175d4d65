package io.outcrop.cli.policy.inquiry;

import io.outcrop.cli.arguments.Option;
import io.outcrop.cli.place.PlaceOptions;
import java.util.ArrayList;
import java.util.List;

/// The options that say what is asked, and under which policies.
public final class PolicyOptions {
  private static final List<Option> POLICIES =
      List.of(
          Option.of(
              "--policy", "[NAME=]FILE", "an identity-based policy; may be repeated; - is stdin"),
          Option.of("--boundary", "[NAME=]FILE", "the permissions boundary"),
          Option.of("--session-policy", "[NAME=]FILE", "a session policy; may be repeated"),
          Option.of(
              "--scp",
              "LEVEL=FILE",
              "a service control policy and where it is attached; the root first; may be repeated;"
                  + " FullAWSAccess stands for AWS's own"),
          Option.of("--rcp", "LEVEL=FILE", "a resource control policy, likewise"),
          Option.of("--resource-policy", "[NAME=]FILE", "the policy of the resource"),
          Option.of("--trust-policy", "[NAME=]FILE", "the trust policy of the role to be assumed"),
          Option.of("--endpoint-policy", "[NAME=]FILE", "the policy of the VPC endpoint"),
          Option.of(
              "--account-details",
              "FILE",
              "take the policies from what `aws iam get-account-authorization-details` printed"),
          Option.flag(
              "--live", "take the policies from the account, with what credentials are there"),
          Option.flag("--assume-no-scp", "where nobody could look: there is none"),
          Option.flag("--assume-no-rcp", "likewise"),
          Option.flag("--assume-no-resource-policy", "likewise"),
          Option.flag("--assume-no-session-policy", "likewise"));

  private static final List<Option> REQUESTS =
      List.of(
          Option.of("--principal", "ARN", "who calls; of an account, the caller if left out"),
          Option.of("--action", "ACTION", "what is asked for; may be repeated"),
          Option.of("--resource", "ARN", "on what (default: *); may be repeated"),
          Option.of("--resource-account", "ID", "who owns it (default: the ARN's account)"),
          Option.of(
              "--context",
              "KEY=VALUE[,…]",
              "a condition key; several values, or a comma at the end, make a list; may be"
                  + " repeated"),
          Option.of("--context-file", "FILE", "condition keys as a JSON object"),
          Option.of(
              "--unknown",
              "WHAT",
              "a condition key, a layer (identity, boundary, session, scp, rcp, resource, vpce) or"
                  + " session-name that nobody knows; may be repeated"),
          Option.of("--request", "FILE", "a request as JSON, alone or with its policies"),
          Option.of(
              "--operation",
              "NAME",
              "with --model, all that the call needs: Converse (the default), ConverseStream,"
                  + " InvokeModel, InvokeModelWithResponseStream, CountTokens"),
          Option.of("--api-key", "KIND", "with --model: called with a short or long term API key"),
          Option.of("--guardrail", "ARN", "with --model: the guardrail on the request"),
          Option.flag("--allow-unknown-actions", "decide actions too that do not exist"));

  /// All of them, and where an account is looked at.
  public static final List<Option> OPTIONS = all();

  private PolicyOptions() {}

  private static List<Option> all() {
    var options = new ArrayList<>(POLICIES);
    options.addAll(REQUESTS);
    PlaceOptions.OPTIONS.stream()
        .filter(option -> !List.of("--probe", "--client", "--call").contains(option.name()))
        .forEach(options::add);
    return List.copyOf(options);
  }
}
