package io.outcrop.iam.match;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// A text of a policy that may hold policy variables: `${key}`, `${key, 'default'}`, and `${*}`,
/// `${?}`, `${$}` for the plain characters. What a variable brings in is plain text, never a
/// wildcard. Source: IAM User Guide, "IAM policy elements: Variables and tags".
///
/// @param <T> what it is made into once its variables are put in
public final class Template<T> {
  private final List<Token> tokens;
  private final boolean wildcards;
  private final Function<String, T> make;
  private final Optional<Resolved<T>> fixed;

  private Template(List<Token> tokens, boolean wildcards, Function<String, T> make) {
    this.tokens = List.copyOf(tokens);
    this.wildcards = wildcards;
    this.make = make;
    this.fixed =
        tokens.stream().anyMatch(Token.Variable.class::isInstance)
            ? Optional.empty()
            : Optional.of(fill(_ -> new Binding.Missing()));
  }

  private sealed interface Token {
    /// Text as written; its wildcards are wildcards where the operator knows them.
    record Written(String text) implements Token {}

    /// A character that stands for itself.
    record Plain(String text) implements Token {}

    /// A variable and the text for a request without the key, if it has one.
    record Variable(String key, String lowerCaseKey, boolean hasDefault, String otherwise)
        implements Token {
      Variable(String key, boolean hasDefault, String otherwise) {
        this(key, key.toLowerCase(Locale.ROOT), hasDefault, otherwise);
      }
    }
  }

  /// What a variable is in one request.
  private sealed interface Binding {
    record Bound(String text) implements Binding {}

    /// The key has many values, and so none that could be put in.
    record Multivalued() implements Binding {}

    /// Nobody knows the key's value, or whether the request has it.
    record Unknown() implements Binding {}

    /// The request does not have the key.
    record Missing() implements Binding {}
  }

  /// What a template is for one request.
  ///
  /// @param value what it was made into; meaningless if not `known`
  /// @param known whether every variable had a value or a default
  /// @param missing the keys that the request does not bring, as written; none if a key of many
  ///   values keeps it from ever being known
  /// @param widest the same with a star for every missing or unknown variable
  /// @param unknown the keys, as written, of which nobody knows whether the request brings them or
  ///   with which value
  public record Resolved<T>(
      T value, boolean known, Set<String> missing, T widest, Set<String> unknown) {
    /// The truth about `value` that `test` finds, turned by the missing variables where some value
    /// of theirs would turn it.
    public Truth truth(Predicate<T> test) {
      if (!unknown.isEmpty()) {
        return test.test(widest) ? Truth.MAYBE : Truth.NO;
      }
      var holds = known && test.test(value);
      if (missing.isEmpty() || (!holds && !test.test(widest))) {
        return Truth.of(holds);
      }
      return Truth.open(holds, missing);
    }

    /// Whether some value of the missing and unknown keys makes it something.
    public boolean isPossible() {
      return known || !missing.isEmpty() || !unknown.isEmpty();
    }
  }

  /// A text without wildcards; variables are plain text unless `variables`.
  public static Template<Glob> text(String text, boolean variables) {
    return new Template<>(tokens(text, variables), false, Glob::ofMarked);
  }

  /// A text without wildcards, in lower case.
  public static Template<Glob> lowerCaseText(String text, boolean variables) {
    return new Template<>(
        tokens(text, variables), false, marked -> Glob.ofMarked(marked.toLowerCase(Locale.ROOT)));
  }

  /// A text with wildcards.
  public static Template<Glob> pattern(String text, boolean variables) {
    return new Template<>(tokens(text, variables), true, Glob::ofMarked);
  }

  /// An ARN with wildcards, cut into its parts after the variables were put in.
  public static Template<ArnPattern> arn(String text, boolean variables) {
    return new Template<>(tokens(text, variables), true, ArnPattern::ofMarked);
  }

  private static List<Token> tokens(String text, boolean variables) {
    if (!variables) {
      return List.of(new Token.Written(text));
    }
    var tokens = new ArrayList<Token>();
    var from = 0;
    while (from < text.length()) {
      var open = text.indexOf("${", from);
      var close = open < 0 ? -1 : text.indexOf('}', open);
      if (close < 0) {
        tokens.add(new Token.Written(text.substring(from)));
        break;
      }
      tokens.add(new Token.Written(text.substring(from, open)));
      tokens.add(variable(text.substring(open + 2, close)));
      from = close + 1;
    }
    return tokens;
  }

  private static Token variable(String inner) {
    if (inner.equals("*") || inner.equals("?") || inner.equals("$")) {
      return new Token.Plain(inner);
    }
    var comma = inner.indexOf(',');
    if (comma >= 0) {
      var rest = inner.substring(comma + 1).strip();
      if (rest.length() >= 2 && rest.startsWith("'") && rest.endsWith("'")) {
        return new Token.Variable(
            inner.substring(0, comma).strip(), true, rest.substring(1, rest.length() - 1));
      }
    }
    return new Token.Variable(inner, false, "");
  }

  /// The truth that `test` finds with the request's values put in.
  public Truth truth(RequestView request, Predicate<T> test) {
    return fixed.isPresent()
        ? Truth.of(test.test(fixed.get().value()))
        : resolve(request).truth(test);
  }

  /// The template with the request's values put in.
  public Resolved<T> resolve(RequestView request) {
    return fixed.isPresent() ? fixed.get() : fill(key -> binding(request, key));
  }

  private static Binding binding(RequestView request, String key) {
    var value = request.value(key);
    return switch (request.doubt(key)) {
      case PRESENCE, BOTH -> new Binding.Unknown();
      case VALUE -> value.isPresent() ? new Binding.Unknown() : new Binding.Missing();
      case NONE ->
          value.isEmpty()
              ? new Binding.Missing()
              : value.get().multivalued()
                  ? new Binding.Multivalued()
                  : new Binding.Bound(value.get().texts().getFirst());
    };
  }

  private Resolved<T> fill(Function<String, Binding> bindings) {
    var filling = new Filling();
    for (var token : tokens) {
      switch (token) {
        case Token.Written(var written) ->
            filling.add(wildcards ? Glob.marked(written) : Glob.plain(written));
        case Token.Plain(var plain) -> filling.add(plain);
        case Token.Variable variable ->
            filling.add(variable, bindings.apply(variable.lowerCaseKey()));
      }
    }
    return new Resolved<>(
        make.apply(filling.text.toString()),
        filling.known,
        filling.hopeless ? Set.of() : filling.missing,
        make.apply(filling.widest.toString()),
        filling.hopeless ? Set.of() : filling.unknown);
  }

  /// A template on its way to being resolved.
  private static final class Filling {
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder widest = new StringBuilder();
    private final Set<String> missing = new LinkedHashSet<>();
    private final Set<String> unknown = new LinkedHashSet<>();
    private boolean known = true;
    private boolean hopeless;

    private void add(String part) {
      text.append(part);
      widest.append(part);
    }

    private void add(Token.Variable variable, Binding binding) {
      switch (binding) {
        case Binding.Bound(var bound) -> add(Glob.plain(bound));
        case Binding.Multivalued _ -> {
          known = false;
          hopeless = true;
        }
        case Binding.Unknown _ -> {
          known = false;
          widest.append(Glob.marked("*"));
          unknown.add(variable.key());
        }
        case Binding.Missing _ -> {
          known &= variable.hasDefault();
          text.append(Glob.plain(variable.otherwise()));
          widest.append(Glob.marked("*"));
          missing.add(variable.key());
        }
      }
    }
  }
}
