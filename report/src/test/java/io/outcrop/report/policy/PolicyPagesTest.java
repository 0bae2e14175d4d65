package io.outcrop.report.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import io.outcrop.report.Ending;
import io.outcrop.report.Golden;
import io.outcrop.report.policy.SuiteResult.Count;
import io.outcrop.report.policy.SuiteResult.Disagreement;
import io.outcrop.report.style.Look;
import io.outcrop.report.style.Masking;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PolicyPagesTest {
  private static final Ending NEXT = new Ending("", "outcrop policy explain --policy dev.json");
  private static final SuiteResult SUITE =
      new SuiteResult(
          new Count(1204, 1200, 2, 2),
          Map.of("partial-evaluation", 2),
          Map.of(
              "bedrock",
              new Count(1000, 998, 2, 0),
              "unverified",
              new Count(4, 3, 1, 0),
              "partial-evaluation",
              new Count(2, 0, 0, 2)),
          List.of(
              new Disagreement(
                  "cases.jsonl",
                  12,
                  "golden/bedrock#12",
                  "a region deny reaches the destination",
                  "decision allowed",
                  "decision explicitly-denied",
                  false),
              new Disagreement(
                  "",
                  7,
                  "golden/vars#3",
                  "100% of values, one: two",
                  "missingKeys []",
                  "missingKeys [aws:PrincipalTag/team]",
                  true)));

  @Test
  void simulationsReadAsTheyShould() {
    pages("policy-call", look -> SimulationText.render(Scenes.call(), NEXT, look));
    pages("policy-requests", look -> SimulationText.render(Scenes.requests(), NEXT, look));
    pages(
        "policy-undecided", look -> SimulationText.render(Scenes.undecided(), Ending.none(), look));
    json("policy-call", SimulationJson.of(Scenes.call(), NEXT));
    json("policy-undecided", SimulationJson.of(Scenes.undecided(), Ending.none()));
  }

  @Test
  void explanationsReadAsTheyShould() {
    pages("policy-explicit", look -> ExplainedText.render(Scenes.explicit(), NEXT, look));
    pages("policy-implicit", look -> ExplainedText.render(Scenes.implicit(), NEXT, look));
    pages("policy-allowed", look -> ExplainedText.render(Scenes.allowed(), Ending.none(), look));
    pages("policy-depends", look -> ExplainedText.render(Scenes.depending(), Ending.none(), look));
    json("policy-explicit", ExplainedJson.of(Scenes.explicit(), NEXT));
    json("policy-depends", ExplainedJson.of(Scenes.depending(), Ending.none()));
    json("policy-implicit", ExplainedJson.of(Scenes.implicit(), NEXT));
  }

  @Test
  void suitesReadAsTheyShould() {
    pages("policy-test", look -> SuiteText.render(SUITE, look));
    json("policy-test", SuiteJson.of(SUITE));
  }

  @Test
  void annotationsPointIntoFiles() {
    Golden.check("policy-call.github", SimulationAnnotations.of(Scenes.call()));
    Golden.check("policy-requests.github", SimulationAnnotations.of(Scenes.requests()));
    Golden.check("policy-undecided.github", SimulationAnnotations.of(Scenes.undecided()));
    Golden.check("policy-test.github", SuiteAnnotations.of(SUITE));
  }

  @Test
  void aDisagreementIsOneLineHoweverNarrowThePage() {
    var narrow = new Look(40, false, false, false, false);
    assertThat(SuiteText.line(SUITE.disagreements().getFirst(), narrow).lines()).hasSize(1);
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
