package io.outcrop.http;

import java.util.Iterator;

/// The parts of a body that is produced while it is sent. They are pulled by one thread, which may
/// be made to wait; when the client leaves, that thread is interrupted. Closed exactly once,
/// however the exchange ends.
public interface Chunks extends Iterator<byte[]>, AutoCloseable {
  @Override
  void close();
}
