package io.outcrop.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Header fields, immutable. Names are kept in lower case, in the order in which they first came;
/// the values of one name keep theirs.
public final class Headers {
  private static final Headers NONE = new Headers(Map.of());

  private final Map<String, List<String>> values;

  private Headers(Map<String, List<String>> values) {
    this.values = values;
  }

  /// No headers.
  public static Headers none() {
    return NONE;
  }

  /// One value for each name, in the order of `entries`.
  public static Headers of(Map<String, String> entries) {
    var collecting = new Collecting();
    entries.forEach(collecting::add);
    return collecting.headers();
  }

  /// These headers and one value more.
  public Headers with(String name, String value) {
    var collecting = new Collecting();
    collecting.collected.putAll(values);
    collecting.add(name, value);
    return collecting.headers();
  }

  /// The first value of `name`, however it is spelled.
  public Optional<String> first(String name) {
    var all = all(name);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst());
  }

  /// All values of `name`, however it is spelled; empty if there are none.
  public List<String> all(String name) {
    return values.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  /// Every value with its name in lower case.
  public void forEach(BiConsumer<String, String> action) {
    values.forEach((name, all) -> all.forEach(value -> action.accept(name, value)));
  }

  @Override
  public String toString() {
    return values.keySet().toString();
  }

  /// Collects headers one by one. Not safe for several threads.
  public static final class Collecting {
    private Map<String, List<String>> collected = new LinkedHashMap<>();

    /// Nothing so far.
    public Collecting() {}

    /// Adds one value to those of `name`.
    public void add(String name, String value) {
      collected.merge(name.toLowerCase(Locale.ROOT), List.of(value), Collecting::joined);
    }

    private static List<String> joined(List<String> all, List<String> more) {
      var joined = new ArrayList<String>(all.size() + more.size());
      joined.addAll(all);
      joined.addAll(more);
      return List.copyOf(joined);
    }

    /// What was collected, which begins anew.
    public Headers headers() {
      var headers = new Headers(collected);
      collected = new LinkedHashMap<>();
      return headers;
    }
  }
}
