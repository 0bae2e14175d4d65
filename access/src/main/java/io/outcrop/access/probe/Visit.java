package io.outcrop.access.probe;

import io.outcrop.access.evidence.Asked;
import io.outcrop.access.evidence.CallPath;
import io.outcrop.access.evidence.KeyState;
import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Observations;
import io.outcrop.access.evidence.Observations.AccountSeen;
import io.outcrop.access.evidence.Permissions;
import io.outcrop.access.evidence.Reached;
import io.outcrop.access.evidence.Sources;
import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.access.examination.ExaminationRequest.Probing;
import io.outcrop.access.examination.NamedGuardrail;
import io.outcrop.access.prediction.CalledModel;
import io.outcrop.aws.Principal;
import io.outcrop.cloud.AwsAccount;
import io.outcrop.cloud.call.Sts.Identity;
import io.outcrop.cloud.credentials.Credentials;
import io.outcrop.models.ModelCatalogue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// One examination's looks at AWS.
final class Visit {
  /// Stages that need to know who calls.
  private static final List<String> ABOUT_SOMEBODY =
      List.of("identity", "account", "permissions", "quota", "calls");

  private static final Duration HEAD_START = Duration.ofMillis(200);

  private final ModelCatalogue models;
  private final Meantime meantime;
  private final ExaminationRequest request;
  private final Asked asked;
  private final Supplier<Sources> sources;
  private final Round round;
  private final Caller caller;

  /// @param models tells which model an id means
  /// @param meantime what else is done while AWS is waited for
  Visit(
      ModelCatalogue models,
      Meantime meantime,
      ExaminationRequest request,
      Asked asked,
      Supplier<Sources> sources,
      Round round,
      Caller caller) {
    this.models = models;
    this.meantime = meantime;
    this.request = request;
    this.asked =
        caller
            .judged()
            .map(judged -> asked.probing(Probing.NONE).within(asked.scope().judging(judged.role())))
            .orElse(asked);
    this.sources = sources;
    this.round = round;
    this.caller = caller;
  }

  Observations look() {
    var whose = List.<Object>of(caller.account(), caller.judged());
    var ahead = round.value(whose, "the head start", () -> new HeadStart(HEAD_START));
    var identifying = round.once(whose, "sts:GetCallerIdentity", () -> identity(ahead));
    ahead.await();
    var reading = readerIdentity();
    var endpoint = List.<Object>of(asked.region().value(), asked.endpoint());
    var stop =
        round.value(endpoint, "road", () -> EndpointProbe.stop(request, asked, round.left()));
    if (stop.isPresent()) {
      return unreached(stop.get(), identifying.seen());
    }
    var reaching =
        round.once(endpoint, "reach", () -> EndpointProbe.look(request, asked, round.left()));
    if (showsSecret() && reaching.seen() instanceof Observation.Unreachable<Reached> nobody) {
      return unreached(nobody, identifying.seen());
    }
    var usual = CallProbe.usual(asked);
    var plain = round.look("InvokeModel", usual, () -> call(CallProbe::plain));
    var streaming =
        round.look("InvokeModelWithResponseStream", usual, () -> call(CallProbe::streaming));
    var weighed =
        round.look(
            "iam-toolbox:GetRequestAuthorizationDetails",
            () ->
                new DenialProbe(caller.account(), round::left)
                    .look(List.of(plain.seen(), streaming.seen())));
    var own =
        caller.reader().equals(caller.account())
            ? Optional.of(standing(caller.account()))
            : Optional.<Supplier<AccountSeen>>empty();
    // Files of some hundred certificates are among them: they are read while AWS is waited for.
    round.meanwhile(() -> {
      var _ = sources.get();
    });
    meantime.asked();
    var identity = identifying.seen();
    var reader = Reader.of(caller, identity, reading.seen());
    var key =
        round.once(
            caller.account().connection().credentials(), "the access key", () -> key(identity));
    var permissions =
        round.once(
            List.of(reader.account().connection().credentials(), arn(identity, key.seen())),
            "policies",
            () -> permissions(reader, identity, key.seen(), reaching));
    var reached = reaching.seen();
    if (reached instanceof Observation.Unreachable) {
      return unreached(reached, identity);
    }
    var endpoints =
        round.look(
            "ec2:DescribeVpcEndpoints",
            () ->
                new VpcEndpointProbe(reader.account(), asked, reached.seen())
                    .look(List.of(plain.seen(), streaming.seen())));
    var guardrail =
        round.look(
            "bedrock:GetResourcePolicy",
            () ->
                new GuardrailPolicyProbe(reader.account(), asked)
                    .look(identity.seen().map(Identity::account).orElse("")));
    var handing =
        new HandingProbe(caller, reader, asked).begin(round, reading::seen, isEncrypted());
    var account = own.orElseGet(() -> standing(reader.account())).get();
    meantime.answered(
        new Observations(
            asked,
            sources.get(),
            reached,
            identity,
            account,
            new Observation.Skipped<>("the policies are still read"),
            new Observation.Skipped<>("nobody looked yet"),
            plain.seen(),
            streaming.seen()));
    return new Observations(
        asked,
        sources.get(),
        reached,
        identity,
        account,
        GuardrailPolicyProbe.over(
            VpcEndpointProbe.over(permissions.seen(), endpoints.seen(), asked.region().value()),
            guardrail.seen(),
            asked.guardrail().map(NamedGuardrail::id).orElse("")),
        key.seen(),
        plain.seen(),
        streaming.seen(),
        weighed.seen(),
        new CallPath(
            KeyOwner.of(caller.account()), caller.hop(), endpoints.seen(), handing.seen()));
  }

  /// Whether a call shows the whole of a secret, as it does with a Bedrock API key and a signature
  /// does not: then it is known first that AWS is there and nobody in its place.
  private boolean showsSecret() {
    return caller.account().connection().credentials() instanceof Credentials.ApiKey;
  }

  /// Begins to look at the account's standing, which whoever calls may read without being known.
  private Supplier<AccountSeen> standing(AwsAccount account) {
    return new AccountProbe(account, asked, models, called()).begin(round);
  }

  /// Who reads, where that is somebody else than the caller: a reader of another account would read
  /// what happens to have the same name there.
  private Together.Look<Identity> readerIdentity() {
    var operation = "sts:GetCallerIdentity";
    return caller.reader().equals(caller.account()) && caller.judged().isEmpty()
        ? round.look("the reader", () -> new Observation.Skipped<>("the caller reads itself"))
        : round.once(
            List.of(caller.reader(), Optional.empty()),
            operation,
            () -> Observation.of(operation, caller.reader().sts().callerIdentity()));
  }

  private Observation<Identity> identity(HeadStart ahead) {
    try {
      var operation = "sts:GetCallerIdentity";
      if (ABOUT_SOMEBODY.stream().noneMatch(asked.scope()::has)) {
        return new Observation.Skipped<>(Probes.NOT_ASKED);
      }
      return caller
          .judged()
          .map(Caller.Judged::identity)
          .or(() -> KeyOwner.identity(caller.account()))
          .orElseGet(
              () -> Observation.of(operation, caller.account().sts().callerIdentity(ahead::leave)));
    } finally {
      ahead.leave();
    }
  }

  /// Whose policies decide; empty if nobody knows.
  private String arn(Observation<Identity> identity, Observation<KeyState> key) {
    return identity
        .seen()
        .map(Identity::arn)
        .or(() -> key.seen().flatMap(this::ownerArn))
        .orElse("");
  }

  private Observations unreached(Observation<Reached> reached, Observation<Identity> identity) {
    var why = "the endpoint could not be reached";
    return new Observations(
        asked,
        sources.get(),
        reached,
        identity,
        AccountSeen.skipped(why),
        new Observation.Skipped<>(why),
        new Observation.Skipped<>(why),
        new Observation.Skipped<>(why),
        new Observation.Skipped<>(why));
  }

  private Optional<CalledModel> called() {
    return asked.model().isSet() ? Optional.of(CalledModel.of(asked, models)) : Optional.empty();
  }

  private Observation<String> call(Function<CallProbe, Observation<String>> how) {
    if (caller.judged().isPresent()) {
      return new Observation.Skipped<>(caller.judged().get().whyNotCalled());
    }
    if (!asked.scope().has("calls")) {
      return new Observation.Skipped<>(Probes.NOT_ASKED);
    }
    if (asked.probing() == Probing.NONE) {
      return new Observation.Skipped<>("no call to the model was asked for");
    }
    if (!asked.model().isSet()) {
      return new Observation.Skipped<>("no model is named");
    }
    var model = called().flatMap(CalledModel::modelId).flatMap(models::find);
    return how.apply(CallProbe.of(caller.account(), asked, model));
  }

  private Observation<KeyState> key(Observation<Identity> identity) {
    if (!(identity instanceof Observation.Refused)) {
      return new Observation.Skipped<>("AWS accepts the key");
    }
    var keyId = sources.get().key().id();
    if (!keyId.startsWith("AKIA")) {
      return new Observation.Skipped<>("the credentials are no user's access key");
    }
    return caller
        .administrator()
        .map(account -> new KeyProbe(account.iam()).look(keyId))
        .orElseGet(() -> new Observation.Skipped<>("no administrator's profile is named to look"));
  }

  private Observation<Permissions> permissions(
      Reader reader,
      Observation<Identity> identity,
      Observation<KeyState> key,
      Together.Look<Reached> reaching) {
    if (!reader.why().isEmpty()) {
      return new Observation.Skipped<>(reader.why());
    }
    if (!asked.scope().has("permissions")) {
      return new Observation.Skipped<>(Probes.NOT_ASKED);
    }
    var principal = Principal.parse(arn(identity, key));
    if (principal.isEmpty()) {
      return new Observation.Skipped<>("it is not known who calls");
    }
    var context =
        new PrincipalContext(
            asked.at(), identity.seen().map(Identity::userId).orElse(""), isEncrypted());
    return new PolicyProbe(
            reader.account(),
            reader.readAs(),
            context,
            () ->
                reaching.seen().seen().map(Reached::privateAddress).orElse(false)
                    && asked.endpoint().isEmpty())
        .look(principal.get());
  }

  private boolean isEncrypted() {
    return request.client().sandboxed() || !asked.endpoint().startsWith("http:");
  }

  private Optional<String> ownerArn(KeyState key) {
    return key.account().isEmpty()
        ? Optional.empty()
        : Optional.of("arn:aws:iam::" + key.account() + ":user/" + key.userName());
  }
}
