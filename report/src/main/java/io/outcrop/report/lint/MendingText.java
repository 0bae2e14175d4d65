package io.outcrop.report.lint;

import io.outcrop.report.style.LineDiff;
import io.outcrop.report.style.Look;
import io.outcrop.report.style.Page;
import io.outcrop.report.style.Style;
import io.outcrop.report.style.Styled;
import java.util.List;

/// What fixes change in files, for a person who has to agree.
public final class MendingText {
  private MendingText() {}

  /// A file before and after.
  ///
  /// @param titles what was done, in order
  public record Mended(String file, String before, String after, List<String> titles) {
    public Mended {
      titles = List.copyOf(titles);
    }
  }

  /// The page, ended by an empty line.
  public static String render(List<Mended> files, Look look) {
    var page = new Page();
    for (var file : files) {
      page.text(0, Styled.of(Style.STRONG, file.file()).plus(Style.PLAIN, ":"));
      file.titles().forEach(title -> page.text(2, Styled.prose(title)));
      page.gap();
      LineDiff.of(file.before(), file.after()).addTo(page, 2);
      page.gap();
    }
    return page.render(look);
  }
}
