package io.outcrop.grants.generate;

import java.util.List;

/// Why one line of a policy is there.
///
/// @param document the name of the document
/// @param sid the Sid of the statement
/// @param element which part of the statement it is
/// @param text the line: an action, a resource, `key = value`; the Sid for the statement as a whole
/// @param because for the statement its purpose; else the calls that need the line, and for what;
///   never empty
public record PolicyLine(
    String document, String sid, Element element, String text, List<String> because) {
  public PolicyLine {
    because = List.copyOf(because);
  }

  /// A part of a statement.
  public enum Element {
    STATEMENT,
    ACTION,
    RESOURCE,
    CONDITION
  }
}
