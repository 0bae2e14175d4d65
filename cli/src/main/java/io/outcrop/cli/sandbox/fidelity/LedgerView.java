package io.outcrop.cli.sandbox.fidelity;

import io.outcrop.json.Json;
import io.outcrop.report.style.Look;
import io.outcrop.report.style.Mark;
import io.outcrop.report.style.Page;
import io.outcrop.report.style.Style;
import io.outcrop.report.style.Styled;
import io.outcrop.sandbox.fidelity.Entry;
import io.outcrop.sandbox.fidelity.Ledger;
import java.util.List;

/// The ledger as people and programs read it.
final class LedgerView {
  private static final int COLUMN = 18;

  private LedgerView() {}

  /// How many of each kind there are, service by service.
  static String overview(Ledger ledger, Look look) {
    var page = new Page();
    for (var service : ledger.services()) {
      var entries = ledger.of(service);
      page.labelled(
          0,
          service,
          COLUMN,
          Styled.prose(
              "%s, %s: %d documented, %d observed, %d unverified"
                  .formatted(
                      counted(count(entries, Entry.Kind.OPERATION), "operation"),
                      counted(count(entries, Entry.Kind.SENTENCE), "sentence"),
                      count(entries, Entry.Status.DOCUMENTED),
                      count(entries, Entry.Status.OBSERVED),
                      count(entries, Entry.Status.UNVERIFIED))));
    }
    page.gap().text(0, Styled.of(Style.PLAIN, "Next:"));
    page.verbatim(2, "outcrop sandbox fidelity bedrock-runtime");
    return page.render(look);
  }

  /// Every entry of one service.
  static String of(List<Entry> entries, Look look) {
    var page = new Page();
    for (var entry : entries) {
      page.item(
          0,
          mark(entry.status()),
          Styled.of(Style.PLAIN, entry.text() + " – " + entry.status().word()));
      page.text(2, Styled.of(Style.FAINT, entry.source() + ", " + entry.asOf()));
      if (!entry.note().isEmpty()) {
        page.text(2, Styled.of(Style.FAINT, "note: " + entry.note()));
      }
    }
    return page.render(look);
  }

  static Json.Obj json(List<Entry> entries) {
    return Json.object()
        .with("formatVersion", Json.of(1))
        .with(
            "entries",
            Json.array(
                entries.stream()
                    .map(entry -> Ledger.write(entry).with("service", Json.of(entry.service())))
                    .toList()));
  }

  private static Mark mark(Entry.Status status) {
    return switch (status) {
      case DOCUMENTED, OBSERVED -> Mark.FINE;
      case UNVERIFIED -> Mark.WARNING;
    };
  }

  private static String counted(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static long count(List<Entry> entries, Entry.Kind kind) {
    return entries.stream().filter(entry -> entry.kind() == kind).count();
  }

  private static long count(List<Entry> entries, Entry.Status status) {
    return entries.stream().filter(entry -> entry.status() == status).count();
  }
}
