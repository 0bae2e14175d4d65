package io.outcrop.cloud.inspection;

import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.client.Setting;
import java.time.Instant;
import java.util.List;

/// Looks at a client side for what explains failures. Nothing is sent and no program is started.
public final class Inspection {
  private Inspection() {}

  /// The hints of `client`, in a fixed order.
  ///
  /// @param profileOverride the profile named on the command line; empty if none is
  /// @param region the region that is called; unset for the one that the client side names
  /// @param now the time by which keys end
  public static List<Hint> of(
      ClientSide client, String profileOverride, Setting region, Instant now) {
    var looking = Looking.at(client, profileOverride, region, now);
    FileHints.add(looking);
    RegionHints.add(looking);
    KeyHints.add(looking);
    ApiKeyHints.add(looking);
    VariableHints.add(looking);
    EndpointHints.add(looking);
    TrustHints.add(looking);
    ClaudeHints.add(looking);
    return List.copyOf(looking.found());
  }
}
