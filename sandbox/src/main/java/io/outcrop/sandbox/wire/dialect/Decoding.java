package io.outcrop.sandbox.wire.dialect;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.wire.constraint.Constraints;
import io.outcrop.sandbox.wire.constraint.Refusal;
import io.outcrop.sandbox.wire.descriptor.Operation;
import io.outcrop.sandbox.wire.descriptor.ServiceModel;
import java.util.List;
import java.util.Map;

/// What came of reading a request.
public sealed interface Decoding {
  /// The operation's input by its modelled names; a raw payload is not part of it.
  record Read(Json.Obj input) implements Decoding {}

  /// It is not what the model asks for.
  record Refused(Reply.Fault fault) implements Decoding {}

  /// `members`, unless they were of another kind than the model says, or break what it says.
  static Decoding of(
      ServiceModel model, Operation operation, Map<String, Json> members, List<String> problems) {
    if (!problems.isEmpty()) {
      return new Refused(Faults.serialization(problems.getFirst()));
    }
    var input = Json.object(members);
    var broken = Constraints.broken(model, operation.input(), input);
    return broken.isEmpty() ? new Read(input) : new Refused(Refusal.of(model, broken));
  }
}
