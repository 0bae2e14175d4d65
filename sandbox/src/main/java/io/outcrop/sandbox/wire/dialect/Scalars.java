package io.outcrop.sandbox.wire.dialect;

import io.outcrop.json.Json;
import io.outcrop.sandbox.wire.descriptor.Type;
import io.outcrop.sandbox.wire.descriptor.Type.TimeForm;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Reads single values by their types, and collects what is of another kind than the model says.
/// Not safe for several threads.
final class Scalars {
  private static final int MOST_DIGITS = 400;

  private final List<String> problems = new ArrayList<>();

  /// What was wrong, in order.
  List<String> problems() {
    return problems;
  }

  /// `text` as it stands in a path, a query, a header or a form.
  ///
  /// @param usual the form of times where the model says none
  Json text(Type type, String text, TimeForm usual) {
    return switch (type) {
      case Type.Text _, Type.Document _ -> Json.of(text);
      case Type.Blob _ -> blob(text);
      case Type.Numeric(Type.Size size, _) -> number(size, text);
      case Type.Flag _ -> flag(text);
      case Type.Timestamp(TimeForm form) -> time(form == TimeForm.USUAL ? usual : form, text);
      case Type.ListOf _, Type.MapOf _, Type.Named _ -> problem("Unexpected text: " + text);
    };
  }

  /// A blob that is written as base64.
  Json blob(String text) {
    try {
      Base64.getDecoder().decode(text);
      return text.length() % 4 == 0 ? Json.of(text) : problem("Invalid base64 text");
    } catch (IllegalArgumentException _) {
      return problem("Invalid base64 text");
    }
  }

  /// A time that is written as a text.
  Json time(TimeForm form, String text) {
    return Times.read(form, text)
        .map(Times::inside)
        .orElseGet(() -> problem("Invalid timestamp: " + text));
  }

  /// `number`, if it has `size`.
  Json sized(Type.Size size, BigDecimal number) {
    return fits(size, number)
        ? Json.of(number)
        : problem(
            "NUMBER_VALUE can not be converted to "
                + (size == Type.Size.INTEGER ? "an " : "a ")
                + name(size));
  }

  /// Notes `problem`; the value is of no use.
  Json problem(String problem) {
    problems.add(problem);
    return Json.ofNull();
  }

  private Json number(Type.Size size, String text) {
    if (!size.isWhole() && isSpecial(text)) {
      return Json.of(text);
    }
    return decimal(text)
        .map(number -> sized(size, number))
        .orElseGet(() -> problem("Invalid number: " + text));
  }

  /// What JSON cannot write as a number.
  static boolean isSpecial(String text) {
    return text.equals("NaN") || text.equals("Infinity") || text.equals("-Infinity");
  }

  private static Optional<BigDecimal> decimal(String text) {
    try {
      return text.length() > MOST_DIGITS ? Optional.empty() : Optional.of(new BigDecimal(text));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private Json flag(String text) {
    return text.equals("true") || text.equals("false")
        ? Json.of(Boolean.parseBoolean(text))
        : problem("Invalid boolean: " + text);
  }

  private static boolean fits(Type.Size size, BigDecimal number) {
    if (!size.isWhole()) {
      return true;
    }
    if (number.scale() > 0 || number.precision() - number.scale() > MOST_DIGITS) {
      return false;
    }
    var bits =
        switch (size) {
          case BYTE -> Byte.SIZE;
          case SHORT -> Short.SIZE;
          case INTEGER -> Integer.SIZE;
          case LONG -> Long.SIZE;
          case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> Integer.MAX_VALUE;
        };
    return number.toBigInteger().bitLength() < bits;
  }

  private static String name(Type.Size size) {
    return switch (size) {
      case BYTE -> "Byte";
      case SHORT -> "Short";
      case INTEGER -> "Integer";
      case LONG -> "Long";
      case BIG_INTEGER -> "BigInteger";
      case FLOAT -> "Float";
      case DOUBLE -> "Double";
      case BIG_DECIMAL -> "BigDecimal";
    };
  }
}
