package io.outcrop.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import io.outcrop.report.doctor.AnnouncementJson;
import io.outcrop.report.doctor.AnnouncementText;
import io.outcrop.report.doctor.PaidProbeText;
import io.outcrop.report.style.Look;
import io.outcrop.report.style.Masking;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class GoldenPagesTest {
  private static final Ending ENDING = new Ending("seed-a", "outcrop fix --world seed-a");

  @Test
  void examinationsReadAsTheyShould() {
    pages("doctor-broken", look -> ExaminationText.render(Samples.broken(), ENDING, look));
    pages("doctor-healthy", look -> ExaminationText.render(Samples.healthy(), ENDING, look));
    pages("doctor-unknown", look -> ExaminationText.render(Samples.unknown(), Ending.none(), look));
    json("doctor-broken", ExaminationJson.of(Samples.broken(), ENDING));
    json("doctor-healthy", ExaminationJson.of(Samples.healthy(), Ending.none()));
  }

  @Test
  void manyExaminationsReadAsTheyShould() {
    pages("doctor-matrix", look -> MatrixText.render(Samples.matrix(), ENDING, look));
    pages("doctor-green", look -> ExaminationText.render(Samples.green(), Ending.none(), look));
    pages(
        "doctor-watch",
        look ->
            WatchText.step(
                    Instant.parse("2026-11-20T14:32:10Z"),
                    List.of("verdict: broken → healthy", "gone: it was denied [scp-explicit-deny]"),
                    Samples.matrix(),
                    look)
                + WatchText.ending("healthy", 5, Duration.ofSeconds(150), ENDING, look));
    pages("doctor-paid", look -> PaidProbeText.render(Announced.paidProbes(), look));
    pages("doctor-calls", look -> AnnouncementText.render(Announced.calls(), ENDING, look));
    json("doctor-calls", AnnouncementJson.of(Announced.calls(), ENDING));
    json("doctor-matrix", MatrixJson.of(Samples.matrix(), ENDING));
    json("doctor-green", ExaminationJson.of(Samples.green(), Ending.none()));
  }

  @Test
  void plansAndOutcomesReadAsTheyShould() {
    pages(
        "fix-plan", look -> PlanText.render(Samples.broken(), Samples.plan(), Ending.none(), look));
    pages(
        "fix-outcome",
        look -> OutcomeText.render(Samples.broken(), Samples.outcome(), ENDING, look));
    pages("fix-undone", look -> OutcomeText.render(Samples.outcome(), ENDING, look));
    var round = new FixJson.Round(Samples.plan(), java.util.List.of(Samples.outcome()));
    json(
        "fix",
        FixJson.of(
            "healthy", Samples.broken(), java.util.List.of(round), Samples.healthy(), ENDING));
  }

  @Test
  void explanationsReadAsTheyShould() {
    pages("explain", look -> ExplanationText.render(Samples.pasted(), Ending.none(), look));
    pages("explain-short", look -> ExplanationText.renderShort(Samples.pasted(), look));
    pages("explain-log", look -> ExplanationText.render(Samples.log(), Ending.none(), look));
    pages("explain-unknown", look -> ExplanationText.render(Samples.unknownText(), ENDING, look));
    pages(
        "cause",
        look -> CausePage.render(Samples.cause("scp-explicit-deny", "an SCP denies it"), look));
    json("explain", ExplanationJson.of(Samples.pasted()));
    json("explain-log", ExplanationJson.of(Samples.log()));
  }

  @Test
  void theLastLineIsTheNextCommand() {
    var text = ExaminationText.render(Samples.broken(), ENDING, Look.plain());
    assertThat(text.lines().toList().getLast().strip()).isEqualTo("outcrop fix --world seed-a");
  }

  @Test
  void aValueThatAShellCouldReadStaysOutOfCommands() {
    var text = ExplanationText.render(Samples.pasted(), Ending.none(), Look.plain());
    assertThat(text).contains("--user-name <principal>").doesNotContain("rm -rf");
  }

  private static void pages(String name, Function<Look, String> page) {
    Golden.check(name + "-80.txt", page.apply(Look.plain()));
    Golden.check(name + "-120.txt", page.apply(new Look(120, false, false, false, false)));
    Golden.check(name + "-verbose.txt", page.apply(new Look(80, false, false, true, false)));
    Golden.check(name + "-mask-ascii.txt", page.apply(new Look(80, false, true, true, true)));
    Golden.check(name + "-colour.txt", page.apply(new Look(80, true, false, false, false)));
  }

  private static void json(String name, Json.Obj value) {
    Golden.check(name + ".json", JsonWriter.pretty(Masking.of(value, false)) + "\n");
    Golden.check(name + "-mask.json", JsonWriter.pretty(Masking.of(value, true)) + "\n");
  }
}
