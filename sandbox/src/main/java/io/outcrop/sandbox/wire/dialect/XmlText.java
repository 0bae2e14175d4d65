package io.outcrop.sandbox.wire.dialect;

import io.outcrop.http.PercentCode;
import io.outcrop.json.Json;
import io.outcrop.sandbox.wire.descriptor.Member;
import io.outcrop.sandbox.wire.descriptor.ServiceModel;
import io.outcrop.sandbox.wire.descriptor.Type;
import java.util.Map;
import java.util.Set;

/// Writes the XML of the query protocol. Not safe for several threads.
final class XmlText {
  /// What IAM answers percent-encoded, as RFC 3986 has it. Source: IAM API Reference, GetUserPolicy
  /// and PolicyVersion, read 2026-11.
  private static final Set<String> ENCODED =
      Set.of("PolicyDocument", "AssumeRolePolicyDocument", "Document");

  private final ServiceModel model;
  private final StringBuilder out = new StringBuilder();

  XmlText(ServiceModel model) {
    this.model = model;
  }

  XmlText open(String name) {
    out.append('<').append(name).append('>');
    return this;
  }

  XmlText openRoot(String name) {
    out.append('<').append(name).append(" xmlns=\"").append(model.xmlNamespace()).append("\">");
    return this;
  }

  XmlText close(String name) {
    out.append("</").append(name).append('>');
    return this;
  }

  XmlText element(String name, String text) {
    open(name);
    escape(text);
    return close(name);
  }

  /// The members of `value` that the model knows, in the model's order.
  XmlText structure(Map<String, Member> members, Json.Obj value) {
    members.forEach(
        (name, member) -> value.get(name).ifPresent(given -> member(name, member.type(), given)));
    return this;
  }

  private void member(String name, Type type, Json value) {
    if (!(value instanceof Json.Null)) {
      open(name);
      if (ENCODED.contains(name) && value instanceof Json.Str(String text, _)) {
        out.append(PercentCode.encode(text));
      } else {
        content(type, value);
      }
      close(name);
    }
  }

  private void content(Type type, Json value) {
    switch (type) {
      case Type.Timestamp _ -> scalar(Times.iso(value));
      case Type.Named(String shape) when value instanceof Json.Obj object ->
          structure(model.shape(shape), object);
      case Type.ListOf(Type element) when value instanceof Json.Arr array ->
          array.elements().forEach(one -> member("member", element, one));
      case Type.MapOf(Type each) when value instanceof Json.Obj object ->
          object.members().forEach((key, one) -> entry(each, key, one.value()));
      case Type.Named _, Type.ListOf _, Type.MapOf _ -> scalar(value);
      case Type.Text _, Type.Numeric _, Type.Flag _, Type.Blob _, Type.Document _ -> scalar(value);
    }
  }

  private void entry(Type each, String key, Json value) {
    open("entry").element("key", key);
    member("value", each, value);
    close("entry");
  }

  private void scalar(Json value) {
    escape(value instanceof Json.Str(String text, _) ? text : value.toString());
  }

  private void escape(String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\r' -> out.append("&#xD;");
        case '\n', '\t' -> out.append(c);
        default -> out.append(c < ' ' ? '\uFFFD' : c);
      }
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
