package io.outcrop.sandbox.conversation;

import java.util.Iterator;

/// An answer that is pulled piece by piece. Closing it stops whoever speaks. For one reader.
public interface Pieces extends Iterator<Piece>, AutoCloseable {
  @Override
  void close();
}
