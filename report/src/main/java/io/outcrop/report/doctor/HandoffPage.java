package io.outcrop.report.doctor;

import io.outcrop.access.handoff.Handoff;
import io.outcrop.access.handoff.Handoff.Ask;
import io.outcrop.access.handoff.Handoff.Requirement;
import io.outcrop.access.handoff.Handoff.Work;
import io.outcrop.access.handoff.NeededPolicy;
import io.outcrop.access.handoff.Script;
import io.outcrop.access.handoff.Script.Purpose;
import io.outcrop.json.JsonWriter;
import io.outcrop.report.Ending;
import io.outcrop.report.document.Block;
import io.outcrop.report.document.Document;
import io.outcrop.report.document.Tone;
import java.util.ArrayList;
import java.util.List;

/// The page for whoever can mend what the caller cannot: ready to send, with everything that is
/// needed and no secret.
public final class HandoffPage {
  private final Handoff handoff;
  private final List<Block> blocks = new ArrayList<>();

  private HandoffPage(Handoff handoff) {
    this.handoff = handoff;
  }

  /// The page.
  public static Document of(Handoff handoff, Ending ending) {
    var page = new HandoffPage(handoff);
    page.write();
    return new Document(page.title(), page.blocks, ExaminationPage.footer(ending));
  }

  private String title() {
    var model = handoff.call().modelId();
    var name = handoff.caller().name();
    return "Access to %s in %s%s"
        .formatted(
            model.isEmpty() ? "Claude" : "`" + model + "`",
            handoff.call().region().isEmpty() ? "no region" : handoff.call().region(),
            name.isEmpty() ? "" : " for `" + name + "`");
  }

  private void write() {
    var examination = handoff.examination();
    blocks.add(
        new Block.Verdict(
            ExaminationPage.tone(examination.status()), ExaminationPage.verdict(examination)));
    works();
    section("Who calls", HandoffCall.caller(handoff.caller()));
    section("The call and its error", HandoffCall.call(handoff.call()));
    proof();
    handoff.policy().forEach(this::policy);
    asks();
    requirements();
    next();
    scripts("To be run by the administrator", Purpose.CURE_ACCOUNT, Purpose.UNDO_ACCOUNT);
    scripts("To be run by whoever runs the program", Purpose.CURE_CALLER);
    if (!handoff.links().isEmpty()) {
      section(
          "In the console",
          List.of(
              new Block.Links(
                  handoff.links().stream()
                      .map(link -> new Block.Link(link.label(), link.address()))
                      .toList())));
    }
    retest();
    if (!examination.notes().isEmpty()) {
      section("Notes", ExaminationPage.notes(examination.notes()));
    }
  }

  private void section(String title, List<Block> inner) {
    if (!inner.isEmpty()) {
      blocks.add(new Block.Section(title, inner));
    }
  }

  private void works() {
    if (handoff.works().isEmpty()) {
      return;
    }
    section(
        "What is asked for",
        List.of(new Block.Steps(handoff.works().stream().map(HandoffPage::work).toList())));
  }

  private static Block.Step work(Work work) {
    var facts = new ArrayList<Block.Fact>();
    fact("who", work.who(), facts);
    var writes = work.call().startsWith("writes ");
    fact(
        writes ? "file" : "API call",
        work.call().isEmpty() ? "" : "`" + work.call().replaceFirst("writes ", "") + "`",
        facts);
    fact("effect", work.effect(), facts);
    fact("work", work.facts().takes(), facts);
    fact("acts after", work.facts().acts(), facts);
    fact("risk", work.facts().risk(), facts);
    fact("undo", work.undo(), facts);
    fact("cures", work.cause(), facts);
    fact("source", work.facts().source(), facts);
    return new Block.Step(work.title(), List.of(new Block.Facts(facts)));
  }

  private static void fact(String name, String value, List<Block.Fact> facts) {
    if (!value.isEmpty()) {
      facts.add(new Block.Fact(name, value));
    }
  }

  private void proof() {
    var root = handoff.examination().root();
    if (root.isEmpty()) {
      return;
    }
    var inner = new ArrayList<Block>();
    inner.add(new Block.Prose(FindingBlocks.sentence(root.get())));
    inner.add(
        new Block.Prose(
            switch (root.get().confidence()) {
              case CERTAIN ->
                  "Certain: what was predicted from the policies and the account is what AWS"
                      + " answered, or it was read as it stands.";
              case LIKELY ->
                  "Likely: prediction and answer were not both to be had, or AWS's words leave"
                      + " room.";
              case POSSIBLE -> "Possible: something else may explain the answer as well.";
            }));
    inner.addAll(FindingBlocks.evidence(root.get()));
    section("What is proved, and how", inner);
  }

  private void policy(NeededPolicy policy) {
    var inner = new ArrayList<Block>();
    inner.add(
        new Block.Prose(
            switch (policy.standing()) {
              case MISSING -> "No policy of the principal gives all of this yet.";
              case THERE ->
                  "The principal's policies give all of this already: nothing is to be granted. It"
                      + " stands here for comparison.";
              case UNKNOWN ->
                  "The principal's policies could not be read, so whether some of it is there"
                      + " already is not known.";
            }));
    inner.add(new Block.Prose("Attach it to " + policy.target() + "."));
    policy.notes().forEach(note -> inner.add(new Block.Prose("Note: " + note + ".")));
    inner.add(
        new Block.Section(
            "Narrow: exactly what the call needs",
            List.of(
                new Block.Code("json", JsonWriter.pretty(policy.narrow())),
                new Block.Points(
                    policy.reasons().stream()
                        .map(reason -> new Block.Point(Tone.NOTHING, reason, List.of()))
                        .toList()))));
    inner.add(
        new Block.Section(
            "Wide: not asked for",
            List.of(
                new Block.Code("json", JsonWriter.pretty(policy.wide())),
                new Block.Prose("Why not: " + policy.whyNotWide() + "."))));
    policy.forms().stream()
        .filter(form -> !hasScript() || !isShell(form))
        .forEach(form -> inner.add(form(form)));
    section("The policy it needs", inner);
  }

  /// Where a script mends the account, it holds the grant: what is granted does not stand on the
  /// page twice.
  private boolean hasScript() {
    return handoff.scripts().stream().anyMatch(one -> one.purpose() == Purpose.CURE_ACCOUNT);
  }

  private static boolean isShell(NeededPolicy.FormText form) {
    return form.language().equals("sh") || form.language().equals("powershell");
  }

  private static Block form(NeededPolicy.FormText form) {
    if (form.text().isEmpty()) {
      return new Block.Section(
          form.title(), List.of(new Block.Prose("Not possible: " + form.words() + ".")));
    }
    var inner = new ArrayList<Block>();
    inner.add(new Block.Prose("What it does: " + form.words() + "."));
    inner.add(new Block.Code(form.language(), form.text()));
    if (!form.undo().isBlank()) {
      inner.add(new Block.Prose("To take it back:"));
      inner.add(
          new Block.Code(form.language().equals("powershell") ? "powershell" : "sh", form.undo()));
    }
    return new Block.Section("The narrow policy as " + form.title(), inner);
  }

  private void asks() {
    section(
        "What somebody else has to change", handoff.asks().stream().map(HandoffPage::ask).toList());
  }

  private static Block ask(Ask ask) {
    var inner = new ArrayList<Block>();
    inner.add(new Block.Prose("Ask " + ask.who() + ": " + ask.change() + "."));
    if (!ask.needs().isEmpty()) {
      inner.add(new Block.Prose("All that has to pass, so that the next wall is not met:"));
      inner.add(
          new Block.Points(
              ask.needs().stream()
                  .map(need -> new Block.Point(Tone.NOTHING, need, List.of()))
                  .toList()));
    }
    if (!ask.document().isEmpty()) {
      inner.add(new Block.Prose("The policy as it has to be:"));
      inner.add(new Block.Code("json", JsonWriter.pretty(ask.document().getFirst())));
    }
    return new Block.Section(
        ask.layer() + (ask.policy().isEmpty() ? "" : " " + ask.policy()), inner);
  }

  private void requirements() {
    section(
        "What it needs besides IAM",
        List.of(
            new Block.Table(
                List.of("requirement", "state", "what was seen"),
                handoff.requirements().stream().map(HandoffPage::requirement).toList())));
  }

  private static List<String> requirement(Requirement one) {
    return List.of(one.name(), one.state().words(), one.detail());
  }

  private void next() {
    var inner = new ArrayList<Block>();
    for (var finding : handoff.examination().next()) {
      var own = new ArrayList<Block>();
      own.addAll(FindingBlocks.evidence(finding));
      own.addAll(FindingBlocks.cures(finding));
      inner.add(new Block.Section(FindingBlocks.sentence(finding), own));
    }
    if (!inner.isEmpty()) {
      inner.addFirst(
          new Block.Prose(
              "Once the root cause is gone, the same call would meet this, in this order. The cure"
                  + " above takes it into account."));
    }
    section("What comes next", inner);
  }

  private void scripts(String title, Purpose... purposes) {
    section(title, scripts(List.of(purposes)));
  }

  private List<Block> scripts(List<Purpose> purposes) {
    return purposes.stream()
        .flatMap(purpose -> handoff.scripts().stream().filter(one -> one.purpose() == purpose))
        .map(HandoffPage::script)
        .toList();
  }

  private static Block script(Script script) {
    return new Block.Section(
        "`" + script.file() + "`",
        List.of(
            new Block.Prose("It " + script.does() + "."),
            new Block.Code(script.shell().language(), script.text())));
  }

  private void retest() {
    var inner = new ArrayList<Block>();
    if (!handoff.retest().isEmpty()) {
      inner.add(new Block.Code("sh", handoff.retest()));
    }
    inner.addAll(scripts(List.of(Purpose.TEST_CALL, Purpose.VERIFY)));
    section("How to test again", inner);
  }
}
