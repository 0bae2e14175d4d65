package io.outcrop.access.composed;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.Healing;
import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.client.Setting;
import io.outcrop.sandbox.Sandbox;
import io.outcrop.sandbox.WorldFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where the root of a made-up account can be cured from here, it is: the plan goes through, the
/// root is gone, and undo brings the account and the client's files back.
///
/// `-Dcomposed.seed=N -Dcomposed.fixes=M` tries others.
final class ComposedFixTest {
  private static final long SEED = Long.getLong("composed.seed", 20_261_129L);
  private static final int COUNT = Integer.getInteger("composed.fixes", 45);
  private static final List<String> CLOCKS =
      List.of("2026-02-01T09:00:00Z", "2026-08-25T09:00:00Z", "2026-11-20T09:00:00Z");
  private static final int NUMBER = 1_000;

  @TempDir Path folder;

  static List<String> clocks() {
    return CLOCKS;
  }

  @ParameterizedTest
  @MethodSource("clocks")
  void whatCanBeCuredIsCuredAndBroughtBack(String clock) throws IOException {
    var wrong = new ArrayList<String>();
    var tried = 0;
    for (var seed = SEED; tried < COUNT / CLOCKS.size(); seed++) {
      var composition = Composition.of(seed, Instant.parse(clock));
      var healing = composition.faults().isEmpty() ? new Healing(false, "") : healed(composition);
      tried += healing.tried() ? 1 : 0;
      if (!healing.trouble().isEmpty()) {
        wrong.add(
            composition + ": " + healing.trouble() + "\n" + new Trial(composition, NUMBER).file());
      }
    }
    assertThat(wrong.stream().limit(3).toList()).as("%d wrong", wrong.size()).isEmpty();
  }

  /// A Deny by the caller's address, and one against buying, beside what can be cured.
  @ParameterizedTest
  @ValueSource(longs = {5065, 5133})
  void whatWasWrongOnceIsRight(long seed) throws IOException {
    for (var clock : CLOCKS) {
      var composition = Composition.of(seed, Instant.parse(clock));
      if (!composition.faults().isEmpty()) {
        assertThat(healed(composition).trouble()).as(composition.toString()).isEmpty();
      }
    }
  }

  private Healing healed(Composition composition) throws IOException {
    var draft = composition.draft(NUMBER);
    var place = folder.resolve(composition.seed() + "-" + composition.clock().getEpochSecond());
    WorldFolder.create(place.resolve("world"), ComposedWorld.of(List.of(draft)));
    var work = Files.createDirectories(place.resolve("work"));
    Files.writeString(work.resolve(".env"), "BEDROCK_MODEL_ID=" + draft.called + "\n");
    try (var sandbox =
        Sandbox.start(
            Sandbox.Options.in(place.resolve("world"))
                .withClock(InstantSource.fixed(draft.clock)))) {
      var request = new Visit(sandbox, place, draft).request();
      return Healing.of(sandbox, in(work, request), place.resolve("journals"));
    }
  }

  /// The same question by a client whose `.env` names the model.
  private static ExaminationRequest in(Path work, ExaminationRequest request) {
    var client = request.client();
    return new ExaminationRequest(
        new ClientSide(client.environment(), client.home(), work, client.clockOffset(), true),
        new Setting("BEDROCK_MODEL_ID", "", ""),
        request.region(),
        request.profile(),
        request.adminProfile(),
        request.probing(),
        request.endpoint(),
        request.timeout(),
        request.clock());
  }
}
