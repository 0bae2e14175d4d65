package io.outcrop.report;

import io.outcrop.access.examination.Matrix;
import io.outcrop.report.style.Look;
import io.outcrop.report.style.Mark;
import io.outcrop.report.style.Page;
import io.outcrop.report.style.Style;
import io.outcrop.report.style.Styled;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// What changes while somebody watches.
public final class WatchText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

  private WatchText() {}

  /// One examination that differed from the one before.
  ///
  /// @param now the examination
  public static String step(Instant at, List<String> lines, Matrix now, Look look) {
    var page = new Page().text(0, Styled.of(Style.STRONG, TIME.format(at)));
    lines.forEach(line -> page.item(2, Mark.NOTHING, Styled.prose(line)));
    return "\n" + page.render(look, MatrixText.principals(now));
  }

  /// The end of watching.
  public static String ending(
      String status, int examinations, Duration took, Ending ending, Look look) {
    var page =
        new Page()
            .text(
                0,
                Styled.of(Style.STRONG, status)
                    .plus(
                        Style.PLAIN,
                        " after %d examinations in %d s"
                            .formatted(examinations, took.toSeconds())));
    ending.addTo(page);
    return "\n" + page.render(look);
  }
}
