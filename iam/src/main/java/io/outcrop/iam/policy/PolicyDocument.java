package io.outcrop.iam.policy;

import io.outcrop.json.Json;
import java.util.List;

/// A policy document that follows the grammar of its kind.
///
/// @param kind what it is used as
/// @param allowsVariables whether its version is `2012-10-17`; in older ones `${…}` is plain text
/// @param statements in the order of the document
/// @param source the document as it was read
public record PolicyDocument(
    PolicyKind kind, boolean allowsVariables, List<Statement> statements, Json.Obj source) {
  public PolicyDocument {
    statements = List.copyOf(statements);
  }
}
