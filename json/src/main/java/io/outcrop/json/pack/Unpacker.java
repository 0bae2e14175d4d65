package io.outcrop.json.pack;

import io.outcrop.json.Json;
import io.outcrop.json.Position;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads what a [Packer] wrote, in the same order. One reader is for one thread; those of different
/// blocks may be used by different threads. Written plainly: it runs before anything is compiled.
public final class Unpacker {
  private final byte[] bytes;
  private final int[] textEnds;
  private final @Nullable String[] texts;
  private int at;

  /// A reader of a pack.
  public Unpacker(byte[] pack) {
    this.bytes = pack;
    var count = number();
    this.textEnds = new int[count + 1];
    for (var i = 1; i <= count; i++) {
      textEnds[i] = textEnds[i - 1] + number();
    }
    for (var i = 0; i <= count; i++) {
      textEnds[i] += at;
    }
    this.texts = new @Nullable String[count];
    this.at = textEnds[count];
  }

  private Unpacker(Unpacker whole, int at) {
    this.bytes = whole.bytes;
    this.textEnds = whole.textEnds;
    this.texts = whole.texts;
    this.at = at;
  }

  /// The next number.
  public int number() {
    var next = bytes[at++];
    if (next >= 0) {
      return next;
    }
    var number = next & 0x7f;
    for (var shift = 7; ; shift += 7) {
      next = bytes[at++];
      number |= (next & 0x7f) << shift;
      if (next >= 0) {
        return number;
      }
    }
  }

  /// The next truth.
  public boolean flag() {
    return number() != 0;
  }

  /// The next text.
  public String text() {
    return text(number());
  }

  private String text(int index) {
    var known = texts[index];
    if (known != null) {
      return known;
    }
    var start = textEnds[index];
    var text = new String(bytes, start, textEnds[index + 1] - start, StandardCharsets.UTF_8);
    texts[index] = text;
    return text;
  }

  /// The next list, each element read by `read`.
  public <T> List<T> list(Function<Unpacker, T> read) {
    var count = number();
    var list = new ArrayList<T>(count);
    for (var i = 0; i < count; i++) {
      list.add(read.apply(this));
    }
    return List.copyOf(list);
  }

  /// The next texts.
  public List<String> texts() {
    var found = new String[number()];
    for (var i = 0; i < found.length; i++) {
      found[i] = text();
    }
    return List.of(found);
  }

  /// The next texts by name, in their order.
  public Map<String, List<String>> lists() {
    var count = number();
    if (count == 0) {
      return Map.of();
    }
    if (count == 1) {
      return Collections.singletonMap(text(), texts());
    }
    var lists = new LinkedHashMap<String, List<String>>();
    for (var i = 0; i < count; i++) {
      lists.put(text(), texts());
    }
    return Collections.unmodifiableMap(lists);
  }

  /// The next JSON value, which stands at no place in a text.
  public Json json() {
    return switch (number()) {
      case 0 -> Json.ofNull();
      case 1 -> Json.of(false);
      case 2 -> Json.of(true);
      case 3 -> Json.of(number());
      case 4 -> Json.of(text());
      case 5 -> Json.array(list(Unpacker::json));
      default -> object();
    };
  }

  private Json object() {
    var members = new LinkedHashMap<String, Json.Member>();
    for (var count = number(); count > 0; count--) {
      members.put(text(), new Json.Member(json(), Position.NONE));
    }
    return new Json.Obj(members, Position.NONE);
  }

  /// A reader of the next block, which is skipped here.
  public Unpacker block() {
    var length = number();
    var block = new Unpacker(this, at);
    at += length;
    return block;
  }
}
