package io.outcrop.access.probe;

import io.outcrop.access.evidence.Asked;
import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Observations;
import io.outcrop.access.evidence.Observations.AccountSeen;
import io.outcrop.access.evidence.Sources;
import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.aws.Arn;
import io.outcrop.aws.Principal;
import io.outcrop.cloud.AwsAccount;
import io.outcrop.models.ModelCatalogue;
import java.time.Instant;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/// Looks at everything that one examination needs, in order of need and otherwise at the same time,
/// within the request's time. Judges nothing.
public final class Probes {
  static final String NOT_ASKED = "it was not asked for";

  private final ModelCatalogue models;
  private final Meantime meantime;

  /// @param models tells which model an id means, so that the account can be asked about it
  /// @param meantime what else is done while AWS is waited for
  public Probes(ModelCatalogue models, Meantime meantime) {
    this.models = models;
    this.meantime = meantime;
  }

  /// Looks. Nothing in the account is changed, and nothing is called any more once this returns.
  public Observations look(ExaminationRequest request) {
    try (var round = new Round(request.timeout())) {
      return look(request, round);
    }
  }

  /// Looks at all of `requests`, a bounded number of them at the same time, within the time of the
  /// first. What is the same for several is looked at once.
  ///
  /// @param done told how many were looked at, each time one more was
  /// @return what each saw, in the order of `requests`
  public List<Observations> look(List<ExaminationRequest> requests, IntConsumer done) {
    return new ManyLooks(this::look).look(requests, done);
  }

  /// Reads the policies of somebody whom there is not, and sends nothing: what is done for the
  /// first time takes longer, and policies are what an examination waits for most.
  public static void rehearse() {
    var nobody = new Principal.IamUser(new Arn("aws", "iam", "", "111122223333", "user/nobody"));
    try (var account = AwsAccount.ofNobody()) {
      var context = new PrincipalContext(Instant.EPOCH, "", true);
      var policies = new PolicyProbe(account, "nobody", context, () -> false).look(nobody);
      var _ =
          GuardrailPolicyProbe.over(
              VpcEndpointProbe.over(policies, new Observation.Skipped<>("nobody asks"), ""),
              new Observation.Skipped<>("nobody asks"),
              "");
    }
  }

  private Observations look(ExaminationRequest request, Round round) {
    var client = new ClientProbe(request);
    var asked = client.asked();
    var side = List.of(request.client().workingDirectory(), request.profile());
    var credentials = round.value(side, "credentials", client::credentials);
    Supplier<Sources> sources = () -> round.value(side, "sources", client::sources);
    if (credentials.isEmpty() || !asked.region().isSet()) {
      return nobody(
          asked,
          sources.get(),
          credentials.isEmpty() ? "there are no credentials" : "no region is known");
    }
    var caller = new RoleEntry(request, asked, client, round).enter(credentials.get());
    return new Visit(models, meantime, request, asked, sources, round, caller).look();
  }

  /// Makes the two calls to the model once more, and looks at nothing else.
  public Observations call(ExaminationRequest request) {
    return look(request.within(request.scope().only(List.of("calls"))));
  }

  /// The same of all of `requests`, as [#look(List, IntConsumer)] does.
  public List<Observations> call(List<ExaminationRequest> requests, IntConsumer done) {
    return look(
        requests.stream()
            .map(request -> request.within(request.scope().only(List.of("calls"))))
            .toList(),
        done);
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
}
