package io.outcrop.sandbox.wire.dialect;

import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import io.outcrop.json.Json;
import io.outcrop.sandbox.wire.descriptor.Location;
import io.outcrop.sandbox.wire.descriptor.ServiceModel;
import io.outcrop.sandbox.wire.descriptor.Structure;
import io.outcrop.sandbox.wire.descriptor.Type;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;

/// Writes CBOR by a model: numbers in the size that it says, times as tagged seconds, blobs as
/// bytes, null left out.
record CborOutput(ServiceModel model) {
  private static final int EPOCH_TAG = 1;
  private static final CBORFactory FACTORY = new CBORFactory();

  /// The members of `value` that the model knows.
  byte[] bytes(Structure structure, Json.Obj value) {
    return bytes(generator -> structure(structure, value, generator));
  }

  /// `value` as it is.
  byte[] bytes(Json.Obj value) {
    return bytes(generator -> plain(value, generator));
  }

  /// Something that writes.
  private interface Writing {
    void to(CBORGenerator generator) throws IOException;
  }

  private static byte[] bytes(Writing writing) {
    var out = new ByteArrayOutputStream();
    try (var generator = FACTORY.createGenerator(out)) {
      writing.to(generator);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private void structure(Structure structure, Json.Obj value, CBORGenerator generator)
      throws IOException {
    var present = new LinkedHashMap<String, Json>();
    for (var member : structure.members().values()) {
      value
          .get(member.name())
          .filter(given -> !(given instanceof Json.Null))
          .filter(_ -> member.location() instanceof Location.Body)
          .ifPresent(given -> present.put(member.name(), given));
    }
    generator.writeStartObject(value, present.size());
    for (var entry : present.entrySet()) {
      var member = structure.members().get(entry.getKey());
      if (member != null) {
        generator.writeFieldName(member.wireName());
        write(member.type(), entry.getValue(), generator);
      }
    }
    generator.writeEndObject();
  }

  private void write(Type type, Json value, CBORGenerator generator) throws IOException {
    switch (type) {
      case Type.Timestamp _ when Times.answered(value).isPresent() ->
          time(Times.answered(value).get(), generator);
      case Type.Blob _ when value instanceof Json.Str(String base64, _) ->
          generator.writeBinary(Base64.getDecoder().decode(base64));
      case Type.Numeric(Type.Size size, _) -> number(size, value, generator);
      case Type.Named(String shape) when value instanceof Json.Obj object ->
          structure(model.shape(shape), object, generator);
      case Type.ListOf list when value instanceof Json.Arr array -> {
        generator.writeStartArray(array, array.elements().size());
        for (var element : array.elements()) {
          write(list.element(), element, generator);
        }
        generator.writeEndArray();
      }
      case Type.MapOf map when value instanceof Json.Obj object -> {
        generator.writeStartObject(object, object.members().size());
        for (var entry : object.members().entrySet()) {
          generator.writeFieldName(entry.getKey());
          write(map.value(), entry.getValue().value(), generator);
        }
        generator.writeEndObject();
      }
      case Type.Text _,
          Type.Flag _,
          Type.Document _,
          Type.Timestamp _,
          Type.Blob _,
          Type.Named _,
          Type.ListOf _,
          Type.MapOf _ ->
          plain(value, generator);
    }
  }

  private static void time(Instant time, CBORGenerator generator) throws IOException {
    generator.writeTag(EPOCH_TAG);
    var seconds = Times.epoch(time);
    if (seconds.scale() <= 0) {
      generator.writeNumber(seconds.longValueExact());
    } else {
      generator.writeNumber(seconds.doubleValue());
    }
  }

  private static void number(Type.Size size, Json value, CBORGenerator generator)
      throws IOException {
    switch (value) {
      case Json.Num(BigDecimal number, _) -> number(size, number, generator);
      case Json.Str(String text, _) when Scalars.isSpecial(text) ->
          floating(size, Double.parseDouble(text), generator);
      case Json.Str _, Json.Obj _, Json.Arr _, Json.Bool _, Json.Null _ -> plain(value, generator);
    }
  }

  private static void number(Type.Size size, BigDecimal number, CBORGenerator generator)
      throws IOException {
    switch (size) {
      case BYTE, SHORT, INTEGER, LONG -> generator.writeNumber(number.longValue());
      case BIG_INTEGER -> generator.writeNumber(number.toBigInteger());
      case FLOAT, DOUBLE -> floating(size, number.doubleValue(), generator);
      case BIG_DECIMAL -> generator.writeNumber(number);
    }
  }

  private static void floating(Type.Size size, double number, CBORGenerator generator)
      throws IOException {
    if (size == Type.Size.FLOAT) {
      generator.writeNumber((float) number);
    } else {
      generator.writeNumber(number);
    }
  }

  private static void plain(Json value, CBORGenerator generator) throws IOException {
    switch (value) {
      case Json.Str(String text, _) -> generator.writeString(text);
      case Json.Num(BigDecimal number, _) when number.stripTrailingZeros().scale() <= 0 ->
          generator.writeNumber(number.longValue());
      case Json.Num(BigDecimal number, _) -> generator.writeNumber(number.doubleValue());
      case Json.Bool bool -> generator.writeBoolean(bool.value());
      case Json.Null _ -> generator.writeNull();
      case Json.Arr array -> {
        generator.writeStartArray(array, array.elements().size());
        for (var element : array.elements()) {
          plain(element, generator);
        }
        generator.writeEndArray();
      }
      case Json.Obj object -> {
        generator.writeStartObject(object, object.members().size());
        for (var member : object.members().entrySet()) {
          generator.writeFieldName(member.getKey());
          plain(member.getValue().value(), generator);
        }
        generator.writeEndObject();
      }
    }
  }
}
