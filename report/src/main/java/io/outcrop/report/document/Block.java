package io.outcrop.report.document;

import java.util.List;
import java.util.function.UnaryOperator;

/// A part of a page. In running words, what stands between backticks is code.
public sealed interface Block {
  /// A part with a heading of its own.
  ///
  /// @param title running words
  record Section(String title, List<Block> blocks) implements Block {
    public Section {
      blocks = List.copyOf(blocks);
    }
  }

  /// The one sentence that the page is there for.
  record Verdict(Tone tone, String text) implements Block {}

  /// A paragraph.
  record Prose(String text) implements Block {}

  /// Short values with their names.
  record Facts(List<Fact> facts) implements Block {
    public Facts {
      facts = List.copyOf(facts);
    }
  }

  /// One value and its name.
  record Fact(String name, String value) {}

  /// A list; its order counts for nothing.
  record Points(List<Point> points) implements Block {
    public Points {
      points = List.copyOf(points);
    }
  }

  /// One point of a list, with what belongs to it.
  record Point(Tone tone, String text, List<Block> blocks) {
    public Point {
      blocks = List.copyOf(blocks);
    }
  }

  /// Steps in their order.
  record Steps(List<Step> steps) implements Block {
    public Steps {
      steps = List.copyOf(steps);
    }
  }

  /// One step, with what belongs to it.
  record Step(String text, List<Block> blocks) {
    public Step {
      blocks = List.copyOf(blocks);
    }
  }

  /// Rows of running words under a head.
  record Table(List<String> head, List<List<String>> rows) implements Block {
    public Table {
      head = List.copyOf(head);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /// Lines that stay as they are.
  ///
  /// @param language `sh`, `powershell`, `json`, `yaml`, `hcl`, `text`
  record Code(String language, String lines) implements Block {}

  /// What somebody else said, to the letter.
  record Quote(String text) implements Block {}

  /// Places to go to.
  record Links(List<Link> links) implements Block {
    public Links {
      links = List.copyOf(links);
    }
  }

  /// One place to go to.
  ///
  /// @param address an https address
  record Link(String label, String address) {}

  /// This block with every text in it changed.
  default Block with(UnaryOperator<String> change) {
    return switch (this) {
      case Section(var title, var blocks) -> new Section(change.apply(title), all(blocks, change));
      case Verdict(var tone, var text) -> new Verdict(tone, change.apply(text));
      case Prose(var text) -> new Prose(change.apply(text));
      case Facts(var facts) ->
          new Facts(
              facts.stream().map(one -> new Fact(one.name, change.apply(one.value))).toList());
      case Points(var points) ->
          new Points(
              points.stream()
                  .map(one -> new Point(one.tone, change.apply(one.text), all(one.blocks, change)))
                  .toList());
      case Steps(var steps) ->
          new Steps(
              steps.stream()
                  .map(one -> new Step(change.apply(one.text), all(one.blocks, change)))
                  .toList());
      case Table(var head, var rows) ->
          new Table(head, rows.stream().map(row -> row.stream().map(change).toList()).toList());
      case Code(var language, var lines) -> new Code(language, change.apply(lines));
      case Quote(var text) -> new Quote(change.apply(text));
      case Links(var links) ->
          new Links(
              links.stream()
                  .map(one -> new Link(change.apply(one.label), change.apply(one.address)))
                  .toList());
    };
  }

  private static List<Block> all(List<Block> blocks, UnaryOperator<String> change) {
    return blocks.stream().map(block -> block.with(change)).toList();
  }
}
