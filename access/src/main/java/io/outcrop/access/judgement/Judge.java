package io.outcrop.access.judgement;

import io.outcrop.access.cure.Prescriber;
import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Observations;
import io.outcrop.access.evidence.UnreadPolicies;
import io.outcrop.access.examination.Evidence;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.Examination.Status;
import io.outcrop.access.examination.ExaminationRequest.Probing;
import io.outcrop.access.examination.ExpectedPrincipal;
import io.outcrop.access.examination.Finding;
import io.outcrop.access.examination.Scope;
import io.outcrop.access.examination.Stage;
import io.outcrop.access.prediction.HandingPrediction;
import io.outcrop.access.prediction.Prediction;
import io.outcrop.access.prediction.Predictor;
import io.outcrop.causes.CauseCatalogue;
import io.outcrop.causes.Explainer;
import io.outcrop.causes.catalogue.Cause;
import io.outcrop.cloud.call.Sts.Identity;
import io.outcrop.cloud.client.Setting;
import io.outcrop.models.ModelCatalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Judges what was seen: names the one cause that explains AWS's answer, and what would break next.
/// A pure function; safe for many threads.
public final class Judge {
  private final CauseCatalogue causes;
  private final Predictor predictor;
  private final Answers answers;

  /// A judge who knows these causes and models.
  public Judge(CauseCatalogue causes, ModelCatalogue models) {
    this.causes = causes;
    this.predictor = new Predictor(models);
    this.answers = new Answers(new Explainer(causes, models));
  }

  /// What `seen` amounts to.
  public Examination judge(Observations seen) {
    var prediction =
        seen.asked().model().isSet() && seen.asked().region().isSet()
            ? Optional.of(predictor.predict(seen))
            : Optional.<Prediction>empty();
    var plain = answers.plain(seen);
    var streaming = answers.streaming(seen);
    var leads = new ArrayList<>(ClientLeads.of(seen));
    var notes = new Notes(seen, prediction);
    var unexplained = false;
    if (prediction.isPresent()) {
      var throttling = new Throttling(seen, prediction.get().called());
      var verdict =
          new Verdict(
              prediction.get(),
              UnreadPolicies.of(seen.permissions()),
              predictor.order(),
              new Sharpening(seen),
              throttling);
      verdict.weigh(plain, streaming);
      leads.addAll(ClientLeads.asSomebodyElse(seen, verdict.leads()));
      notes.addAll(verdict.notes());
      unexplained = verdict.isUnexplained();
      if (leads.stream().noneMatch(lead -> Throttling.isThrottle(lead.slug()))) {
        notes.addAll(throttling.lastHour().stream().toList());
      }
    }
    var wrong = WrongPrincipal.of(seen);
    wrong.ifPresent(lead -> {
      notes.addAll(WrongPrincipal.notes(leads));
      leads.clear();
      leads.add(lead);
    });
    if (seen.sources().found() && isOutOfReach(seen, plain)) {
      var why = ClientLeads.whyUnreached(seen);
      leads.removeIf(lead -> lead.slug().equals("region-name-invalid"));
      notes.wouldBreak(leads);
      leads.clear();
      leads.addAll(why.isEmpty() ? RoadLeads.toHost(seen) : why);
    }
    leads.addAll(0, RoadLeads.ofCalls(seen));
    leads.addAll(0, answers.unsigned(seen));
    if (ClientLeads.isScopedToNoRegion(plain) || ClientLeads.isOnlySaidByEndpoint(seen, plain)) {
      ClientLeads.whyUnreached(seen).stream()
          .findFirst()
          .ifPresent(misnamed -> {
            leads.clear();
            leads.add(misnamed);
          });
    }
    var restriction = Restriction.of(prediction);
    notes.addAll(restriction.notes(seen, leads));
    var weighed = new Weighed(seen);
    notes.addAll(weighed.notes());
    var findings =
        proved(
            findings(seen, prediction, restriction.beside(leads), told(plain, streaming)),
            weighed.evidence());
    var stages = new Stages(seen, prediction).all(plain, streaming);
    return new Examination(
        subject(seen),
        status(seen, prediction, plain, streaming, findings, stages, unexplained),
        findings,
        notes.all(),
        stages,
        given(seen),
        prediction
            .map(one -> new SupportCases(seen, one, stages).of(findings, plain, streaming))
            .orElse(List.of()),
        beside(seen, prediction));
  }

  /// `findings` with what AWS itself weighed beside the root.
  private static List<Finding> proved(List<Finding> findings, List<Evidence> weighed) {
    if (findings.isEmpty() || weighed.isEmpty()) {
      return findings;
    }
    var root = findings.getFirst();
    var evidence = new ArrayList<>(root.evidence());
    evidence.addAll(Math.min(1, evidence.size()), weighed);
    var all = new ArrayList<>(findings);
    all.set(
        0, new Finding(root.cause(), root.confidence(), root.sentence(), evidence, root.cures()));
    return all;
  }

  private static Status status(
      Observations seen,
      Optional<Prediction> prediction,
      CallAnswer plain,
      CallAnswer streaming,
      List<Finding> findings,
      List<Stage> stages,
      boolean unexplained) {
    if (!findings.isEmpty()) {
      return Status.BROKEN;
    }
    var scope = seen.asked().scope();
    if (scope.isPartial() && !scope.has("calls")) {
      return stages.stream()
              .filter(stage -> scope.has(stage.name()))
              .allMatch(stage -> stage.outcome() == Stage.Outcome.SUCCEEDED)
          ? Status.HEALTHY
          : Status.UNKNOWN;
    }
    return emptyHanded(seen, prediction, plain, streaming, unexplained);
  }

  private static List<Setting> given(Observations seen) {
    var asked = seen.asked();
    return Stream.of(
            asked.model(),
            asked.region(),
            new Setting("credentials", seen.sources().winner(), "the client side"),
            new Setting("admin profile", asked.adminProfile(), "given or the world's"),
            new Setting("endpoint", asked.endpoint(), "given, the environment or the profile"),
            new Setting("expected", meant(asked.scope()), "--expect"),
            new Setting("function", asked.scope().hop(), "--hop"),
            new Setting(
                "role",
                asked.scope().role(),
                asked.scope().hop().isEmpty() ? "--as" : "the function's configuration"))
        .filter(Setting::isSet)
        .toList();
  }

  private static String meant(Scope scope) {
    return scope.expected().stream().map(ExpectedPrincipal::text).findFirst().orElse("");
  }

  /// Whether both calls to the model were let through.
  public boolean goThrough(Observations seen) {
    return answers.plain(seen) instanceof CallAnswer.LetThrough
        && answers.streaming(seen) instanceof CallAnswer.LetThrough;
  }

  /// Whether nothing can be said of the account since nothing of AWS could be reached.
  private static boolean isOutOfReach(Observations seen, CallAnswer plain) {
    return plain instanceof CallAnswer.None && seen.reached() instanceof Observation.Unreachable;
  }

  private List<Finding> findings(
      Observations seen,
      Optional<Prediction> prediction,
      List<Lead> leads,
      Map<String, Map<String, String>> told) {
    var prescriber = new Prescriber(seen, prediction, told);
    var findings = new ArrayList<Finding>();
    for (var lead : leads) {
      var cause = causes.find(lead.slug());
      var already = findings.stream().anyMatch(one -> one.cause().slug().equals(lead.slug()));
      if (cause.isPresent() && !already) {
        findings.add(finding(lead, cause.get(), prescriber, findings.isEmpty()));
      }
    }
    return findings;
  }

  /// What AWS's answers say that a cure's commands need, by the cause that they tell.
  private static Map<String, Map<String, String>> told(CallAnswer... answers) {
    var told = new HashMap<String, Map<String, String>>();
    for (var answer : answers) {
      if (answer instanceof CallAnswer.Refused(var _, var _, var diagnoses)) {
        diagnoses.forEach(
            diagnosis -> told.putIfAbsent(diagnosis.cause().slug(), diagnosis.values()));
      }
    }
    return told;
  }

  /// What whoever deploys may not do.
  private List<Finding> beside(Observations seen, Optional<Prediction> prediction) {
    return findings(
        seen,
        prediction,
        HandingPrediction.of(seen).stream().map(Lead::predicted).toList(),
        Map.of());
  }

  private static Finding finding(
      Lead lead, Cause cause, Prescriber prescriber, boolean standsFirst) {
    return new Finding(
        cause,
        lead.confidence(),
        lead.sentence(),
        lead.evidence(),
        lead.refusal()
            .map(refusal -> prescriber.cures(cause, refusal, standsFirst))
            .orElseGet(() -> prescriber.cures(cause)));
  }

  /// The verdict where nothing was found: is everything fine, or could nobody look?
  private static Status emptyHanded(
      Observations seen,
      Optional<Prediction> prediction,
      CallAnswer plain,
      CallAnswer streaming,
      boolean unexplained) {
    if (unexplained || streaming instanceof CallAnswer.Refused) {
      return Status.UNKNOWN;
    }
    return switch (plain) {
      case CallAnswer.LetThrough _ -> Status.HEALTHY;
      case CallAnswer.Refused _ -> Status.UNKNOWN;
      case CallAnswer.None _ ->
          seen.asked().probing() == Probing.NONE
                  && seen.identity().seen().isPresent()
                  && prediction.isPresent()
                  && prediction.get().unknown().isEmpty()
              ? Status.HEALTHY
              : Status.UNKNOWN;
    };
  }

  private static Examination.Subject subject(Observations seen) {
    var asked = seen.asked();
    return new Examination.Subject(
        asked.model().value(),
        asked.region().value(),
        seen.identity().seen().map(Identity::arn).orElse(""),
        seen.sources().winner(),
        asked.endpoint(),
        asked.at().toString());
  }
}
