package io.outcrop.sandbox.realm;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An immutable map in the order of its making. A copy of it is itself, so that what did not change
/// from one realm to the next is the same object in both.
final class OrderedMap<K, V> extends AbstractMap<K, V> {
  private final Map<K, V> entries;

  private OrderedMap(Map<K, V> entries) {
    this.entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  static <K, V> Map<K, V> copyOf(Map<K, V> map) {
    return map instanceof OrderedMap<K, V> ordered ? ordered : new OrderedMap<>(map);
  }

  @Override
  public Set<Entry<K, V>> entrySet() {
    return entries.entrySet();
  }

  @Override
  public @Nullable V get(@Nullable Object key) {
    return entries.get(key);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return entries.containsKey(key);
  }
}
