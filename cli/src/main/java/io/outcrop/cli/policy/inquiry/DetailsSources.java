package io.outcrop.cli.policy.inquiry;

import io.outcrop.aws.Principal;
import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Nearest;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.Session;
import io.outcrop.iam.account.AccountDetails;
import io.outcrop.iam.account.AccountReading;
import io.outcrop.iam.account.PrincipalReading;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.request.PolicyLayers.Organization;
import java.util.List;
import java.util.Locale;

/// Takes the policies of a principal from an account's authorisation details.
final class DetailsSources {
  private DetailsSources() {}

  static Source read(
      Arguments arguments,
      Session session,
      Principal principal,
      PolicyLayers given,
      GivenPolicies files,
      InputFiles input) {
    var file = arguments.text("--account-details");
    var details =
        switch (AccountDetails.read(input.text(file))) {
          case AccountReading.Read(var read) -> read;
          case AccountReading.Rejected(var problems) ->
              throw Places.complaint(
                  file, problems, "aws iam get-account-authorization-details > details.json");
        };
    var found = find(details, principal, file);
    var surroundings = new Surroundings(arguments, given);
    var own =
        new PolicyLayers(
            found.identity(),
            found.boundary(),
            found.session(),
            new Organization.Unknown(
                "an account's details hold no SCPs: give `--scp`, or `--assume-no-scp`"),
            new Organization.None(),
            new Layer.Absent(),
            new Layer.Absent());
    return new Source(
        principal,
        found.context(),
        asked -> surroundings.around(own, trust(details, asked), asked),
        files.whereabouts(file),
        new Source.Called("", ""),
        session.clock().instant(),
        surroundings.notes(),
        "");
  }

  private static PrincipalReading.Found find(
      AccountDetails details, Principal principal, String file) {
    return switch (details.find(principal)) {
      case PrincipalReading.Found found -> found;
      case PrincipalReading.NotThere(var names) -> {
        var arn = principal.knownArn().map(Object::toString).orElse(principal.toString());
        throw Complaint.usage(
            "`" + file + "` knows no `" + arn + "`",
            Nearest.to(arn, names)
                .map(name -> "did you mean `" + name + "`?")
                .orElse("it has " + names.size() + " of that kind"));
      }
      case PrincipalReading.Malformed(var policy, var problems) ->
          throw Places.complaint(file, problems, "policy `" + policy + "`; nothing was decided");
    };
  }

  private static Layer trust(AccountDetails details, AuthorizationRequest request) {
    return request.action().toLowerCase(Locale.ROOT).startsWith("sts:assumerole")
        ? details
            .trust(request.resource())
            .<Layer>map(policy -> new Layer.Known(List.of(policy)))
            .orElseGet(Layer.Absent::new)
        : new Layer.Absent();
  }
}
