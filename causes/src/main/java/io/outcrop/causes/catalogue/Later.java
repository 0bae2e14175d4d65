package io.outcrop.causes.catalogue;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What is loaded when it is first asked for: once, and by one thread, since a reader of a pack is
/// not for several.
final class Later<T> implements Supplier<T> {
  private final Supplier<T> source;
  private volatile @Nullable T loaded;

  Later(Supplier<T> source) {
    this.source = source;
  }

  @Override
  public T get() {
    var known = loaded;
    return known == null ? load() : known;
  }

  private synchronized T load() {
    var known = loaded;
    if (known == null) {
      known = source.get();
      loaded = known;
    }
    return known;
  }
}
