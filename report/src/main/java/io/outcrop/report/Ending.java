package io.outcrop.report;

import io.outcrop.json.Json;
import io.outcrop.report.style.Page;
import io.outcrop.report.style.Style;
import io.outcrop.report.style.Styled;

/// What every report ends with.
///
/// @param world the sandbox's world that answered; empty for AWS itself
/// @param nextCommand the next command to type; empty if there is none
public record Ending(String world, String nextCommand) {
  /// Nothing to add.
  public static Ending none() {
    return new Ending("", "");
  }

  /// Adds it to the end of `page`.
  public void addTo(Page page) {
    if (!world.isEmpty()) {
      page.gap()
          .text(0, Styled.of(Style.FAINT, "sandbox: the world `" + world + "` answered, not AWS"));
    }
    if (!nextCommand.isEmpty()) {
      page.gap().text(0, Styled.of(Style.PLAIN, "Next:")).verbatim(2, nextCommand);
    }
  }

  /// `report` with it.
  public Json.Obj addTo(Json.Obj report) {
    var marked = report.with("sandbox", Json.of(!world.isEmpty()));
    var named = world.isEmpty() ? marked : marked.with("world", Json.of(world));
    return nextCommand.isEmpty() ? named : named.with("nextCommand", Json.of(nextCommand));
  }
}
