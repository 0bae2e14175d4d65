package io.outcrop.sandbox.standin;

import io.outcrop.sandbox.conversation.Ask;
import io.outcrop.sandbox.conversation.Block;
import io.outcrop.sandbox.conversation.Completion;
import io.outcrop.sandbox.conversation.Ending;
import io.outcrop.sandbox.conversation.Pieces;
import io.outcrop.sandbox.conversation.Usage;
import io.outcrop.sandbox.conversation.Voice;
import java.util.ArrayList;
import java.util.List;

/// Answers in place of a model, and says so. The same seed, model and question give the same
/// answer.
///
/// @param part whose part it plays
/// @param input what reading the prompt took
/// @param pacing how fast it speaks
/// @param pause how it waits
public record StandIn(Part part, Usage input, Pacing pacing, Pause pause) implements Voice {
  private static final Seal SEAL = new Seal();

  /// Whose part the stand-in plays.
  ///
  /// @param seed decides its words
  /// @param model what people call the model: `Claude Opus 4.6`
  /// @param showsThoughts whether the model shows its thoughts when nothing is said about it
  public record Part(long seed, String model, boolean showsThoughts) {}

  @Override
  public Answer answer(Ask ask, boolean whole) {
    var completion = completion(ask);
    return whole
        ? new Answer.Whole(completion)
        : new Answer.Streamed(new PacedPieces(completion, pacing, pause));
  }

  /// `completion` piece by piece, without a wait.
  public static Pieces said(Completion completion) {
    return new PacedPieces(completion, Pacing.NONE, _ -> {});
  }

  private Completion completion(Ask ask) {
    var said = ask.lastUserText();
    if (Triggers.isRefusal(said)) {
      return new Completion(List.of(), Ending.REFUSAL, input.withOutput(1));
    }
    var content = new ArrayList<Block>();
    think(ask, said, content);
    var calls = new Toolbox(ask, String.valueOf(part.seed())).calls();
    if (calls.isEmpty()) {
      content.add(new Block.Text(new Words(part).answer(ask)));
    } else {
      if (ask.choice() == Ask.Choice.AUTO) {
        content.add(new Block.Text(new Words(part).beforeTools(calls)));
      }
      content.addAll(calls);
    }
    var ending = calls.isEmpty() ? Ending.END_TURN : Ending.TOOL_USE;
    return new Cut(ask.maxTokens(), ask.stopSequences()).of(content, ending, input);
  }

  private void think(Ask ask, String said, List<Block> content) {
    if (Triggers.isRedaction(said)) {
      content.add(new Block.Redacted(SEAL.redacted()));
    } else if (ask.thinking().equals("enabled") || ask.thinking().equals("adaptive")) {
      var display = ask.thinkingDisplay();
      var isShown = display.isEmpty() ? part.showsThoughts() : display.equals("summarized");
      var thought = isShown ? new Words(part).thought(ask) : "";
      content.add(new Block.Thinking(thought, SEAL.of(thought)));
    }
  }
}
