package io.outcrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `fix` in two sittings: a plan in a file, applied later.
final class FixFilesTest {
  @TempDir Path folder;

  @Test
  void aPlanIsWrittenAppliedOnceListedAndTakenBack() throws IOException {
    var stage = Run.Stage.in(folder);
    var empty = stage.run("fix", "--world", "seed-d", "--history", "--json");
    assertThat(empty.code()).isZero();
    Schemas.check("fix-history", empty.out());

    var planned = stage.run("fix", "--world", "seed-d", "--plan", "plan.json");
    assertThat(planned.code()).isEqualTo(1);
    assertThat(planned.out()).contains("outcrop fix --world seed-d --apply plan.json");
    var text = Files.readString(folder.resolve("plan.json"));
    assertThat(text)
        .contains("\"expires\"", "\"status\": \"Inactive\"")
        .doesNotContain("AKIAIOSFODNN7");
    assertThat(stage.run("doctor", "--world", "seed-d").code()).isEqualTo(1);

    assertThat(stage.run("fix", "--world", "seed-d", "--apply", "plan.json").code()).isEqualTo(2);
    var applied = stage.run("fix", "--world", "seed-d", "--apply", "plan.json", "--yes", "--json");
    assertThat(applied.code()).as(applied.out() + applied.err()).isZero();
    Schemas.check("fix", applied.out());
    var again = stage.run("fix", "--world", "seed-d", "--apply", "plan.json", "--yes");
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.out()).contains("was begun already");

    var history = stage.run("fix", "--world", "seed-d", "--history", "--json");
    Schemas.check("fix-history", history.out());
    assertThat(history.out()).contains("\"state\": \"applied\"");
    assertThat(stage.run("fix", "--world", "seed-d", "--undo").code()).isZero();
    assertThat(stage.run("fix", "--world", "seed-d", "--history").out()).contains("taken back");
  }

  @Test
  void whatIsNoPlanIsSaid() throws IOException {
    var stage = Run.Stage.in(folder);
    Files.writeString(folder.resolve("plan.json"), "{\"formatVersion\": 3}");
    var wrong = stage.run("fix", "--world", "seed-d", "--apply", "plan.json", "--yes");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("`plan.json` is no plan: ", "newer version");
    assertThat(stage.run("fix", "--plan", "a", "--apply", "b").err())
        .contains("exclude each other");
    assertThat(stage.run("fix", "--world", "seed-d", "--forms", "cobol").err())
        .contains("which is no form");
  }

  /// A world whose quota of tokens per minute is `applied`, below AWS's default or at it.
  private static String throttled(String applied) {
    return """
    formatVersion: 1
    name: throttled
    summary: An account whose calls are throttled
    extends: application
    accounts:
      "111122223333":
        bedrock:
          quotas:
            applied: {us-east-1: {L-8DBF1BF4: %s}}
    faults:
      - kind: THROTTLE
        model: anthropic.claude-sonnet-5-5
        error: {message: "Too many tokens, please wait before trying again."}
    """
        .formatted(applied);
  }

  @Test
  void aQuotaIsAskedForAsItIsWanted() throws IOException {
    var stage = Run.Stage.in(folder);
    Files.writeString(folder.resolve("throttled.yaml"), throttled("6000000"));
    var place = List.of("fix", "--world", "throttled.yaml", "--plan-only", "--quota");

    assertThat(run(stage, place, "7500000").out())
        .contains("servicequotas:RequestServiceQuotaIncrease", "7500000")
        .endsWith("outcrop fix --world throttled.yaml --quota 7500000\n");
    assertThat(run(stage, place, "L-8DBF1BF4=7500000").out()).contains("7500000");
    for (var wrong :
        Map.of(
                "6000000", "is 6000000 already",
                "L-00000000=7000000", "quota `L-00000000` is not in the way",
                "lots", "neither VALUE nor CODE=VALUE")
            .entrySet()) {
      var refused = run(stage, place, wrong.getKey());
      assertThat(refused.code()).isEqualTo(2);
      assertThat(refused.err()).contains(wrong.getValue());
    }
    assertThat(stage.run("fix", "--world", "seed-d", "--plan-only", "--quota", "5").err())
        .contains("no quota that Service Quotas takes a request for is in the way");
    assertThat(stage.run("fix", "--undo", "--quota", "5").err())
        .contains("`--quota` is for a new plan");
  }

  private static Run run(Run.Stage stage, List<String> place, String last) {
    var words = new ArrayList<>(place);
    words.add(last);
    return stage.run(words.toArray(String[]::new));
  }
}
