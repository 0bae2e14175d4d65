package io.outcrop.cli.policy.inquiry;

import io.outcrop.aws.Principal;
import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.Session;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.report.policy.Whereabouts;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Settles where the policies come from: files that are named, an account's details, or an account.
final class SourceChoice {
  private static final List<String> OWN_POLICIES = List.of("--policy", "--boundary");
  private static final List<String> ACCOUNTS =
      List.of("--live", "--profile", "--world", "--sandbox", "--endpoint-url");

  private final Arguments arguments;
  private final Session session;
  private final InputFiles input;
  private final GivenPolicies files;
  private final PolicyLayers given;

  SourceChoice(Arguments arguments, Session session, InputFiles input) {
    this.arguments = arguments;
    this.session = session;
    this.input = input;
    this.files = new GivenPolicies(arguments, input);
    this.given = files.read();
  }

  /// The policies of `principal`.
  ///
  /// @param principal none for the caller, where there is an account
  Source of(List<Principal> principal) {
    if (arguments.has("--account-details")) {
      exclude("--account-details", OWN_POLICIES);
      return DetailsSources.read(arguments, session, one(principal), given, files, input);
    }
    var account = ACCOUNTS.stream().filter(this::isAsked).findFirst();
    if (account.isPresent() && (arguments.has("--live") || !givesOwnPolicies())) {
      exclude(account.get(), OWN_POLICIES);
      return AccountSources.read(arguments, session, principal, given, files);
    }
    return new Source(
        one(principal),
        Map.of(),
        _ -> given,
        files.whereabouts(""),
        new Source.Called("", region()),
        session.clock().instant(),
        List.of(),
        "");
  }

  /// Where the policies stand that the command line names.
  Whereabouts whereabouts() {
    return files.whereabouts("");
  }

  /// Ends the run if `option` is given with one of `others`.
  void exclude(String option, List<String> others) {
    others.stream()
        .filter(other -> arguments.has(option) && arguments.has(other))
        .findFirst()
        .ifPresent(other -> {
          throw Complaint.usage(
              "`" + option + "` and `" + other + "` exclude each other", "leave one of them out");
        });
  }

  /// Whether the command line itself names policies of any layer.
  boolean givesAnyPolicy() {
    return !whereabouts().files().isEmpty();
  }

  /// An environment variable may name a profile or a world for every command; policies that are
  /// named win over it.
  private boolean isAsked(String option) {
    return arguments.has(option)
        || (option.equals("--sandbox") && !session.variable("OUTCROP_SANDBOX").isEmpty());
  }

  private boolean givesOwnPolicies() {
    return OWN_POLICIES.stream().anyMatch(arguments::has);
  }

  private String region() {
    return Stream.of("AWS_REGION", "AWS_DEFAULT_REGION")
        .map(session::variable)
        .filter(region -> !region.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static Principal one(List<Principal> principal) {
    if (principal.isEmpty()) {
      throw Complaint.usage(
          "it is not said who calls", "--principal arn:aws:iam::111122223333:user/alice");
    }
    return principal.getFirst();
  }
}
