package io.outcrop.sandbox.steering;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.outcrop.aws.Secret;
import io.outcrop.http.LoopbackCall;
import io.outcrop.json.Json;
import io.outcrop.sandbox.Sandbox;
import io.outcrop.sandbox.WorldFolder;
import io.outcrop.sandbox.world.Worlds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ControlTest {
  @TempDir Path temp;

  private Path folder = Path.of("");
  private Sandbox sandbox;

  @BeforeEach
  void start() {
    folder = temp.resolve("world");
    WorldFolder.create(folder, Worlds.get("application"));
    sandbox = Sandbox.start(Sandbox.Options.in(folder));
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private static Json.Obj done(Steering.Outcome outcome) {
    assertThat(outcome).isInstanceOf(Steering.Outcome.Done.class);
    return ((Steering.Outcome.Done) outcome).answer();
  }

  private static Steering.Outcome.Refused refused(Steering.Outcome outcome) {
    assertThat(outcome).isInstanceOf(Steering.Outcome.Refused.class);
    return (Steering.Outcome.Refused) outcome;
  }

  private LoopbackCall.Answer raw(String method, String name, String token, String body) {
    return LoopbackCall.make(
        method,
        sandbox.endpoint().resolve(ControlDoor.PREFIX + name),
        token.isEmpty() ? Map.of() : Map.of(ControlDoor.HEADER, token),
        body);
  }

  @Test
  void nobodyComesInWithoutTheToken() throws IOException {
    var token = folder.resolve("control-token");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(token)))
        .isEqualTo("rw-------");
    for (var name : List.of("world", "faults", "snapshot", "nothing")) {
      assertThat(raw("GET", name, "", "").status()).isEqualTo(401);
      assertThat(raw("GET", name, "x", "").body()).doesNotContain("secret");
    }
    assertThat(raw("GET", "world", Files.readString(token).strip(), "").status()).isEqualTo(200);
    assertThat(new Steering(sandbox.endpoint(), Secret.of("no")).world())
        .isInstanceOf(Steering.Outcome.Refused.class);
  }

  @Test
  void everyAnswerFollowsTheSchema() throws IOException {
    var schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Files.readString(Path.of("..", "docs", "schema", "sandbox-control.json")));
    var token = sandbox.steering().token().reveal();
    var answers =
        List.of(
            raw("GET", "world", token, ""),
            raw("GET", "faults", token, ""),
            raw("PUT", "faults", token, "{\"faults\": [{\"kind\": \"DROP\"}]}"),
            raw("PUT", "faults", token, "{\"faults\": [{\"kind\": \"DRIP\"}]}"),
            raw("DELETE", "faults", token, ""),
            raw("PUT", "clock", token, "{\"by\": \"PT1M\"}"),
            raw("PUT", "clock", token, "{\"by\": \"soon\"}"),
            raw("GET", "snapshot", token, ""),
            raw("POST", "restore", token, "{"),
            raw("POST", "reset", token, ""),
            raw("GET", "traces", token, ""),
            raw("GET", "traces?after=?", token, ""),
            raw("GET", "nothing", token, ""));
    assertThat(answers.stream().map(LoopbackCall.Answer::status))
        .containsExactly(200, 200, 200, 400, 200, 200, 400, 200, 400, 200, 200, 400, 404);
    for (var answer : answers) {
      assertThat(schema.validate(answer.body(), InputFormat.JSON)).as(answer.body()).isEmpty();
    }
  }

  @Test
  void theWorldIsShownWithoutSecrets() {
    var shown = done(sandbox.steering().world()).toString();
    assertThat(shown).contains("AKIAIOSFODNN7EXAMPLE", "InvokeClaude");
    assertThat(shown)
        .doesNotContain(sandbox.client().environment().get("AWS_SECRET_ACCESS_KEY"))
        .doesNotContain("\"secret\"");
  }

  @Test
  void faultsComeAndGoWhileTheWorldIsServed() {
    var steering = sandbox.steering();
    var throttle = Json.array(List.of(Json.object().with("kind", Json.of("THROTTLE"))));
    assertThat(done(steering.replaceFaults(throttle)).list("faults")).hasSize(1);
    assertThat(done(steering.faults()).toString()).contains("THROTTLE");
    assertThat(refused(steering.replaceFaults(Json.of("all"))).message())
        .contains("expected an array");
    assertThat(done(steering.faults()).list("faults")).hasSize(1);
    assertThat(done(steering.clearFaults()).list("faults")).isEmpty();
  }

  @Test
  void theClockIsMovedBothWays() {
    var steering = sandbox.steering();
    var before = sandbox.clock().instant();
    done(steering.moveClock(Duration.ofHours(3)));
    assertThat(sandbox.clock().instant()).isAfterOrEqualTo(before.plus(Duration.ofHours(3)));
    done(steering.moveClock(Duration.ofHours(-4)));
    assertThat(sandbox.clock().instant()).isBefore(before);
    var now = done(steering.setClock(Instant.parse("2027-01-01T00:00:00Z"))).text("now");
    assertThat(Instant.parse(now.orElseThrow()))
        .isBetween("2027-01-01T00:00:00Z", "2027-01-01T00:10:00Z");
  }

  @Test
  void aSnapshotBringsBackWhatWasAndWhen() {
    var steering = sandbox.steering();
    done(steering.setClock(Instant.parse("2026-12-24T18:00:00Z")));
    var before = sandbox.client().environment();
    var snapshot = done(steering.snapshot()).toString();
    done(steering.replaceFaults(Json.array(List.of(Json.object().with("kind", Json.of("DROP"))))));
    done(steering.setClock(Instant.parse("2027-12-24T18:00:00Z")));
    done(steering.restore(snapshot));
    assertThat(done(steering.faults()).list("faults")).isEmpty();
    assertThat(sandbox.client().environment()).isEqualTo(before);
    assertThat(sandbox.clock().instant()).isBetween("2026-12-24T18:00:00Z", "2026-12-24T18:10:00Z");
  }

  @Test
  void aSnapshotOfAnotherWorldIsRefused() {
    var other = temp.resolve("other");
    WorldFolder.create(other, Worlds.get("healthy"));
    try (var healthy = Sandbox.start(Sandbox.Options.in(other))) {
      var snapshot = done(healthy.steering().snapshot()).toString();
      assertThat(refused(sandbox.steering().restore(snapshot)).message())
          .isEqualTo("the snapshot is of the world `healthy`, and `application` is served");
    }
  }

  @Test
  void resetKeepsTheKeys() {
    var steering = sandbox.steering();
    var keys = sandbox.client().environment();
    var world = done(steering.world());
    done(steering.replaceFaults(Json.array(List.of(Json.object().with("kind", Json.of("DROP"))))));
    done(steering.moveClock(Duration.ofDays(90)));
    done(steering.reset());
    assertThat(done(steering.world())).isEqualTo(world);
    assertThat(sandbox.client().environment()).isEqualTo(keys);
    assertThat(sandbox.clock().instant()).isBefore("2026-11-20T10:00:00Z");
  }
}
