package io.outcrop.sandbox.wire.smithy;

import io.outcrop.json.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;
import software.amazon.smithy.model.shapes.Shape;

/// The parameters of a case as our inside has them: times as ISO 8601 texts, blobs as base64.
record Expected(Model model) {
  Json value(Shape shape, Node node) {
    if (node.isNullNode()) {
      return Json.ofNull();
    }
    return switch (shape.getType()) {
      case BLOB -> Json.of(base64(node.expectStringNode().getValue()));
      case TIMESTAMP -> time(node);
      case STRUCTURE, UNION -> structure(shape, node.expectObjectNode());
      case LIST, SET ->
          Json.array(
              node.expectArrayNode().getElements().stream()
                  .map(one -> value(target(shape, "member"), one))
                  .toList());
      case MAP -> {
        var result = new LinkedHashMap<String, Json>();
        node.expectObjectNode()
            .getStringMap()
            .forEach((name, one) -> result.put(name, value(target(shape, "value"), one)));
        yield Json.object(result);
      }
      default -> plain(node);
    };
  }

  Json.Obj structure(Shape shape, ObjectNode node) {
    var result = new LinkedHashMap<String, Json>();
    node.getStringMap().forEach((name, one) -> result.put(name, value(target(shape, name), one)));
    return Json.object(result);
  }

  private Shape target(Shape shape, String member) {
    return model.expectShape(shape.getMember(member).orElseThrow().getTarget());
  }

  private static Json time(Node node) {
    var seconds = new BigDecimal(node.expectNumberNode().getValue().toString());
    return Json.of(Instant.ofEpochMilli(seconds.movePointRight(3).longValue()).toString());
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Json plain(Node node) {
    return switch (node.getType()) {
      case STRING -> Json.of(node.expectStringNode().getValue());
      case NUMBER -> Json.of(new BigDecimal(node.expectNumberNode().getValue().toString()));
      case BOOLEAN -> Json.of(node.expectBooleanNode().getValue());
      case NULL -> Json.ofNull();
      case ARRAY ->
          Json.array(node.expectArrayNode().getElements().stream().map(Expected::plain).toList());
      case OBJECT -> {
        var result = new LinkedHashMap<String, Json>();
        node.expectObjectNode().getStringMap().forEach((name, one) -> result.put(name, plain(one)));
        yield Json.object(result);
      }
    };
  }
}
