package io.outcrop.sandbox.standin;

import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import io.outcrop.sandbox.conversation.Block;
import io.outcrop.sandbox.conversation.Completion;
import io.outcrop.sandbox.conversation.Piece;
import io.outcrop.sandbox.conversation.Pieces;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/// An answer said piece by piece: a wait before it begins to speak, then one before each further
/// piece of speech. For one reader; may be closed from elsewhere.
final class PacedPieces implements Pieces {
  private static final int TOKENS_A_PIECE = 3;

  private final List<Piece> pieces;
  private final Pacing pacing;
  private final Pause pause;
  private int next;
  private volatile boolean closed;

  PacedPieces(Completion completion, Pacing pacing, Pause pause) {
    this.pieces = of(completion);
    this.pacing = pacing;
    this.pause = pause;
  }

  private static List<Piece> of(Completion completion) {
    var pieces = new ArrayList<Piece>();
    pieces.add(new Piece.Begun(completion.usage().withOutput(1)));
    for (var i = 0; i < completion.content().size(); i++) {
      add(i, completion.content().get(i), pieces);
    }
    pieces.add(new Piece.Ended(completion.ending(), completion.usage()));
    return pieces;
  }

  private static void add(int index, Block block, List<Piece> pieces) {
    switch (block) {
      case Block.Text(String text) -> {
        pieces.add(new Piece.BlockBegun(index, new Block.Text("")));
        parts(text).forEach(part -> pieces.add(new Piece.TextMore(index, part)));
      }
      case Block.Thinking(String text, String signature) -> {
        pieces.add(new Piece.BlockBegun(index, new Block.Thinking("", "")));
        parts(text).forEach(part -> pieces.add(new Piece.ThinkingMore(index, part)));
        pieces.add(new Piece.Signed(index, signature));
      }
      case Block.ToolUse(String id, String name, var input) -> {
        var empty = new Block.ToolUse(id, name, Json.object());
        pieces.add(new Piece.BlockBegun(index, empty));
        pieces.add(new Piece.InputMore(index, ""));
        parts(JsonWriter.compact(input)).forEach(it -> pieces.add(new Piece.InputMore(index, it)));
      }
      case Block.Redacted _, Block.Other _ -> pieces.add(new Piece.BlockBegun(index, block));
    }
    pieces.add(new Piece.BlockEnded(index));
  }

  private static List<String> parts(String text) {
    var parts = new ArrayList<String>();
    var tokens = Tokens.split(text);
    for (var i = 0; i < tokens.size(); i += TOKENS_A_PIECE) {
      parts.add(String.join("", tokens.subList(i, Math.min(tokens.size(), i + TOKENS_A_PIECE))));
    }
    return parts;
  }

  @Override
  public boolean hasNext() {
    return !closed && next < pieces.size();
  }

  @Override
  public Piece next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    var piece = pieces.get(next++);
    var wait =
        switch (piece) {
          case Piece.Begun _ -> pacing.firstToken();
          case Piece.TextMore _, Piece.ThinkingMore _, Piece.InputMore _ -> pacing.between();
          case Piece.BlockBegun _,
              Piece.BlockEnded _,
              Piece.Signed _,
              Piece.Ended _,
              Piece.Ping _,
              Piece.Failed _,
              Piece.Other _ ->
              Duration.ZERO;
        };
    if (!wait.isZero()) {
      pause.await(wait);
    }
    return piece;
  }

  @Override
  public void close() {
    closed = true;
  }
}
