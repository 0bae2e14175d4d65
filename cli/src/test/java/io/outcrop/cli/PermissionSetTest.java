package io.outcrop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people get through IAM Identity Center is granted in their permission set, by commands that
/// its administrator can run as they stand.
final class PermissionSetTest {
  private static final String WORLD = "permission-set-without-bedrock";

  @TempDir Path folder;

  @Test
  void theCommandsGrantInThePermissionSetAndLoseNothing() throws IOException, InterruptedException {
    assumeThat(HandoffScripts.isThere("aws")).isTrue();
    var stage = Run.Stage.in(folder);
    var cure = (Json.Obj) root(stage).list("cures").getFirst();
    assertThat(cure.text("title").orElseThrow())
        .endsWith("permission set `Analyst` of IAM Identity Center");
    assertThat(cure.text("applicability").orElseThrow()).isEqualTo("someone-else");
    var script =
        cure.list("commands").stream()
            .map(line -> ((Json.Str) line).text())
            .collect(Collectors.joining("\n"));
    assertThat(script).contains("ReadReports");

    var page =
        Json.object()
            .with(
                "scripts",
                Json.array(
                    List.of(
                        Json.object()
                            .with("file", Json.of("grant.sh"))
                            .with("text", Json.of(script)))));
    try (var scripts = HandoffScripts.of(page, WORLD, stage, folder)) {
      var granted = scripts.asAdministrator("grant.sh");
      assertThat(granted.code()).as(granted.output()).isZero();
    }

    var after = stage.run("doctor", "--world", WORLD);
    assertThat(after.code()).as(after.out() + after.err()).isZero();
  }

  @Test
  void theSourceToChangeIsInThePlanAndNothingIsLeftToFillIn() {
    var plan = Run.Stage.in(folder).run("fix", "--world", WORLD, "--plan-only");

    assertThat(plan.out())
        .contains("the permission set is `Analyst`", "put-inline-policy-to-permission-set")
        .doesNotContainPattern("<[a-z]+>");
  }

  private static Json.Obj root(Run.Stage stage) {
    var out = stage.run("doctor", "--world", WORLD, "--json").out();
    var answer = (Json.Obj) ((JsonReading.Read) JsonReader.read(out)).value();
    return (Json.Obj) answer.list("findings").getFirst();
  }
}
