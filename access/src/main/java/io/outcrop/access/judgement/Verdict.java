package io.outcrop.access.judgement;

import io.outcrop.access.evidence.UnreadPolicies;
import io.outcrop.access.examination.Evidence;
import io.outcrop.access.prediction.Gate;
import io.outcrop.access.prediction.Prediction;
import io.outcrop.access.prediction.Refusal;
import io.outcrop.access.prediction.RefusalOrder;
import io.outcrop.causes.Confidence;
import io.outcrop.causes.Diagnosis;
import io.outcrop.causes.catalogue.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lays what was predicted beside what AWS answered. Where the two agree, the cause is proved;
/// where they differ, AWS's answer stands and the difference is said.
final class Verdict {
  private final Prediction prediction;
  private final Optional<UnreadPolicies> unread;
  private final RefusalOrder order;
  private final Sharpening sharpening;
  private final Throttling throttling;
  private final List<Lead> leads = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private boolean unexplained;

  /// @param unread that the caller's policies were not read, so that the prediction is not of them
  Verdict(
      Prediction prediction,
      Optional<UnreadPolicies> unread,
      RefusalOrder order,
      Sharpening sharpening,
      Throttling throttling) {
    this.prediction = prediction;
    this.unread = unread;
    this.order = order;
    this.sharpening = sharpening;
    this.throttling = throttling;
  }

  /// The findings, the root first.
  List<Lead> leads() {
    return List.copyOf(leads);
  }

  /// What is odd about prediction and answer.
  List<String> notes() {
    return List.copyOf(notes);
  }

  /// Whether AWS refused in words that nothing explains.
  boolean isUnexplained() {
    return unexplained;
  }

  void weigh(CallAnswer plain, CallAnswer streaming) {
    var ahead = prediction.refusals().stream().filter(one -> !one.streamingOnly()).toList();
    switch (plain) {
      case CallAnswer.LetThrough _ -> letThrough(ahead);
      case CallAnswer.Refused refused -> refused(refused, ahead);
      case CallAnswer.None _ -> ahead.forEach(one -> leads.add(Lead.predicted(one)));
    }
    var alone = prediction.refusals().stream().filter(Refusal::streamingOnly).toList();
    switch (streaming) {
      case CallAnswer.LetThrough _ ->
          alone.forEach(one ->
              notes.add(
                  "the streaming call was let through although %s: the policies may have"
                          .formatted(one.sentence())
                      + " changed in between"));
      case CallAnswer.Refused refused -> streamingRefused(refused, alone, plain);
      case CallAnswer.None _ -> alone.forEach(one -> leads.add(Lead.predicted(one)));
    }
  }

  /// The call passes: what stands for certain before the body is refuted. Where no source says that
  /// a check comes before the body's, a first real call may still meet it; and what stands in the
  /// caller's own body no call with another body can refute.
  private void letThrough(List<Refusal> ahead) {
    for (var one : ahead) {
      var refuted = order.isSettled(one.gate()) && one.gate() != Gate.BODY;
      if (one.slug().equals("marketplace-agreement-pending")) {
        notes.add(one.sentence() + ": calls go through meanwhile, and are refused if it fails");
      } else if (refuted || one.onCorrectedRoute() || one.gate() == Gate.MODEL_ID) {
        notes.add(
            "the call was let through although %s: the policies may have changed in between"
                .formatted(one.sentence()));
      } else {
        leads.add(Lead.predicted(one));
      }
    }
  }

  private void refused(CallAnswer.Refused answer, List<Refusal> predicted) {
    var diagnoses = standing(answer.diagnoses());
    var observed = new Evidence("observed", answer.words(), answer.source());
    var ahead = predicted.stream().filter(one -> !isSaidBy(diagnoses, one)).toList();
    var fitting = new Fitting(diagnoses, answer.error().message());
    var possible = prediction.possible().stream().filter(one -> !one.streamingOnly()).toList();
    var place = fitting.exact(ahead);
    var doubted = place < 0 ? fitting.exact(possible) : -1;
    if (place < 0 && doubted < 0) {
      place = fitting.loose(ahead);
      doubted = place < 0 ? fitting.loose(possible) : -1;
    }
    if (place >= 0) {
      leads.add(Lead.proved(ahead.get(place), observed));
      after(ahead, place, order.place(ahead.get(place).gate()));
      return;
    }
    if (doubted >= 0) {
      leads.add(Lead.proved(possible.get(doubted), observed));
      after(ahead, -1, lastRefuted(Gate.IAM));
      return;
    }
    if (diagnoses.isEmpty()) {
      unknownWords(answer, ahead, observed);
      return;
    }
    var best = diagnoses.getFirst();
    var tiny = throttling.tiny(best);
    if (tiny.isPresent()) {
      leads.add(Lead.predicted(tiny.get()).with(Confidence.LIKELY, observed));
    } else {
      leads.add(fromWords(best, answer, observed, ahead));
      others(best.cause());
    }
    differs(best, ahead);
    after(ahead, -1, lastRefuted(Gates.of(best.cause())));
  }

  /// Whether `one` is what AWS's answer says more exactly: an account that is held back is entitled
  /// to no model.
  private static boolean isSaidBy(List<Diagnosis> diagnoses, Refusal one) {
    return Gates.sameKind("model-access-not-enabled", one.slug())
        && diagnoses.stream()
            .limit(1)
            .map(Diagnosis::cause)
            .anyMatch(best ->
                Gates.of(best) == Gate.AGREEMENT && !Gates.sameKind(best.slug(), one.slug()));
  }

  /// The diagnoses that what was seen does not refute: a guess from words that could mean anything
  /// is worth nothing where the policies allow the call, the account is open, or AWS takes the
  /// keys.
  private List<Diagnosis> standing(List<Diagnosis> diagnoses) {
    return throttling.standing(sharpening.sharpen(diagnoses)).stream()
        .filter(one -> one.confidence() != Confidence.POSSIBLE || !isRefuted(one.cause()))
        .filter(
            one -> !one.cause().slug().equals("region-not-opted-in") || !sharpening.regionIsOn())
        .toList();
  }

  private boolean isRefuted(Cause cause) {
    return switch (Gates.of(cause)) {
      case IAM ->
          prediction.unknown().isEmpty()
              && prediction.refusals().stream().noneMatch(one -> one.gate() == Gate.IAM);
      case FORM, AGREEMENT, MARKETPLACE -> sharpening.accountIsOpen();
      case CREDENTIALS, SIGNATURE -> !cause.family().equals("I") && sharpening.callerIsTaken();
      case REGION, CONSTRAINTS, MODEL_ID, LIFECYCLE, QUOTA -> false;
      case BODY -> cause.family().equals("J");
    };
  }

  private void unknownWords(CallAnswer.Refused answer, List<Refusal> ahead, Evidence observed) {
    notes.add("no known cause explains this: " + answer.words());
    unexplained = true;
    for (var one : ahead) {
      leads.add(
          leads.isEmpty()
              ? Lead.predicted(one).with(Confidence.POSSIBLE, observed)
              : Lead.predicted(one));
    }
  }

  /// The last place before an answer of `gate` that it refutes. One denial of IAM says nothing of
  /// another: of several layers AWS names one.
  private int lastRefuted(Gate gate) {
    return gate == Gate.IAM ? order.place(gate) - 1 : order.place(gate);
  }

  /// Adds what comes behind the answer. What was predicted before it is refuted, unless no source
  /// settles that it comes before.
  private void after(List<Refusal> ahead, int answered, int place) {
    for (var i = 0; i < ahead.size(); i++) {
      var one = ahead.get(i);
      if (i == answered) {
        continue;
      }
      var before = i < answered || (answered < 0 && order.place(one.gate()) <= place);
      if (before && order.isSettled(one.gate()) && !one.onCorrectedRoute()) {
        notes.add("prediction differs: %s, but AWS answered otherwise".formatted(one.sentence()));
      } else {
        leads.add(Lead.predicted(one));
      }
    }
  }

  private Lead fromWords(
      Diagnosis best, CallAnswer.Refused answer, Evidence observed, List<Refusal> ahead) {
    var predictable = Gates.of(best.cause()) == Gate.IAM && prediction.unknown().isEmpty();
    return new Lead(
        best.cause().slug(),
        predictable && best.confidence() == Confidence.CERTAIN
            ? Confidence.LIKELY
            : best.confidence(),
        answer.error().message().isEmpty() ? best.cause().summary() : answer.error().message(),
        allowed(best, observed, ahead),
        Optional.empty());
  }

  /// AWS's answer, and beside it the prediction where that says that the policies allow the call.
  private List<Evidence> allowed(Diagnosis best, Evidence observed, List<Refusal> ahead) {
    var evidence = new ArrayList<Evidence>();
    evidence.add(observed);
    if (contradicts(best, ahead)) {
      evidence.add(
          unread
              .map(one -> new Evidence("unread", one.words(), ""))
              .orElseGet(() ->
                  new Evidence(
                      "differs",
                      "the policies that could be read allow this call; what fits: "
                          + Unseen.fits(best.cause(), prediction),
                      "")));
    }
    evidence.addAll(throttling.evidence(best.cause()));
    return evidence;
  }

  private static boolean contradicts(Diagnosis best, List<Refusal> ahead) {
    return Gates.of(best.cause()) == Gate.IAM
        && ahead.stream().noneMatch(one -> one.gate() == Gate.IAM);
  }

  /// Says what else the same words may mean, and what tells.
  private void others(Cause best) {
    var others = best.lookAlikes().stream().filter(slug -> !throttling.refutes(slug)).toList();
    if (!others.isEmpty() && Gates.of(best) != Gate.IAM) {
      notes.add(
          "the same words may mean %s%s"
              .formatted(
                  String.join(" or ", others),
                  best.probe().isEmpty() ? "" : "; what tells: " + best.probe()));
    }
  }

  private void differs(Diagnosis best, List<Refusal> ahead) {
    if (contradicts(best, ahead) && unread.isEmpty()) {
      notes.add(
          "the policies that could be read do not deny this call, and yet AWS does: what cannot be"
              + " seen from here fits: "
              + Unseen.fits(best.cause(), prediction));
    }
  }

  private void streamingRefused(CallAnswer.Refused answer, List<Refusal> alone, CallAnswer plain) {
    var diagnoses = standing(answer.diagnoses());
    var observed = new Evidence("observed", answer.words(), answer.source());
    var fitting = new Fitting(diagnoses, answer.error().message()).place(alone);
    var proved = fitting >= 0;
    if (proved) {
      leads.add(Lead.proved(alone.get(fitting), observed));
    }
    var first = leads.size();
    for (var i = 0; i < alone.size(); i++) {
      if (i != fitting) {
        leads.add(Lead.predicted(alone.get(i)));
      }
    }
    if (proved || diagnoses.isEmpty()) {
      unexplained |= !proved && plain instanceof CallAnswer.LetThrough;
      return;
    }
    if (plain instanceof CallAnswer.Refused other && other.saysTheSame(answer)) {
      return;
    }
    var best = diagnoses.getFirst();
    var slug = throttling.tiny(best).map(Refusal::slug).orElse(best.cause().slug());
    var already = leads.stream().anyMatch(lead -> Gates.sameKind(lead.slug(), slug));
    if (!already) {
      var lead = fromWords(best, answer, observed, prediction.refusals());
      leads.add(first, plain instanceof CallAnswer.LetThrough ? ofStreamAlone(lead) : lead);
    }
  }

  /// `lead` where the plain call over the same route gets through: it is about streams, not about
  /// the route.
  private static Lead ofStreamAlone(Lead lead) {
    var slug = Gates.ofStreamAlone(lead.slug());
    return slug.equals(lead.slug())
        ? lead
        : new Lead(slug, Confidence.LIKELY, lead.sentence(), lead.evidence(), Optional.empty());
  }
}
