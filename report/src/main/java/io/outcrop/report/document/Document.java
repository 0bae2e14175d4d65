package io.outcrop.report.document;

import io.outcrop.report.style.Masking;
import java.util.ArrayList;
import java.util.List;

/// A page as words and parts, before anything is said of its form.
///
/// @param title what it is about
/// @param footer where it comes from; may be empty
public record Document(String title, List<Block> blocks, String footer) {
  public Document {
    blocks = List.copyOf(blocks);
  }

  /// This page with what must not be read hidden: secrets never get here; key ids are cut to their
  /// ends, and names, accounts and addresses are hidden where it is asked for. It happens before
  /// the page gets its form, so that a name can never be taken for markup.
  public Document masked(boolean full) {
    var texts = new ArrayList<String>(List.of(title, footer));
    blocks.forEach(block ->
        block.with(text -> {
          texts.add(text);
          return text;
        }));
    var masking = Masking.of(String.join("\n", texts), full);
    return new Document(
        masking.apply(title),
        blocks.stream().map(block -> block.with(masking::apply)).toList(),
        masking.apply(footer));
  }
}
