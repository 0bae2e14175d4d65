package io.outcrop.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.cloud.answer.Answer;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Whoever lets a request go first is told when it has gone.
final class LeavingTest extends RecordedCalls {
  private final AtomicInteger told = new AtomicInteger();

  @Test
  void isToldOnceARequestIsOnItsWay() {
    aws.xml(200, identity());

    assertThat(account.sts().callerIdentity(told::incrementAndGet))
        .isInstanceOf(Answer.Succeeded.class);
    assertThat(told).hasValue(1);
  }

  @Test
  void isToldEachTimeItIsSent() {
    aws.xml(500, "").xml(200, identity());

    assertThat(account.sts().callerIdentity(told::incrementAndGet))
        .isInstanceOf(Answer.Succeeded.class);
    assertThat(told).hasValue(2);
  }

  @Test
  void isNotToldOfOneThatCouldNotBeSent() {
    try (var nowhere =
        AwsAccount.open(
            new Connection(
                account.connection().client(),
                RecordedAws.KEYS,
                "eu-central-1",
                URI.create("http://127.0.0.1:1"),
                Duration.ofSeconds(10)))) {
      assertThat(nowhere.sts().callerIdentity(told::incrementAndGet))
          .isInstanceOf(Answer.Unreachable.class);
    }
    assertThat(told).hasValue(0);
  }
}
