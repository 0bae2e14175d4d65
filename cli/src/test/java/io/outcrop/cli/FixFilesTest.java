package io.outcrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
