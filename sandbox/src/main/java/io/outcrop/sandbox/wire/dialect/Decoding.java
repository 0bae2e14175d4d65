package io.outcrop.sandbox.wire.dialect;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;

/// What came of reading a request.
public sealed interface Decoding {
  /// The operation's input by its modelled names; a raw payload is not part of it.
  record Read(Json.Obj input) implements Decoding {}

  /// It is not what the model asks for.
  record Refused(Reply.Fault fault) implements Decoding {}
}
