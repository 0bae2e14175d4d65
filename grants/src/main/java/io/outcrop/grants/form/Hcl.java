package io.outcrop.grants.form;

import io.outcrop.grants.document.NamedDocument;
import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import java.util.List;

/// Writes HCL as `terraform fmt` would. Source: HashiCorp Terraform Language, "Strings and
/// Templates": `$${` and `%%{` are the escapes of `${` and `%{`; the others are JSON's.
final class Hcl {
  private final StringBuilder out = new StringBuilder();
  private int level;

  Hcl() {}

  /// An attribute that stands on one line.
  record Attribute(String name, String value) {}

  /// A string; the account's place becomes the caller's account.
  static String string(String text) {
    return JsonWriter.compact(Json.of(text.replace("${", "$${").replace("%{", "%%{")))
        .replace(NamedDocument.IN_ARN, ":${data.aws_caller_identity.current.account_id}:");
  }

  Hcl comment(String sentence) {
    out.append("# ").append(sentence).append('\n');
    return this;
  }

  Hcl open(String head) {
    gap();
    line(head + " {");
    level++;
    return this;
  }

  Hcl close() {
    level--;
    if (out.charAt(out.length() - 2) == '{') {
      out.setLength(out.length() - 1);
      out.append("}\n");
    } else {
      line("}");
    }
    return this;
  }

  /// Attributes on lines of their own, their values below each other.
  Hcl attributes(List<Attribute> attributes) {
    var longest = attributes.stream().mapToInt(one -> one.name().length()).max().orElse(0);
    for (var one : attributes) {
      line(one.name() + " ".repeat(longest - one.name().length()) + " = " + one.value());
    }
    return this;
  }

  /// A list with a line for each element.
  Hcl list(String name, List<String> values) {
    gap();
    line(name + " = [");
    level++;
    values.forEach(value -> line(string(value) + ","));
    level--;
    line("]");
    return this;
  }

  String text() {
    return out.toString();
  }

  /// An empty line, unless a block has just begun.
  private void gap() {
    if (!out.isEmpty() && out.charAt(out.length() - 2) != '{') {
      out.append('\n');
    }
  }

  private void line(String text) {
    out.append("  ".repeat(level)).append(text).append('\n');
  }
}
