package io.outcrop.cli.explain;

import io.outcrop.causes.Explainer;
import io.outcrop.causes.ExplanationContext;
import io.outcrop.causes.log.LogReader;
import io.outcrop.cli.place.Child;
import io.outcrop.cli.session.Session;
import io.outcrop.cli.terminal.OutputClosed;
import io.outcrop.cli.view.View;
import io.outcrop.report.Ending;
import io.outcrop.report.ExplanationJson;
import io.outcrop.report.ExplanationText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/// Runs somebody else's command, lets what it says pass, and explains it if it fails. In text the
/// explanation goes to standard error, so that the command's own output stays what it is; with
/// `--json` standard output is the explanation alone, and the command's goes to standard error.
final class WatchedCommand {
  private final Explainer explainer;
  private final ExplanationContext context;
  private final View view;
  private final Session session;

  WatchedCommand(Explainer explainer, ExplanationContext context, View view, Session session) {
    this.explainer = explainer;
    this.context = context;
    this.view = view;
    this.session = session;
  }

  int run(List<String> command) {
    var said = new BoundedText();
    var terminal = session.terminal();
    var code = 0;
    try (var child = Child.watched(command, Map.of(), List.of(), session)) {
      var out = view.jsonOnly() ? terminal.err() : terminal.out();
      var first = Thread.ofVirtual().start(() -> pass(child.out(), out, said));
      var second = Thread.ofVirtual().start(() -> pass(child.err(), terminal.err(), said));
      code = child.code();
      join(first);
      join(second);
    }
    var text = said.text();
    var pasted =
        Redacting.of(
            text, explainer.explain(text, context), LogReader.read(text, explainer, context));
    if (view.jsonOnly()) {
      view.write(_ -> "", () -> ExplanationJson.of(pasted));
    } else if (code != 0) {
      var ending = new Ending("", ExplainCommand.next(pasted.explanation()));
      terminal.tell("\n" + ExplanationText.render(pasted, ending, view.look()).stripTrailing());
    }
    return code;
  }

  private static void pass(InputStream from, OutputStream to, BoundedText said) {
    var buffer = new byte[16 * 1024];
    try {
      for (var count = from.read(buffer); count >= 0; count = from.read(buffer)) {
        said.add(buffer, count);
        to.write(buffer, 0, count);
        to.flush();
      }
    } catch (IOException | OutputClosed _) {
      drain(from, said, buffer);
    }
  }

  private static void drain(InputStream from, BoundedText said, byte[] buffer) {
    try {
      for (var count = from.read(buffer); count >= 0; count = from.read(buffer)) {
        said.add(buffer, count);
      }
    } catch (IOException _) {
      // the command has ended
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
