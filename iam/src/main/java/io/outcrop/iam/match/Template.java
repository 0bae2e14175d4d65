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
            : Optional.of(fill(_ -> Optional.empty()));
  }

  private sealed interface Token {
    /// Text as written; its wildcards are wildcards where the operator knows them.
    record Written(String text) implements Token {}

    /// A character that stands for itself.
    record Plain(String text) implements Token {}

    /// A variable and the text for a request without the key, if it has one.
    record Variable(String key, boolean hasDefault, String otherwise) implements Token {}
  }

  /// What a variable is in one request.
  private sealed interface Binding {
    record Bound(String text) implements Binding {}

    /// The key has many values, and so none that could be put in.
    record Multivalued() implements Binding {}
  }

  /// What a template is for one request.
  ///
  /// @param value what it was made into; meaningless if not `known`
  /// @param known whether every variable had a value or a default
  /// @param missing the keys that the request does not bring, as written; none if a key of many
  ///   values keeps it from ever being known
  /// @param widest the same with a star for every missing variable
  public record Resolved<T>(T value, boolean known, Set<String> missing, T widest) {
    /// The truth about `value` that `test` finds, turned by the missing variables where some value
    /// of theirs would turn it.
    public Truth truth(Predicate<T> test) {
      var holds = known && test.test(value);
      if (missing.isEmpty() || (!holds && !test.test(widest))) {
        return Truth.of(holds);
      }
      return new Truth(holds, missing);
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

  /// The template with the request's values put in.
  public Resolved<T> resolve(RequestView request) {
    return fixed.isPresent() ? fixed.get() : fill(key -> binding(request, key));
  }

  private static Optional<Binding> binding(RequestView request, String key) {
    return request
        .value(key)
        .map(value ->
            value.multivalued()
                ? new Binding.Multivalued()
                : new Binding.Bound(value.texts().getFirst()));
  }

  private Resolved<T> fill(Function<String, Optional<Binding>> bindings) {
    var filling = new Filling();
    for (var token : tokens) {
      switch (token) {
        case Token.Written(var written) ->
            filling.add(wildcards ? Glob.marked(written) : Glob.plain(written));
        case Token.Plain(var plain) -> filling.add(plain);
        case Token.Variable variable -> filling.add(variable, bindings.apply(variable.key()));
      }
    }
    return new Resolved<>(
        make.apply(filling.text.toString()),
        filling.known,
        filling.hopeless ? Set.of() : filling.missing,
        make.apply(filling.widest.toString()));
  }

  /// A template on its way to being resolved.
  private static final class Filling {
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder widest = new StringBuilder();
    private final Set<String> missing = new LinkedHashSet<>();
    private boolean known = true;
    private boolean hopeless;

    private void add(String part) {
      text.append(part);
      widest.append(part);
    }

    private void add(Token.Variable variable, Optional<Binding> binding) {
      switch (binding.orElse(null)) {
        case Binding.Bound(var bound) -> add(Glob.plain(bound));
        case Binding.Multivalued _ -> {
          known = false;
          hopeless = true;
        }
        case null -> {
          known &= variable.hasDefault();
          text.append(Glob.plain(variable.otherwise()));
          widest.append(Glob.marked("*"));
          missing.add(variable.key());
        }
      }
    }
  }
}
