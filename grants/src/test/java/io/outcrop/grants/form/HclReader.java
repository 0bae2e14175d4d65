package io.outcrop.grants.form;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the part of HCL that the form `terraform` writes, and nothing more: blocks with labels,
/// attributes that are strings, lists of strings or references, comments. Anything else fails.
final class HclReader {
  private final String text;
  private final String account;
  private int at;

  private HclReader(String text, String account) {
    this.text = text;
    this.account = account;
  }

  /// @param labels the block's type and labels
  /// @param attributes strings and lists as JSON values, references as `ref(…)`
  record Block(List<String> labels, Map<String, Json> attributes, List<Block> blocks) {
    /// The attribute, which has to be there.
    Json attribute(String name) {
      var value = attributes.get(name);
      if (value == null) {
        throw new AssertionError("`" + name + "` is missing in " + labels);
      }
      return value;
    }

    List<Block> of(String type) {
      return blocks.stream().filter(block -> block.labels.getFirst().equals(type)).toList();
    }
  }

  /// The blocks of a file; the caller's account is `account`.
  static Block read(String text, String account) {
    var reader = new HclReader(text, account);
    var file = new Block(List.of("file"), new LinkedHashMap<>(), new ArrayList<>());
    reader.body(file, true);
    return file;
  }

  private void body(Block into, boolean file) {
    while (true) {
      space();
      if (file && at == text.length()) {
        return;
      }
      if (!file && peek() == '}') {
        at++;
        return;
      }
      var name = word();
      space();
      if (peek() == '=') {
        at++;
        space();
        if (into.attributes.put(name, value()) != null) {
          throw wrong("`" + name + "` stands twice");
        }
      } else {
        into.blocks.add(block(name));
      }
    }
  }

  private Block block(String type) {
    var labels = new ArrayList<>(List.of(type));
    while (peek() == '"') {
      labels.add(string());
      space();
    }
    expect('{');
    var block = new Block(labels, new LinkedHashMap<>(), new ArrayList<>());
    body(block, false);
    return block;
  }

  private Json value() {
    if (peek() == '"') {
      return Json.of(string());
    }
    if (peek() == '[') {
      return list();
    }
    var from = at;
    while (Character.isLetterOrDigit(peek()) || peek() == '_' || peek() == '.') {
      at++;
    }
    return Json.of("ref(" + text.substring(from, at) + ")");
  }

  private Json list() {
    expect('[');
    var elements = new ArrayList<Json>();
    for (space(); peek() != ']'; space()) {
      elements.add(Json.of(string()));
      space();
      expect(',');
    }
    at++;
    return Json.array(elements);
  }

  private String string() {
    var from = at;
    expect('"');
    while (peek() != '"') {
      at += peek() == '\\' ? 2 : 1;
    }
    at++;
    return switch (JsonReader.read(text.substring(from, at))) {
      case JsonReading.Read(var value) -> template(value.asText().orElseThrow());
      case JsonReading.Malformed(var message, _) -> throw wrong(message);
    };
  }

  private String template(String written) {
    var result = new StringBuilder();
    for (var i = 0; i < written.length(); i++) {
      var rest = written.substring(i);
      if (rest.startsWith("$${") || rest.startsWith("%%{")) {
        result.append(rest, 1, 3);
        i += 2;
      } else if (rest.startsWith("${")) {
        var reference = "${data.aws_caller_identity.current.account_id}";
        if (!rest.startsWith(reference)) {
          throw wrong("unknown reference");
        }
        result.append(account);
        i += reference.length() - 1;
      } else if (rest.startsWith("%{")) {
        throw wrong("a directive");
      } else {
        result.append(written.charAt(i));
      }
    }
    return result.toString();
  }

  private String word() {
    var from = at;
    while (Character.isLetterOrDigit(peek()) || peek() == '_') {
      at++;
    }
    if (from == at) {
      throw wrong("expected a name");
    }
    return text.substring(from, at);
  }

  private void space() {
    while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || peek() == '#')) {
      if (peek() == '#') {
        at = text.indexOf('\n', at);
      }
      at++;
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw wrong("the text ends");
    }
    return text.charAt(at);
  }

  private void expect(char wanted) {
    if (peek() != wanted) {
      throw wrong("expected `" + wanted + "`");
    }
    at++;
  }

  private AssertionError wrong(String what) {
    return new AssertionError(what + " at " + at + ": " + text.substring(Math.max(0, at - 40)));
  }
}
