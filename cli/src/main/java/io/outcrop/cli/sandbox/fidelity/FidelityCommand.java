package io.outcrop.cli.sandbox.fidelity;

import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Nearest;
import io.outcrop.cli.arguments.Syntax;
import io.outcrop.cli.place.PlaceOptions;
import io.outcrop.cli.session.Command;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.ExitCode;
import io.outcrop.cli.session.Session;
import io.outcrop.cli.view.View;
import io.outcrop.cli.view.ViewOptions;
import io.outcrop.sandbox.fidelity.Ledger;
import java.util.List;

/// `outcrop sandbox fidelity`.
public final class FidelityCommand implements Command {
  /// The command.
  public FidelityCommand() {}

  @Override
  public Syntax syntax() {
    return Syntax.of("sandbox fidelity", "say how we know that AWS does what the sandbox does")
        .withOperands("[SERVICE|record]", 1)
        .with(PlaceOptions.OPTIONS)
        .with(ViewOptions.OPTIONS)
        .withExamples(
            "outcrop sandbox fidelity",
            "outcrop sandbox fidelity iam",
            "outcrop sandbox fidelity record --profile mine --json --output report.json");
  }

  @Override
  public int run(Arguments arguments, Session session) {
    if (arguments.operands().equals(List.of("record"))) {
      return new Recorder(arguments, session).run();
    }
    var ledger = Ledger.shipped();
    var view = View.of(arguments, session);
    if (arguments.operands().isEmpty()) {
      view.write(
          look -> LedgerView.overview(ledger, look), () -> LedgerView.json(ledger.entries()));
      return ExitCode.FINE;
    }
    var service = arguments.operands().getFirst();
    if (!ledger.services().contains(service)) {
      throw Complaint.usage(
          "the ledger has no service `" + service + "`",
          Nearest.to(service, ledger.services())
              .map(near -> "did you mean `" + near + "`?")
              .orElse(String.join(", ", ledger.services())));
    }
    var entries = ledger.of(service);
    view.write(look -> LedgerView.of(entries, look), () -> LedgerView.json(entries));
    return ExitCode.FINE;
  }
}
