package io.outcrop.sandbox.wire.dialect;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORParser;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.sandbox.wire.descriptor.Member;
import io.outcrop.sandbox.wire.descriptor.ServiceModel;
import io.outcrop.sandbox.wire.descriptor.Structure;
import io.outcrop.sandbox.wire.descriptor.Type;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads CBOR input by its model: what the model does not know is left out, null and undefined are
/// nothing, and what is of another kind is a problem.
record CborInput(ServiceModel model, Scalars scalars) {
  private static final int EPOCH_TAG = 1;
  private static final CBORFactory FACTORY =
      CBORFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(JsonReader.MAX_DEPTH).build())
          .build();

  /// The members of `body`; an empty one is an empty structure.
  Map<String, Json> read(Structure structure, byte[] body) {
    if (body.length == 0) {
      return Map.of();
    }
    try (var parser = FACTORY.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        scalars.problem("Unexpected token received from parser");
        return Map.of();
      }
      var members = members(structure, parser);
      if (parser.nextToken() != null) {
        scalars.problem("there is more after the value");
      }
      return members;
    } catch (IOException | NumberFormatException malformed) {
      scalars.problem("not CBOR: " + firstLine(malformed));
      return Map.of();
    }
  }

  private static String firstLine(Exception malformed) {
    var message = String.valueOf(malformed.getMessage());
    var end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }

  private Map<String, Json> members(Structure structure, CBORParser parser) throws IOException {
    var result = new LinkedHashMap<String, Json>();
    while (next(parser) != JsonToken.END_OBJECT) {
      var member = structure.byWireName().get(parser.currentName());
      var token = next(parser);
      if (member == null) {
        parser.skipChildren();
      } else if (token != JsonToken.VALUE_NULL) {
        result.put(member.name(), value(member, parser));
      }
    }
    return result;
  }

  private Json value(Member member, CBORParser parser) throws IOException {
    return value(member.type(), parser);
  }

  private Json value(Type type, CBORParser parser) throws IOException {
    return switch (type) {
      case Type.Text _ when parser.currentToken() == JsonToken.VALUE_STRING ->
          Json.of(parser.getText());
      case Type.Flag _ when parser.currentToken().isBoolean() -> Json.of(parser.getBooleanValue());
      case Type.Numeric(Type.Size size, _) when parser.currentToken().isNumeric() ->
          number(size, parser);
      case Type.Blob _ when parser.currentToken() == JsonToken.VALUE_EMBEDDED_OBJECT ->
          Json.of(Base64.getEncoder().encodeToString(parser.getBinaryValue()));
      case Type.Timestamp _
          when parser.currentToken().isNumeric() && parser.getCurrentTag() == EPOCH_TAG ->
          time(parser);
      case Type.ListOf list when parser.currentToken() == JsonToken.START_ARRAY ->
          list(list, parser);
      case Type.MapOf map when parser.currentToken() == JsonToken.START_OBJECT -> map(map, parser);
      case Type.Named(String shape) when parser.currentToken() == JsonToken.START_OBJECT ->
          Json.object(members(model.shape(shape), parser));
      case Type.Text _,
          Type.Flag _,
          Type.Numeric _,
          Type.Blob _,
          Type.Timestamp _,
          Type.Document _,
          Type.ListOf _,
          Type.MapOf _,
          Type.Named _ -> {
        var found = parser.currentToken();
        parser.skipChildren();
        yield scalars.problem("Unexpected " + found + " received from parser");
      }
    };
  }

  /// The next token; the end of the bytes is none that anybody waits for.
  private static JsonToken next(CBORParser parser) throws IOException {
    var token = parser.nextToken();
    if (token == null) {
      throw new IOException("the bytes end too early");
    }
    return token;
  }

  private Json list(Type.ListOf list, CBORParser parser) throws IOException {
    var elements = new ArrayList<Json>();
    while (next(parser) != JsonToken.END_ARRAY) {
      elements.add(
          list.sparse() && parser.currentToken() == JsonToken.VALUE_NULL
              ? Json.ofNull()
              : value(list.element(), parser));
    }
    return Json.array(elements);
  }

  private Json map(Type.MapOf map, CBORParser parser) throws IOException {
    var result = new LinkedHashMap<String, Json>();
    while (next(parser) != JsonToken.END_OBJECT) {
      var name = parser.currentName();
      if (next(parser) != JsonToken.VALUE_NULL) {
        result.put(name, value(map.value(), parser));
      } else if (map.sparse()) {
        result.put(name, Json.ofNull());
      }
    }
    return Json.object(result);
  }

  private Json number(Type.Size size, CBORParser parser) throws IOException {
    var isFloating =
        parser.getNumberType() == JsonParser.NumberType.DOUBLE
            || parser.getNumberType() == JsonParser.NumberType.FLOAT;
    return isFloating && !Double.isFinite(parser.getDoubleValue())
        ? special(size, parser.getDoubleValue())
        : scalars.sized(size, decimal(parser));
  }

  private Json special(Type.Size size, double number) {
    return size.isWhole()
        ? scalars.problem("Invalid number: " + number)
        : Json.of(Double.toString(number));
  }

  private Json time(CBORParser parser) throws IOException {
    return Double.isFinite(parser.getDoubleValue())
        ? Times.seconds(decimal(parser))
            .map(Times::inside)
            .orElseGet(() -> scalars.problem("Invalid timestamp"))
        : scalars.problem("Invalid timestamp");
  }

  /// A float's shortest digits, not the binary expansion of them.
  private static BigDecimal decimal(CBORParser parser) throws IOException {
    return parser.getNumberType() == JsonParser.NumberType.FLOAT
        ? new BigDecimal(Float.toString(parser.getFloatValue()))
        : parser.getDecimalValue();
  }
}
