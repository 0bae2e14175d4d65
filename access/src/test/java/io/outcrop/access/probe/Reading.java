package io.outcrop.access.probe;

import io.outcrop.access.evidence.Observations;
import io.outcrop.access.examination.Cure;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.access.examination.ExaminationRequest.Probing;
import io.outcrop.access.judgement.Judge;
import io.outcrop.causes.CauseCatalogue;
import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.client.Setting;
import io.outcrop.cloud.credentials.SourceTried;
import io.outcrop.models.ModelCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What a client side looks like to the doctor before anything is sent.
record Reading(Observations seen, Examination examination) {
  static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  private static final Judge JUDGE = new Judge(CauseCatalogue.shipped(), ModelCatalogue.shipped());
  private static final String MODEL = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";

  static Reading of(ClientSide client, String profile) {
    var probe =
        new ClientProbe(
            new ExaminationRequest(
                client,
                new Setting("BEDROCK_MODEL_ID", MODEL, "--model"),
                Setting.unset("AWS_REGION"),
                profile,
                "",
                Probing.NONE,
                null,
                Duration.ofSeconds(1),
                () -> NOW));
    var seen = Probes.nobody(probe.asked(), probe.sources(), "nothing is sent here");
    return new Reading(seen, JUDGE.judge(seen));
  }

  String winner() {
    return seen.sources().found() ? seen.sources().winner() : "none";
  }

  /// Everything that a person could read, one thing a line.
  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add("winner    " + winner());
    var region = seen.asked().region();
    lines.add(
        "region    " + (region.isSet() ? region.value() + " (" + region.whence() + ")" : "none"));
    if (!seen.asked().endpoint().isEmpty()) {
      lines.add("endpoint  " + seen.asked().endpoint());
    }
    for (var source : seen.sources().tried()) {
      if (source.outcome() == SourceTried.Outcome.BROKEN || isTelling(source)) {
        lines.add("%-8s  %s: %s".formatted(low(source.outcome()), source.name(), source.why()));
      }
    }
    for (var finding : examination.findings()) {
      lines.add("finding   %s [%s]".formatted(finding.sentence(), finding.cause().slug()));
      finding.cures().forEach(cure -> lines.addAll(cure(cure)));
    }
    for (var hint : seen.sources().hints()) {
      lines.add("hint      %s [%s]".formatted(hint.text(), low(hint.kind())));
      hint.help().forEach(help -> lines.add("          > " + help));
    }
    return lines;
  }

  private static boolean isTelling(SourceTried source) {
    return source.outcome() != SourceTried.Outcome.SKIPPED
        && !source.why().contains("is not set")
        && !source.why().startsWith("neither ~/.aws/credentials nor ~/.aws/config has it");
  }

  private static List<String> cure(Cure cure) {
    var lines = new ArrayList<String>();
    if (!cure.commands().isEmpty()) {
      lines.add("cure      " + cure.title());
      cure.commands().forEach(command -> lines.add("          > " + command));
    }
    return lines;
  }

  private static String low(Enum<?> constant) {
    return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
