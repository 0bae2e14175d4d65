package io.outcrop.access;

import io.outcrop.access.apply.Settling;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.access.journal.Journals;
import io.outcrop.causes.CauseCatalogue;
import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.client.Setting;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.sandbox.Sandbox;
import io.outcrop.sandbox.WorldFolder;
import io.outcrop.sandbox.world.WorldReading;
import io.outcrop.sandbox.world.Worlds;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// A running world, and the questions that a person in it would ask.
final class InWorld implements AutoCloseable {
  private final Sandbox sandbox;

  private InWorld(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  static InWorld create(Path folder, String name) {
    WorldFolder.create(folder, Worlds.get(name));
    return open(folder, null);
  }

  /// The world that `yaml` writes.
  static InWorld written(Path folder, String yaml) {
    write(folder, yaml);
    return open(folder, null);
  }

  /// Makes the world that `yaml` writes.
  static void write(Path folder, String yaml) {
    switch (Worlds.read(yaml)) {
      case WorldReading.Read(var world) -> WorldFolder.create(folder, world);
      case WorldReading.Malformed(var problems) -> throw new AssertionError(problems.toString());
    }
  }

  static InWorld open(Path folder, @Nullable Instant now) {
    return at(folder, now == null ? null : InstantSource.fixed(now));
  }

  /// The world in `folder` at the time that `clock` says; null for its own.
  static InWorld at(Path folder, @Nullable InstantSource clock) {
    return new InWorld(Sandbox.start(Sandbox.Options.in(folder).withClock(clock)));
  }

  Sandbox sandbox() {
    return sandbox;
  }

  static Doctor doctor() {
    return new Doctor(CauseCatalogue::shipped, ModelCatalogue.shipped());
  }

  /// A fixer who waits for nothing and proves once.
  static Fixer fixer(Path journals) {
    return fixer(journals, () -> {});
  }

  /// The same, where `aroundWrite` runs around every write of a journal.
  static Fixer fixer(Path journals, Runnable aroundWrite) {
    return new Fixer(
        doctor(),
        new Journals(journals, aroundWrite, InstantSource.system()),
        _ -> {},
        new Patience(Duration.ZERO, 1, new Settling(3, Duration.ZERO, _ -> {})),
        Wishes.USUAL);
  }

  /// What `doctor` and `fix` ask when nothing else is said.
  ExaminationRequest request() {
    var client = sandbox.client();
    return new ExaminationRequest(
        new ClientSide(
            client.environment(),
            client.home(),
            client.workingDirectory(),
            client.clockOffset(),
            true),
        model(),
        region(),
        "",
        client.adminProfile(),
        ExaminationRequest.Probing.FREE,
        sandbox.endpoint(),
        Duration.ofSeconds(30),
        sandbox.clock());
  }

  /// What the doctor says of [#request].
  Examination examine() {
    return doctor().examine(request());
  }

  /// The client side's own; the subject's where there is no client side.
  private Setting region() {
    return sandbox.client().environment().isEmpty()
        ? new Setting("AWS_REGION", sandbox.subject().region(), "world")
        : Setting.unset("AWS_REGION");
  }

  /// Unset where the client side names a model itself.
  private Setting model() {
    var file = sandbox.client().workingDirectory().resolve(".env");
    var named = TestFiles.text(file).contains("BEDROCK_MODEL_ID=");
    return named
        ? new Setting("BEDROCK_MODEL_ID", "", "")
        : new Setting("BEDROCK_MODEL_ID", sandbox.subject().model(), "world");
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
