package io.outcrop.sandbox.wire.descriptor;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// Reads the descriptors' notation of structures and types, which the package's description
/// explains.
///
/// @param named what a type's name means
record Notation(Function<String, Type> named) {
  private static final String UNION = "| ";

  /// `Key !tagKeyType, Value !tagValueType`.
  Structure structure(String text) {
    var isUnion = text.startsWith(UNION);
    var list = isUnion ? text.substring(UNION.length()) : text;
    var members = new ArrayList<Member>();
    for (var member : list.isBlank() ? new String[0] : list.split(", ")) {
      members.add(member(member.strip()));
    }
    return Structure.of(members, isUnion);
  }

  private Member member(String text) {
    var words = text.split(" ");
    var required = words[1].startsWith("!");
    var type = type(required ? words[1].substring(1) : words[1]);
    var location = (Location) new Location.Body(words[0], "");
    for (var word : Arrays.asList(words).subList(2, words.length)) {
      if (word.equals("@flat")) {
        type = flat(type);
      } else {
        location = location(words[0], word, location);
      }
    }
    return new Member(words[0], type, required, location);
  }

  private static Location location(String name, String word, Location before) {
    var open = word.indexOf('(');
    var argument = open < 0 ? name : word.substring(open + 1, word.length() - 1);
    return switch (open < 0 ? word : word.substring(0, open)) {
      case "@label" -> new Location.Label(argument);
      case "@query" -> new Location.Query(argument);
      case "@queryrest" -> new Location.QueryRest();
      case "@header" -> new Location.Header(argument);
      case "@prefix" -> new Location.Prefix(open < 0 ? "" : argument);
      case "@payload" -> new Location.Payload();
      case "@status" -> new Location.Status();
      case "@name" -> new Location.Body(argument, "");
      case "@queryname" ->
          new Location.Body(
              before instanceof Location.Body(String wireName, _) ? wireName : name, argument);
      default -> throw new IllegalArgumentException("no location `" + word + "`");
    };
  }

  private static Type flat(Type type) {
    return switch (type) {
      case Type.ListOf list ->
          new Type.ListOf(list.element(), list.name(), true, list.sparse(), list.rules());
      case Type.MapOf map ->
          new Type.MapOf(
              map.key(),
              map.value(),
              map.keyName(),
              map.valueName(),
              true,
              map.sparse(),
              map.rules());
      case Type.Text _,
          Type.Numeric _,
          Type.Flag _,
          Type.Blob _,
          Type.Timestamp _,
          Type.Document _,
          Type.Named _ ->
          throw new IllegalArgumentException("only lists and maps are flat");
    };
  }

  /// `string 1..64 /[a-z]+/`, `[#Tag] 0..50`, `{string=number}`, `#Tag`, `tagKeyType`.
  Type type(String text) {
    var space = text.indexOf(' ');
    var kind = space < 0 ? text : text.substring(0, space);
    return kind(kind, Words.of(space < 0 ? "" : text.substring(space + 1)));
  }

  private Type kind(String kind, Words words) {
    return switch (kind) {
      case "string" -> new Type.Text(words.rules(false));
      case "boolean" -> new Type.Flag();
      case "blob" -> new Type.Blob(words.rules(false));
      case "timestamp" -> new Type.Timestamp(Type.TimeForm.USUAL);
      case "timestamp:date-time" -> new Type.Timestamp(Type.TimeForm.DATE_TIME);
      case "timestamp:epoch-seconds" -> new Type.Timestamp(Type.TimeForm.EPOCH_SECONDS);
      case "timestamp:http-date" -> new Type.Timestamp(Type.TimeForm.HTTP_DATE);
      case "document" -> new Type.Document();
      case "byte", "short", "integer", "long", "float", "double", "bigInteger", "bigDecimal" ->
          new Type.Numeric(size(kind), words.rules(true));
      default ->
          switch (kind.charAt(0)) {
            case '[' -> list(inner(kind), words);
            case '{' -> map(inner(kind), words);
            case '#' -> new Type.Named(kind.substring(1));
            default -> named.apply(kind);
          };
    };
  }

  private Type list(String inner, Words words) {
    var equals = outerEquals(inner);
    return new Type.ListOf(
        type(inner.substring(equals + 1)),
        equals < 0 ? "member" : inner.substring(0, equals),
        words.has("flat"),
        words.has("sparse"),
        words.rules(false));
  }

  private Type map(String inner, Words words) {
    var equals = outerEquals(inner);
    var names = words.argument("names").orElse("key;value").split(";", 2);
    return new Type.MapOf(
        type(inner.substring(0, equals)),
        type(inner.substring(equals + 1)),
        names[0],
        names[1],
        words.has("flat"),
        words.has("sparse"),
        words.rules(false));
  }

  private static String inner(String kind) {
    return kind.substring(1, kind.length() - 1);
  }

  private static int outerEquals(String inner) {
    var depth = 0;
    for (var i = 0; i < inner.length(); i++) {
      switch (inner.charAt(i)) {
        case '[', '{' -> depth++;
        case ']', '}' -> depth--;
        case '=' -> {
          if (depth == 0) {
            return i;
          }
        }
        default -> {}
      }
    }
    return -1;
  }

  private static Type.Size size(String kind) {
    return switch (kind) {
      case "bigInteger" -> Type.Size.BIG_INTEGER;
      case "bigDecimal" -> Type.Size.BIG_DECIMAL;
      default -> Type.Size.valueOf(kind.toUpperCase(Locale.ROOT));
    };
  }

  /// What stands behind a type's kind; an expression, which may hold blanks, is the last of it.
  ///
  /// @param plain the words without the expression
  /// @param expression a regular expression; empty if there is none
  private record Words(List<String> plain, String expression) {
    static Words of(String text) {
      var slash = text.startsWith("/") ? 0 : text.indexOf(" /") + 1;
      var hasExpression = text.startsWith("/") || slash > 0;
      var plain = hasExpression ? text.substring(0, slash) : text;
      return new Words(
          plain.isBlank() ? List.of() : List.of(plain.strip().split(" ")),
          hasExpression ? text.substring(slash + 1, text.length() - 1) : "");
    }

    boolean has(String word) {
      return plain.contains(word);
    }

    Optional<String> argument(String word) {
      return plain.stream()
          .filter(one -> one.startsWith(word + "("))
          .map(one -> one.substring(word.length() + 1, one.length() - 1))
          .findFirst();
    }

    List<Rule> rules(boolean ofNumber) {
      var rules = new ArrayList<Rule>();
      for (var word : plain) {
        if (word.equals("secret")) {
          rules.add(new Rule.Secret());
        } else if (word.startsWith("=")) {
          rules.add(new Rule.OneOf(List.of(word.substring(1).split("\\|"))));
        } else if (word.contains("..")) {
          rules.add(limits(word, ofNumber));
        }
      }
      if (!expression.isEmpty()) {
        rules.add(new Rule.Matches(expression));
      }
      return List.copyOf(rules);
    }

    private static Rule limits(String word, boolean ofNumber) {
      var dots = word.indexOf("..");
      var least = number(word.substring(0, dots));
      var most = number(word.substring(dots + 2));
      return ofNumber
          ? new Rule.Range(least, most)
          : new Rule.Length(
              least.map(BigDecimal::intValueExact), most.map(BigDecimal::intValueExact));
    }

    private static Optional<BigDecimal> number(String text) {
      return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    }
  }
}
