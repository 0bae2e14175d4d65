package io.outcrop.access.probe;

import io.outcrop.access.evidence.Asked;
import io.outcrop.access.evidence.KeyState;
import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Observations;
import io.outcrop.access.evidence.Observations.AccountSeen;
import io.outcrop.access.evidence.Permissions;
import io.outcrop.access.evidence.Reached;
import io.outcrop.access.evidence.Sources;
import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.access.examination.ExaminationRequest.Probing;
import io.outcrop.access.prediction.CalledModel;
import io.outcrop.aws.Principal;
import io.outcrop.cloud.AwsAccount;
import io.outcrop.cloud.Connection;
import io.outcrop.cloud.call.Sts.Identity;
import io.outcrop.cloud.credentials.Credentials;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.catalogue.Model;
import io.outcrop.models.catalogue.Model.RequestStyle;
import java.util.Optional;
import java.util.function.Function;

/// Looks at everything that one examination needs, in order of need and otherwise at the same time,
/// within the request's time. Judges nothing.
public final class Probes {
  private final ModelCatalogue models;

  /// @param models tells which model an id means, so that the account can be asked about it
  public Probes(ModelCatalogue models) {
    this.models = models;
  }

  /// Looks. Nothing in the account is changed, and nothing is called any more once this returns.
  public Observations look(ExaminationRequest request) {
    var client = new ClientProbe(request);
    var asked = client.asked();
    var sources = client.sources();
    var credentials = client.credentials();
    if (credentials.isEmpty() || !asked.region().isSet()) {
      return nobody(
          asked,
          sources,
          credentials.isEmpty() ? "there are no credentials" : "no region is known");
    }
    try (var together = new Together(request.timeout());
        var caller = open(request, client, asked, credentials.get(), together)) {
      var administrator =
          client.administrator().map(keys -> open(request, client, asked, keys, together));
      try {
        return new Visit(request, asked, sources, together, caller, administrator).look();
      } finally {
        administrator.ifPresent(AwsAccount::close);
      }
    }
  }

  private static AwsAccount open(
      ExaminationRequest request,
      ClientProbe client,
      Asked asked,
      Credentials credentials,
      Together together) {
    return AwsAccount.open(
        new Connection(
            request.client(),
            credentials,
            asked.region().value(),
            client.endpoint(),
            together.left()));
  }

  static Observations nobody(Asked asked, Sources sources, String why) {
    return new Observations(
        asked,
        sources,
        new Observation.Skipped<>(why),
        new Observation.Skipped<>(why),
        AccountSeen.skipped(why),
        new Observation.Skipped<>(why),
        new Observation.Skipped<>(why),
        new Observation.Skipped<>(why),
        new Observation.Skipped<>(why));
  }

  /// One examination's looks at AWS.
  private final class Visit {
    private final ExaminationRequest request;
    private final Asked asked;
    private final Sources sources;
    private final Together together;
    private final AwsAccount caller;
    private final Optional<AwsAccount> administrator;

    private Visit(
        ExaminationRequest request,
        Asked asked,
        Sources sources,
        Together together,
        AwsAccount caller,
        Optional<AwsAccount> administrator) {
      this.request = request;
      this.asked = asked;
      this.sources = sources;
      this.together = together;
      this.caller = caller;
      this.administrator = administrator;
    }

    Observations look() {
      var reaching =
          together.look("reach", () -> EndpointProbe.look(request, asked, together.left()));
      var identifying =
          together.look(
              "sts:GetCallerIdentity",
              () -> Observation.of("sts:GetCallerIdentity", caller.sts().callerIdentity()));
      var reached = reaching.seen();
      if (reached instanceof Observation.Unreachable) {
        return unreached(reached, identifying.seen());
      }
      var plain = together.look("InvokeModel", () -> call(CallProbe::plain));
      var streaming =
          together.look("InvokeModelWithResponseStream", () -> call(CallProbe::streaming));
      var identity = identifying.seen();
      var key = together.look("the access key", () -> key(identity));
      var permissions = together.look("policies", () -> permissions(identity, key.seen(), reached));
      var account =
          new AccountProbe(reader().bedrock(), called().flatMap(this::modelId).orElse(""))
              .look(together);
      return new Observations(
          asked,
          sources,
          reached,
          identity,
          account,
          permissions.seen(),
          key.seen(),
          plain.seen(),
          streaming.seen());
    }

    private Observations unreached(Observation<Reached> reached, Observation<Identity> identity) {
      var why = "the endpoint could not be reached";
      return new Observations(
          asked,
          sources,
          reached,
          identity,
          AccountSeen.skipped(why),
          new Observation.Skipped<>(why),
          new Observation.Skipped<>(why),
          new Observation.Skipped<>(why),
          new Observation.Skipped<>(why));
    }

    private AwsAccount reader() {
      return administrator.orElse(caller);
    }

    private Optional<CalledModel> called() {
      return asked.model().isSet() ? Optional.of(CalledModel.of(asked, models)) : Optional.empty();
    }

    private Optional<String> modelId(CalledModel called) {
      return called.modelId().or(() -> Optional.of(called.reference().id()));
    }

    private Observation<String> call(Function<CallProbe, Observation<String>> how) {
      if (asked.probing() == Probing.NONE) {
        return new Observation.Skipped<>("no call to the model was asked for");
      }
      if (!asked.model().isSet()) {
        return new Observation.Skipped<>("no model is named");
      }
      var style =
          called()
              .flatMap(CalledModel::modelId)
              .flatMap(models::find)
              .map(Model::requestStyle)
              .orElse(RequestStyle.MESSAGES);
      return how.apply(
          new CallProbe(
              caller.runtime(), asked.model().value(), asked.probing(), style, request.body()));
    }

    private Observation<KeyState> key(Observation<Identity> identity) {
      if (!(identity instanceof Observation.Refused)) {
        return new Observation.Skipped<>("AWS accepts the key");
      }
      var keyId = sources.key().id();
      if (!keyId.startsWith("AKIA")) {
        return new Observation.Skipped<>("the credentials are no user's access key");
      }
      return administrator
          .map(account -> new KeyProbe(account.iam()).look(keyId))
          .orElseGet(
              () -> new Observation.Skipped<>("no administrator's profile is named to look"));
    }

    private Observation<Permissions> permissions(
        Observation<Identity> identity, Observation<KeyState> key, Observation<Reached> reached) {
      var arn = identity.seen().map(Identity::arn).or(() -> key.seen().flatMap(this::ownerArn));
      var principal = arn.flatMap(Principal::parse);
      if (principal.isEmpty()) {
        return new Observation.Skipped<>("it is not known who calls");
      }
      var context =
          new PrincipalContext(
              asked.at(),
              identity.seen().map(Identity::userId).orElse(""),
              request.client().sandboxed() || !asked.endpoint().startsWith("http:"));
      var readAs = administrator.isPresent() ? "profile " + asked.adminProfile() : "the caller";
      return new PolicyProbe(
              reader(),
              readAs,
              context,
              reached.seen().map(Reached::privateAddress).orElse(false)
                  && asked.endpoint().isEmpty())
          .look(principal.get());
    }

    private Optional<String> ownerArn(KeyState key) {
      return key.account().isEmpty()
          ? Optional.empty()
          : Optional.of("arn:aws:iam::" + key.account() + ":user/" + key.userName());
    }
  }
}
