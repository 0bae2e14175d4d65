package io.outcrop.cli.doctor;

import io.outcrop.access.paid.PaidProbe;
import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.Session;
import io.outcrop.report.doctor.PaidProbeText;
import io.outcrop.report.style.Look;
import java.util.List;

/// Says what paid probes would start and cost, and asks. Once given, consent holds for the run.
public final class PaidConsent {
  private final boolean yes;
  private final Session session;
  private final Look look;
  private boolean given;

  /// @param look how the page is laid out
  public PaidConsent(Arguments arguments, Session session, Look look) {
    this.yes = arguments.has("--yes");
    this.session = session;
    this.look = look;
  }

  /// Complains, before anything is sent, if consent is needed and nobody can give it.
  public void canBeGiven() {
    if (!yes && !session.terminal().canAsk()) {
      throw Complaint.usage(
          "`--probe paid` asks before it sends anything, and there is no terminal to ask on",
          "`--yes` agrees beforehand; `--probe free` costs nothing");
    }
  }

  /// Whether `probes` may be sent.
  public boolean allows(List<PaidProbe> probes) {
    if (given || probes.isEmpty()) {
      return true;
    }
    session.terminal().tell(PaidProbeText.render(probes, look).stripTrailing());
    given = yes || session.terminal().ask("\nSend this?");
    if (!given) {
      session.terminal().tell("outcrop: no call was made to a model");
    }
    return given;
  }
}
