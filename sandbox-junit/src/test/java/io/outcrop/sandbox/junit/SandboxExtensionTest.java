package io.outcrop.sandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.outcrop.sandbox.Sandbox;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/// Runs classes that wear the annotation through JUnit itself.
final class SandboxExtensionTest {
  private static final Set<URI> CLASS_ENDPOINTS = ConcurrentHashMap.newKeySet();
  private static final Set<URI> METHOD_ENDPOINTS = ConcurrentHashMap.newKeySet();
  private static final List<Sandbox.ClientFolder> FOLDERS =
      Collections.synchronizedList(new ArrayList<>());
  private static final ConcurrentLinkedQueue<String> SEEN = new ConcurrentLinkedQueue<>();

  private static TestExecutionSummary run(Class<?> tests) {
    CLASS_ENDPOINTS.clear();
    METHOD_ENDPOINTS.clear();
    FOLDERS.clear();
    SEEN.clear();
    var summary = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(tests))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter(
                    "junit.jupiter.execution.parallel.config.executor-service",
                    "WORKER_THREAD_POOL")
                .configurationParameter("junit.jupiter.conditions.deactivate", "*")
                .build(),
            summary);
    return summary.getSummary();
  }

  private static boolean answers(URI endpoint) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()), 500);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  @Test
  void aClassSharesOneSandboxAndAMethodHasItsOwn() {
    var summary = run(Shared.class);
    assertThat(summary.getFailures()).isEmpty();
    assertThat(summary.getTestsSucceededCount()).isEqualTo(4);
    assertThat(CLASS_ENDPOINTS).hasSize(1);
    assertThat(METHOD_ENDPOINTS).hasSize(1).doesNotContainAnyElementsOf(CLASS_ENDPOINTS);
    assertThat(SEEN).contains("user/application", "iam-missing-stream-action", "2027-01-01");
  }

  @Test
  void everythingIsClosedAfterwards() {
    run(Shared.class);
    assertThat(CLASS_ENDPOINTS).noneMatch(SandboxExtensionTest::answers);
    assertThat(METHOD_ENDPOINTS).noneMatch(SandboxExtensionTest::answers);
    assertThat(FOLDERS).isNotEmpty().noneMatch(folder -> Files.exists(folder.home()));
  }

  @Test
  void testsRunInParallelEachInItsOwn() {
    var summary = run(Parallel.class);
    assertThat(summary.getFailures()).isEmpty();
    assertThat(METHOD_ENDPOINTS).hasSize(4);
  }

  @Test
  void aWorldThatIsNoneFailsWithItsProblems() {
    var failures = run(Malformed.class).getFailures();
    assertThat(failures).hasSize(2);
    assertThat(failures.stream().map(failure -> String.valueOf(failure.getException())).sorted())
        .satisfiesExactly(
            first -> assertThat(first).contains("`malformed-world.yaml` is no world", "line 2"),
            second -> assertThat(second).contains("no built-in world and no file `nowhere`"));
  }

  /// Only run by the tests above.
  @Disabled("run by the tests above")
  @SandboxWorld("application")
  static class Shared {
    @BeforeEach
    void note(URI endpoint, Sandbox sandbox) {
      FOLDERS.add(sandbox.client());
      assertThat(endpoint).isEqualTo(sandbox.endpoint());
    }

    @Test
    void one(SandboxClient client) {
      CLASS_ENDPOINTS.add(client.endpoint());
      SEEN.add(client.principal().substring(client.principal().lastIndexOf(':') + 1));
      assertThat(client.environment()).containsKeys("AWS_ENDPOINT_URL", "AWS_SECRET_ACCESS_KEY");
      assertThat(client.toString()).doesNotContain(client.secretAccessKey());
    }

    @Test
    void two(URI endpoint) {
      CLASS_ENDPOINTS.add(endpoint);
    }

    @Test
    @SandboxWorld(value = "iam-missing-stream-action", clock = "2027-01-01T00:00:00Z")
    void ownWorld(SandboxClient client, InstantSource clock) {
      METHOD_ENDPOINTS.add(client.endpoint());
      SEEN.add("iam-missing-stream-action");
      SEEN.add(clock.instant().toString().substring(0, 10));
    }

    @Nested
    class Inner {
      @Test
      void three(URI endpoint) {
        CLASS_ENDPOINTS.add(endpoint);
      }
    }
  }

  /// Only run by the tests above.
  @Disabled("run by the tests above")
  @Execution(ExecutionMode.CONCURRENT)
  static class Parallel {
    @RepeatedTest(4)
    @SandboxWorld("own-world.yaml")
    void each(SandboxClient client) {
      METHOD_ENDPOINTS.add(client.endpoint());
    }
  }

  /// Only run by the tests above.
  @Disabled("run by the tests above")
  static class Malformed {
    @Test
    @SandboxWorld("malformed-world.yaml")
    void malformed(URI endpoint) {
      METHOD_ENDPOINTS.add(endpoint);
    }

    @Test
    @SandboxWorld("nowhere")
    void nowhere(URI endpoint) {
      METHOD_ENDPOINTS.add(endpoint);
    }
  }
}
