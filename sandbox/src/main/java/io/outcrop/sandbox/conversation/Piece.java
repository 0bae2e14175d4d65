package io.outcrop.sandbox.conversation;

import io.outcrop.json.Json;

/// A piece of an answer that is being said.
public sealed interface Piece {
  /// The answer begins.
  record Begun(Usage usage) implements Piece {}

  /// A block begins; `block` is as empty as it is when it begins.
  record BlockBegun(int index, Block block) implements Piece {}

  /// More of a text.
  record TextMore(int index, String text) implements Piece {}

  /// More of a thought.
  record ThinkingMore(int index, String text) implements Piece {}

  /// The signature of a thought.
  record Signed(int index, String signature) implements Piece {}

  /// More of the JSON text of a tool's input.
  record InputMore(int index, String json) implements Piece {}

  /// A block ends.
  record BlockEnded(int index) implements Piece {}

  /// The answer ends.
  record Ended(Ending ending, Usage usage) implements Piece {}

  /// A sign of life between two pieces.
  record Ping() implements Piece {}

  /// It breaks off.
  ///
  /// @param type Anthropic's error type: `overloaded_error`, `api_error`
  record Failed(String type, String message) implements Piece {}

  /// An event that we do not know, as it came.
  record Other(Json.Obj raw) implements Piece {}
}
