package io.outcrop.sandbox.visit;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import java.util.List;

/// The part of a list that one call is answered with.
public sealed interface Page<T> {
  /// This part.
  ///
  /// @param elements in the list's order
  /// @param rest what the output says of the rest: `{"NextToken": …}`, in IAM `{"IsTruncated":
  ///   true, "Marker": …}`
  record Cut<T>(List<T> elements, Json.Obj rest) implements Page<T> {
    public Cut {
      elements = List.copyOf(elements);
    }
  }

  /// The token is none that this operation has issued to this account.
  record Refused<T>(Reply.Fault fault) implements Page<T> {}
}
