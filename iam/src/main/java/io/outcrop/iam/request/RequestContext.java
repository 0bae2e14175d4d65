package io.outcrop.iam.request;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The condition keys of a request, and how much of them is known. Names are compared without
/// regard to case. Immutable.
public final class RequestContext {
  private static final RequestContext EMPTY = new RequestContext(Map.of(), Knowledge.COMPLETE);

  private final Map<String, Value> values;
  private final Knowledge knowledge;

  private RequestContext(Map<String, Value> values, Knowledge knowledge) {
    this.values = values;
    this.knowledge = knowledge;
  }

  /// The values of one key.
  ///
  /// @param name the key as the request brought it
  /// @param multivalued whether the key is a list in this request, even one of one element
  /// @param texts its values; a single-valued key has one, a list may be empty
  public record Value(String name, boolean multivalued, List<String> texts) {
    public Value {
      texts = List.copyOf(texts);
    }
  }

  /// No keys.
  public static RequestContext empty() {
    return EMPTY;
  }

  /// Single-valued keys.
  public static RequestContext of(Map<String, String> singles) {
    var context = EMPTY;
    for (var single : singles.entrySet()) {
      context = context.with(single.getKey(), single.getValue());
    }
    return context;
  }

  /// The keys of `values`; of two with one name the later counts.
  public static RequestContext of(List<Value> values) {
    return EMPTY.with(values);
  }

  /// This context with the keys of `more` added or replaced; of two with one name the later counts.
  /// Nothing of this context is copied: many requests may have most of their keys in common.
  public RequestContext with(List<Value> more) {
    var added = HashMap.<String, Value>newHashMap(more.size());
    for (var value : more) {
      added.put(value.name().toLowerCase(Locale.ROOT), value);
    }
    return new RequestContext(values.isEmpty() ? added : new Over(added, values), knowledge);
  }

  /// Keys over others, which they replace.
  private static final class Over extends AbstractMap<String, Value> {
    private final Map<String, Value> added;
    private final Map<String, Value> under;

    Over(Map<String, Value> added, Map<String, Value> under) {
      this.added = added;
      this.under = under;
    }

    @Override
    public @Nullable Value get(@Nullable Object key) {
      var value = added.get(key);
      return value == null ? under.get(key) : value;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
      return get(key) != null;
    }

    @Override
    public Set<Entry<String, Value>> entrySet() {
      var all = new HashMap<>(under);
      all.putAll(added);
      return Collections.unmodifiableMap(all).entrySet();
    }
  }

  /// This context with a single-valued key added or replaced.
  public RequestContext with(String key, String value) {
    return with(new Value(key, false, List.of(value)));
  }

  /// This context with a multi-valued key added or replaced.
  public RequestContext withAll(String key, List<String> texts) {
    return with(new Value(key, true, texts));
  }

  private RequestContext with(Value value) {
    var changed = new HashMap<>(values);
    changed.put(value.name().toLowerCase(Locale.ROOT), value);
    return new RequestContext(changed, knowledge);
  }

  /// This context without `key`.
  public RequestContext without(String key) {
    var changed = new HashMap<>(values);
    changed.remove(key.toLowerCase(Locale.ROOT));
    return new RequestContext(changed, knowledge);
  }

  /// This context as far as `known`.
  public RequestContext known(Knowledge known) {
    return new RequestContext(values, known);
  }

  /// How much of this is known.
  public Knowledge knowledge() {
    return knowledge;
  }

  /// The value of `key`, if the request brings it.
  public Optional<Value> get(String key) {
    return lowerCase(key.toLowerCase(Locale.ROOT));
  }

  /// The value of `key`, which is in lower case, if the request brings it.
  public Optional<Value> lowerCase(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /// The keys, in lower case.
  public Set<String> keys() {
    return Collections.unmodifiableSet(values.keySet());
  }
}
