package io.outcrop.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.Examination.Status;
import io.outcrop.access.examination.Matrix;
import io.outcrop.access.examination.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class WatchTest {
  private Instant now = Instant.parse("2026-11-20T12:00:00Z");

  private static Matrix of(Status status, Stage.Outcome calls) {
    return new Matrix(
        List.of(
            new Matrix.Cell(
                "",
                new Examination(
                    new Examination.Subject("m", "us-east-1", "", "", "", ""),
                    status,
                    List.of(),
                    List.of(),
                    List.of(new Stage("calls", calls, "words"))))));
  }

  private Watch watch(Queue<Matrix> answers) {
    return new Watch(
        answers::remove,
        Duration.ofSeconds(30),
        () -> now,
        pause -> {
          assertThat(pause).isLessThanOrEqualTo(Duration.ofSeconds(1));
          now = now.plus(pause);
        });
  }

  @Test
  void itGoesOnUntilItIsCuredAndSaysWhatChanged() {
    var refused = of(Status.UNKNOWN, Stage.Outcome.REFUSED);
    var cured = of(Status.HEALTHY, Stage.Outcome.SUCCEEDED);
    var answers = new ArrayDeque<>(List.of(refused, refused, cured));
    var told = new ArrayList<Watch.Step>();

    var watched = watch(answers).run(refused, told::add);

    assertThat(watched.examinations()).isEqualTo(4);
    assertThat(watched.took()).isEqualTo(Duration.ofSeconds(90));
    assertThat(watched.steps()).isEqualTo(told);
    assertThat(told)
        .containsExactly(
            new Watch.Step(
                Instant.parse("2026-11-20T12:01:30Z"),
                List.of("verdict: unknown → healthy", "stage calls: refused → succeeded: words"),
                cured));
  }

  @Test
  void whatIsHealthyIsNotExaminedAgain() {
    var healthy = of(Status.HEALTHY, Stage.Outcome.SUCCEEDED);

    assertThat(watch(new ArrayDeque<>()).run(healthy, _ -> {}).examinations()).isEqualTo(1);
  }

  @Test
  void anInterruptionEndsIt() {
    var refused = of(Status.UNKNOWN, Stage.Outcome.REFUSED);
    var watch =
        new Watch(
            () -> refused,
            Duration.ofSeconds(30),
            () -> now,
            _ -> {
              throw new InterruptedException();
            });

    assertThat(watch.run(refused, _ -> {}).examinations()).isEqualTo(1);
    assertThat(Thread.interrupted()).isTrue();
  }
}
