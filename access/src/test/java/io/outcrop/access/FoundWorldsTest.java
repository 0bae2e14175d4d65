package io.outcrop.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.examination.Examination;
import io.outcrop.access.plan.Plan;
import io.outcrop.sandbox.WorldFolder;
import io.outcrop.sandbox.world.World;
import io.outcrop.sandbox.world.WorldReading;
import io.outcrop.sandbox.world.Worlds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Small worlds in which the doctor or the fix was wrong once; the first line of each says what has
/// to be found, `# heals` that the fix has to mend all of it, and `# asks:` what a person is asked
/// to do, because whoever wrote the policy wants it so and nothing automatic goes around it.
final class FoundWorldsTest {
  private static final Path WORLDS = Path.of("src", "test", "resources", "access", "found");
  private static final String EXPECTS = "# expects:";
  private static final String HEALS = "# heals";
  private static final String ASKS = "# asks: ";

  @TempDir Path folder;

  static Stream<String> worlds() throws IOException {
    try (var files = Files.list(WORLDS)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList().stream();
    }
  }

  static Stream<String> curable() throws IOException {
    return worlds()
        .filter(file -> TestFiles.text(WORLDS.resolve(file)).lines().anyMatch(HEALS::equals));
  }

  private static World world(String text) {
    return switch (Worlds.read(text)) {
      case WorldReading.Read(World world) -> world;
      case WorldReading.Malformed(var problems) ->
          throw new IllegalStateException(problems.toString());
    };
  }

  private Examination examine(String file) {
    WorldFolder.create(folder.resolve("world"), world(TestFiles.text(WORLDS.resolve(file))));
    try (var living = InWorld.open(folder.resolve("world"), null)) {
      return InWorld.doctor().examine(living.request());
    }
  }

  private static List<String> expected(String text) {
    var words = text.lines().findFirst().orElse("").substring(EXPECTS.length()).strip();
    return words.isEmpty() ? List.of() : List.of(words.split(", "));
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void whatWasWrongOnceIsRight(String file) {
    var examination = examine(file);

    assertThat(Mending.causes(examination))
        .as(examination.findings().toString())
        .isEqualTo(expected(TestFiles.text(WORLDS.resolve(file))));
  }

  @ParameterizedTest
  @MethodSource("curable")
  void whatWasLeftOnceIsMended(String file) {
    WorldFolder.create(folder.resolve("world"), world(TestFiles.text(WORLDS.resolve(file))));
    try (var living = InWorld.open(folder.resolve("world"), null)) {
      var rounds = Mending.fixAll(living, InWorld.fixer(folder.resolve("journals")));

      assertThat(rounds).isNotEmpty();
      assertThat(Mending.causes(rounds.getLast().after())).isEmpty();
    }
  }

  static Stream<String> asking() throws IOException {
    return worlds().filter(file -> !asked(file).isEmpty());
  }

  private static String asked(String file) {
    return TestFiles.text(WORLDS.resolve(file))
        .lines()
        .filter(line -> line.startsWith(ASKS))
        .map(line -> line.substring(ASKS.length()))
        .findFirst()
        .orElse("");
  }

  @ParameterizedTest
  @MethodSource("asking")
  void whatIsWantedSoIsForAPerson(String file) {
    WorldFolder.create(folder.resolve("world"), world(TestFiles.text(WORLDS.resolve(file))));
    try (var living = InWorld.open(folder.resolve("world"), null)) {
      var plan = Mending.plan(living, InWorld.fixer(folder.resolve("journals")));

      assertThat(plan.steps()).isEmpty();
      assertThat(plan.forOthers().getFirst().title()).contains(asked(file));
    }
  }

  @Test
  void aConditionOnTheCallIsNamedWithWhatTheCallBrings() {
    assertThat(examine("deny-without-mfa.yaml").findings().getFirst().sentence())
        .contains(
            "`DenyAllExceptListedIfNoMFA`",
            "`BoolIfExists aws:MultiFactorAuthPresent false`",
            "the call brings");
  }

  @Test
  void aConditionThatIsNotMetIsNamedWithWhatTheCallBrings() {
    assertThat(examine("allow-with-a-tag.yaml").findings().getFirst().sentence())
        .contains("`StringEquals aws:PrincipalTag/team ai`", "the call brings nothing");
  }

  @Test
  void aBoundaryThatGivesSomebodyItsRightsIsWidenedByAPerson() {
    var world = world(TestFiles.text(WORLDS.resolve("boundary-that-others-are-given.yaml")));
    WorldFolder.create(folder.resolve("world"), world);
    try (var living = InWorld.open(folder.resolve("world"), null)) {
      var plan = Mending.plan(living, InWorld.fixer(folder.resolve("journals")));

      assertThat(plan.steps())
          .extracting(Plan.Step::cause)
          .doesNotContain("permissions-boundary-no-allow");
      assertThat(plan.forOthers())
          .anySatisfy(cure ->
              assertThat(cure.effect())
                  .contains("user bob", "what is let through is also granted"));
    }
  }

  @Test
  void theStatementIsNamedThatOnlyAwsKnewToMatch() {
    assertThat(examine("denied-by-address.yaml").findings().getFirst().sentence())
        .contains("`OneNetwork`");
  }

  @Test
  void theRouteIsTakenThatPoliciesAllow() {
    assertThat(examine("global-profile-allowed-already.yaml").findings().getFirst().cures())
        .first()
        .asString()
        .contains("global.anthropic.claude-sonnet-5-5");
  }
}
