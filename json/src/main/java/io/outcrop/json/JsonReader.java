package io.outcrop.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// Reads strict JSON (RFC 8259): no comments, no trailing text, no name twice in one object, at
/// most [#MAX_DEPTH] levels. Stateless and safe for many threads.
public final class JsonReader {
  /// How deep arrays and objects may be nested.
  public static final int MAX_DEPTH = 200;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(64 * 1024 * 1024)
                  .build())
          .build();

  private JsonReader() {}

  /// Reads `text`, which has to hold exactly one JSON value.
  public static JsonReading read(String text) {
    return read(text, false);
  }

  /// Reads `text`, which holds JSON values one after the other, with nothing or white space between
  /// them; they become the elements of an array. There has to be at least one.
  public static JsonReading readSequence(String text) {
    return read(text, true);
  }

  private static JsonReading read(String text, boolean sequence) {
    var withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try (var parser = FACTORY.createParser(new StringReader(withoutMark))) {
      if (parser.nextToken() == null) {
        return new JsonReading.Malformed("the text is empty", new Position(1, 1));
      }
      var values = new ArrayList<Json>();
      values.add(value(parser));
      while (parser.nextToken() != null) {
        if (!sequence) {
          return new JsonReading.Malformed("there is more text after the value", here(parser));
        }
        values.add(value(parser));
      }
      return new JsonReading.Read(sequence ? Json.array(values) : values.getFirst());
    } catch (RefusedException refused) {
      return new JsonReading.Malformed(refused.what, refused.position);
    } catch (JsonProcessingException malformed) {
      return new JsonReading.Malformed(plain(malformed), position(malformed.getLocation()));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Json value(JsonParser parser) throws IOException {
    var position = here(parser);
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, position);
      case START_ARRAY -> array(parser, position);
      case VALUE_STRING -> new Json.Str(parser.getText(), position);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, position);
      case VALUE_TRUE -> new Json.Bool(true, position);
      case VALUE_FALSE -> new Json.Bool(false, position);
      case VALUE_NULL -> new Json.Null(position);
      case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("no value begins at " + position);
    };
  }

  /// An exponent may be too long for any number.
  private static Json.Num number(JsonParser parser, Position position) throws IOException {
    try {
      return new Json.Num(parser.getDecimalValue(), position);
    } catch (NumberFormatException _) {
      throw new RefusedException("the number is out of range", position);
    }
  }

  private static Json.Obj object(JsonParser parser, Position position) throws IOException {
    var members = new LinkedHashMap<String, Json.Member>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var name = parser.currentName();
      var namePosition = here(parser);
      if (members.containsKey(name)) {
        throw new RefusedException(
            "member `" + name + "` stands twice in one object", namePosition);
      }
      parser.nextToken();
      members.put(name, new Json.Member(value(parser), namePosition));
    }
    return new Json.Obj(members, position);
  }

  private static Json.Arr array(JsonParser parser, Position position) throws IOException {
    var elements = new ArrayList<Json>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(parser));
    }
    return new Json.Arr(elements, position);
  }

  private static Position here(JsonParser parser) {
    return position(parser.currentTokenLocation());
  }

  private static Position position(@Nullable JsonLocation location) {
    if (location == null) {
      return new Position(1, 1);
    }
    return new Position(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
  }

  private static String plain(JsonProcessingException malformed) {
    if (malformed instanceof StreamConstraintsException) {
      return "the text is nested deeper than "
          + MAX_DEPTH
          + " levels, or one of its values is too long";
    }
    var message = malformed.getOriginalMessage().replaceAll("\\s*[(\\[]Source: .*", "");
    var end = message.indexOf('\n');
    var line = end < 0 ? message : message.substring(0, end);
    return "not JSON: " + line;
  }

  private static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;
    private final String what;
    private final transient Position position;

    private RefusedException(String what, Position position) {
      super(what);
      this.what = what;
      this.position = position;
    }
  }
}
