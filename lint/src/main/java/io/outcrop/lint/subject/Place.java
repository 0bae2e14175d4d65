package io.outcrop.lint.subject;

import io.outcrop.json.Position;

/// A place in a document: its pointer, and where that is in the text.
public record Place(String pointer, Position position) {

  /// The place of the member `name` of what is here.
  public Place member(String name, Position at) {
    return new Place(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), at);
  }

  /// The place of the element `index` of what is here.
  public Place element(int index, Position at) {
    return new Place(pointer + "/" + index, at);
  }
}
