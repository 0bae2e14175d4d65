package io.outcrop.cli.doctor;

import io.outcrop.access.announcement.Announcements;
import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.place.ClientOptions;
import io.outcrop.cli.place.Place;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.ExitCode;
import io.outcrop.cli.session.Session;
import io.outcrop.cli.view.View;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.report.Ending;
import io.outcrop.report.doctor.AnnouncementJson;
import io.outcrop.report.doctor.AnnouncementText;
import java.util.List;

/// `outcrop doctor --explain-calls`: what a run would call, without calling it.
final class ExplainCalls {
  private ExplainCalls() {}

  static int run(Arguments arguments, Session session) {
    for (var other : List.of("--evidence", "--save-evidence", "--watch", "--every", "--handoff")) {
      if (arguments.has(other)) {
        throw Complaint.usage(
            "`--explain-calls` calls nothing, and `" + other + "` is about what was seen",
            "leave one of them out");
      }
    }
    var view = View.of(arguments, session);
    var wishes = ClientOptions.wishes(arguments, session);
    try (var place = Place.open(wishes, session)) {
      var requests = Cells.of(arguments, place.request(), ModelCatalogue.shipped());
      var announcement = Announcements.of(requests);
      var ending = new Ending(place.world(), new NextSteps(wishes, arguments).announced());
      view.write(
          look -> AnnouncementText.render(announcement, ending, look),
          () -> AnnouncementJson.of(announcement, ending));
      return ExitCode.FINE;
    }
  }
}
