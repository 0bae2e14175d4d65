package io.outcrop.sandbox.wire.dialect;

import io.outcrop.http.PercentCode;
import io.outcrop.json.Json;
import io.outcrop.sandbox.wire.descriptor.ServiceModel;
import io.outcrop.sandbox.wire.descriptor.Structure;
import io.outcrop.sandbox.wire.descriptor.Type;
import io.outcrop.sandbox.wire.descriptor.Type.TimeForm;
import java.util.Set;

/// Writes the XML of the query protocols. Not safe for several threads.
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

  /// All members of `value`, one element each.
  XmlText details(Json.Obj value) {
    value
        .members()
        .forEach((name, member) -> {
          open(name);
          if (member.value() instanceof Json.Obj object) {
            details(object);
          } else {
            scalar(member.value());
          }
          close(name);
        });
    return this;
  }

  /// The members of `value` that the model knows, in the model's order.
  XmlText structure(Structure structure, Json.Obj value) {
    for (var member : structure.members().values()) {
      value.get(member.name()).ifPresent(given -> member(member.wireName(), member.type(), given));
    }
    return this;
  }

  private void member(String name, Type type, Json value) {
    if (value instanceof Json.Null) {
      return;
    }
    if (type instanceof Type.ListOf list && list.flat() && value instanceof Json.Arr array) {
      array.elements().forEach(one -> member(name, list.element(), one));
    } else if (type instanceof Type.MapOf map && map.flat() && value instanceof Json.Obj object) {
      object.members().forEach((key, one) -> entry(name, map, key, one.value()));
    } else {
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
      case Type.Timestamp(TimeForm form) ->
          scalar(Times.written(form == TimeForm.USUAL ? TimeForm.DATE_TIME : form, value));
      case Type.Named(String shape) when value instanceof Json.Obj object ->
          structure(model.shape(shape), object);
      case Type.ListOf list when value instanceof Json.Arr array ->
          array.elements().forEach(one -> member(list.name(), list.element(), one));
      case Type.MapOf map when value instanceof Json.Obj object ->
          object.members().forEach((key, one) -> entry("entry", map, key, one.value()));
      case Type.Named _, Type.ListOf _, Type.MapOf _ -> scalar(value);
      case Type.Text _, Type.Numeric _, Type.Flag _, Type.Blob _, Type.Document _ -> scalar(value);
    }
  }

  private void entry(String name, Type.MapOf map, String key, Json value) {
    open(name).element(map.keyName(), key);
    member(map.valueName(), map.value(), value);
    close(name);
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
