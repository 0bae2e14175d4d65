package io.outcrop.cli.explain;

import io.outcrop.causes.redact.Redaction;
import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Option;
import io.outcrop.cli.arguments.Syntax;
import io.outcrop.cli.session.Command;
import io.outcrop.cli.session.ExitCode;
import io.outcrop.cli.session.Session;
import io.outcrop.report.style.Masking;
import java.util.List;

/// `outcrop redact`.
public final class RedactCommand implements Command {
  /// The command.
  public RedactCommand() {}

  @Override
  public Syntax syntax() {
    return Syntax.of("redact", "take the secrets out of a text")
        .withOperands("[FILE|-]", 1)
        .with(
            List.of(
                Option.flag("--mask", "hide account ids, names in ARNs and e-mail addresses too")))
        .withExamples("outcrop redact error.txt > safe.txt");
  }

  @Override
  public int run(Arguments arguments, Session session) {
    var named = arguments.operands().isEmpty() ? "-" : arguments.operands().getFirst();
    var terminal = session.terminal();
    if (named.equals("-") && terminal.attached().in()) {
      terminal.tell("reading standard input; end it with Ctrl-D");
    }
    var redaction = Redaction.of(TextFile.read(named, session));
    terminal.print(Masking.of(redaction.text(), arguments.has("--mask")).apply(redaction.text()));
    for (var kind : redaction.found()) {
      var count = redaction.secrets().stream().filter(secret -> secret.kind() == kind).count();
      terminal.tell("%s, taken out %s: %s".formatted(kind.words(), times(count), kind.remedy()));
    }
    return ExitCode.FINE;
  }

  private static String times(long count) {
    return count == 1 ? "once" : count + " times";
  }
}
