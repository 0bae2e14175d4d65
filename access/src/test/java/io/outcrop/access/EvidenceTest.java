package io.outcrop.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.bundle.Bundle;
import io.outcrop.access.bundle.BundleReading;
import io.outcrop.access.evidence.Observations;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.judgement.Judge;
import io.outcrop.access.probe.Meantime;
import io.outcrop.access.probe.Probes;
import io.outcrop.causes.CauseCatalogue;
import io.outcrop.json.JsonWriter;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.sandbox.world.Worlds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Evidence of every built-in world is kept, read back and judged again.
final class EvidenceTest {
  private static final Judge JUDGE = new Judge(CauseCatalogue.shipped(), ModelCatalogue.shipped());

  private static final String TAGGED =
      """
      formatVersion: 1
      name: tagged
      summary: A role that may call the model by its tag
      extends: role-application
      subject:
        principal: arn:aws:sts::111122223333:assumed-role/Reader/anna@corp.example
      accounts:
        "111122223333":
          name: Applications
          roles:
            application: null
            Reader:
              tags: {owner: "bob@corp.example", project: "Falcon9Secret"}
              trust:
                Version: "2012-10-17"
                Statement:
                  - {Effect: Allow, Principal: {AWS: "arn:aws:iam::111122223333:root"}, Action: "sts:AssumeRole"}
              inline:
                ReaderPolicy:
                  Version: "2012-10-17"
                  Statement:
                    - {Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws:s3:::falcon-bucket/*"}
                    - {Effect: Allow, Action: "sqs:*", Resource: "arn:aws:sqs:us-east-1:111122223333:falcon-queue"}
                    - Effect: Allow
                      Action: "bedrock:InvokeModel*"
                      Resource: "*"
                      Condition:
                        StringLike: {"aws:PrincipalTag/project": ["Falcon9*", "other"]}
                        StringEquals: {"aws:PrincipalTag/owner": "bob@corp.example"}
              sessions:
                ASIAIOSFODNN7EXAMPLE: {name: anna@corp.example}
      """;

  @TempDir Path folder;

  static Stream<String> worlds() {
    return Worlds.builtIn().stream();
  }

  private static Observations look(InWorld world) {
    return new Probes(ModelCatalogue.shipped(), new Idle()).look(world.request());
  }

  /// Has nothing to do meanwhile.
  private static final class Idle implements Meantime {
    @Override
    public void asked() {}

    @Override
    public void answered(Observations soFar) {}
  }

  private static String saved(Observations seen, boolean mask) {
    return JsonWriter.pretty(Bundle.write(List.of(seen), "test", "", mask));
  }

  private static Observations read(String text) {
    return switch (Bundle.read(text)) {
      case BundleReading.Read(var cells, var _, var _) -> cells.getFirst();
      case BundleReading.Rejected(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  private static String withoutKeyIds(Object value) {
    return value.toString().replaceAll("\\b(A[KS]IA)[A-Z0-9]{8,}([A-Z0-9]{4})\\b", "$1…$2");
  }

  private static List<String> causes(Examination examination) {
    return examination.findings().stream()
        .map(finding -> finding.cause().slug() + " " + finding.confidence())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void whatWasSeenIsReadBackAndJudgedTheSame(String world) throws IOException {
    try (var living = InWorld.create(folder, world)) {
      var seen = look(living);
      var text = saved(seen, false);
      var again = read(text);

      assertThat(again)
          .usingRecursiveComparison()
          .ignoringFields("sources.key.id", "key.value.keyId")
          .isEqualTo(seen);
      assertThat(again.sources().key()).hasToString(seen.sources().key().toString());
      assertThat(saved(again, false)).isEqualTo(text);
      assertThat(withoutKeyIds(JUDGE.judge(again))).isEqualTo(withoutKeyIds(JUDGE.judge(seen)));
      for (var secret : secrets(folder)) {
        assertThat(text).doesNotContain(secret);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void maskedEvidenceNamesTheSameCausesAndNobody(String world) {
    try (var living = InWorld.create(folder, world)) {
      var seen = look(living);
      var text = saved(seen, true);
      var examination = JUDGE.judge(read(text));
      var before = JUDGE.judge(seen);

      assertThat(causes(examination)).as(text).isEqualTo(causes(before));
      assertThat(examination.status()).isEqualTo(before.status());
      assertThat(text).doesNotContain("111122223333", folder.toString(), ":user/admin");
      before
          .subject()
          .principal()
          .lines()
          .filter(arn -> arn.startsWith("arn:"))
          .flatMap(arn -> Stream.of(arn.substring(arn.indexOf('/') + 1).split("/", -1)))
          .filter(name -> name.length() > 5)
          .forEach(name -> assertThat(text).doesNotContain(name));
    }
  }

  @Test
  void maskedEvidenceKeepsNoNameOfAnotherServiceAndNoTag() {
    try (var living = InWorld.written(folder, TAGGED)) {
      var seen = look(living);
      var text = saved(seen, true);

      assertThat(saved(seen, false)).contains("falcon-bucket", "Falcon9", "falcon-queue");
      assertThat(text).doesNotContainIgnoringCase("falcon-").doesNotContain("Falcon9", "bob");
      assertThat(causes(JUDGE.judge(read(text)))).isEqualTo(causes(JUDGE.judge(seen))).isEmpty();
    }
  }

  @Test
  void manyCellsShareWhatTheySawAlike() {
    try (var living = InWorld.create(folder, "seed-a")) {
      var seen = look(living);
      var once = saved(seen, false);
      var text = JsonWriter.pretty(Bundle.write(List.of(seen, seen, seen), "test", "", false));

      assertThat(text.length()).isLessThan(once.length() * 3 / 2);
      assertThat(Bundle.read(text))
          .isInstanceOfSatisfying(
              BundleReading.Read.class,
              all -> assertThat(all.cells()).hasSize(3).containsOnly(read(once)));
    }
  }

  /// Every value behind a name that says secret or token, in every file of the world.
  private static List<String> secrets(Path home) throws IOException {
    var found = new TreeSet<String>();
    try (var files = Files.walk(home)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        for (var line : new ArrayList<>(Files.readAllLines(file))) {
          var lower = line.toLowerCase(Locale.ROOT);
          var split = Math.max(line.indexOf('='), line.indexOf(':'));
          if (split > 0 && (lower.contains("secret") || lower.contains("token"))) {
            var value = line.substring(split + 1).replaceAll("[\",\\s]", "");
            if (value.length() >= 16 && !value.startsWith("#") && !value.startsWith("/")) {
              found.add(value);
            }
          }
        }
      }
    }
    return List.copyOf(found);
  }
}
