package io.outcrop.cli.arguments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads a command line. What an option does not say, its environment variable may. For one use.
public final class ArgumentReader {
  private static final Set<String> OFF = Set.of("", "0", "false", "no", "off");

  private final Syntax syntax;
  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private final List<String> operands = new ArrayList<>();
  private final Set<String> assumed = new LinkedHashSet<>();
  private List<String> trailing = List.of();

  private ArgumentReader(Syntax syntax) {
    this.syntax = syntax;
  }

  /// What `words` say to the command with `syntax`.
  public static Parsing read(Syntax syntax, List<String> words, Map<String, String> environment) {
    var reader = new ArgumentReader(syntax);
    var wrong = reader.words(words);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    reader.environment(environment);
    return new Parsing.Understood(
        new Arguments(reader.values, reader.operands, reader.trailing, reader.assumed));
  }

  private Optional<Parsing> words(List<String> words) {
    for (var i = 0; i < words.size(); i++) {
      var word = words.get(i);
      if (word.equals("--")) {
        return rest(words.subList(i + 1, words.size()));
      }
      if (word.equals("--help") || word.equals("-h")) {
        return Optional.of(new Parsing.HelpWanted());
      }
      if (!word.startsWith("-") || word.equals("-")) {
        operands.add(word);
        continue;
      }
      var following =
          i + 1 < words.size() ? Optional.of(words.get(i + 1)) : Optional.<String>empty();
      var taken = option(word, following);
      if (taken instanceof Taken.Not(var wrong)) {
        return Optional.of(wrong);
      }
      i += taken instanceof Taken.Two ? 1 : 0;
    }
    return tooMany();
  }

  private Optional<Parsing> rest(List<String> words) {
    if (syntax.trailing()) {
      if (words.isEmpty()) {
        return Optional.of(new Parsing.Wrong("no command stands behind `--`", ""));
      }
      trailing = List.copyOf(words);
    } else {
      operands.addAll(words);
    }
    return tooMany();
  }

  private Optional<Parsing> tooMany() {
    return operands.size() <= syntax.maxOperands()
        ? Optional.empty()
        : Optional.of(
            new Parsing.Wrong(
                "`outcrop %s` has no use for `%s`"
                    .formatted(syntax.command(), operands.get(syntax.maxOperands())),
                "outcrop help " + syntax.command()));
  }

  /// How many words one option took.
  private sealed interface Taken {
    record One() implements Taken {}

    record Two() implements Taken {}

    record Not(Parsing wrong) implements Taken {}
  }

  private Taken option(String word, Optional<String> following) {
    var equals = word.startsWith("--") ? word.indexOf('=') : -1;
    var name = equals < 0 ? word : word.substring(0, equals);
    var found = find(name);
    if (found.isEmpty()) {
      return unknown(name);
    }
    var option = found.get();
    if (equals >= 0) {
      return option.value() == Option.Value.NONE
          ? new Taken.Not(new Parsing.Wrong("option `" + name + "` takes no value", ""))
          : given(option, word.substring(equals + 1), new Taken.One());
    }
    return switch (option.value()) {
      case NONE, ATTACHED -> take(option, "", new Taken.One());
      case REQUIRED ->
          following.isEmpty() || following.get().startsWith("--")
              ? new Taken.Not(
                  new Parsing.Wrong(
                      "option `" + name + "` needs a value", name + " " + option.placeholder()))
              : given(option, following.get(), new Taken.Two());
      case OPTIONAL ->
          following.isEmpty() || following.get().startsWith("-")
              ? take(option, "", new Taken.One())
              : given(option, following.get(), new Taken.Two());
    };
  }

  /// Takes a value that was typed: an empty one is what is left of a variable that is not set, and
  /// to go on as if nothing had been said could mean another account.
  private Taken given(Option option, String value, Taken taken) {
    return value.isBlank()
        ? new Taken.Not(
            new Parsing.Wrong(
                "the value of option `" + option.name() + "` is empty",
                option.name() + " " + option.placeholder()))
        : take(option, value, taken);
  }

  private Taken take(Option option, String value, Taken taken) {
    values.computeIfAbsent(option.name(), _ -> new ArrayList<>()).add(value);
    return taken;
  }

  private Taken unknown(String name) {
    var names = syntax.options().stream().flatMap(option -> option.names().stream()).toList();
    var help =
        Nearest.to(name, names)
            .map(nearest -> "did you mean `" + nearest + "`?")
            .orElse("outcrop help " + syntax.command());
    return new Taken.Not(
        new Parsing.Wrong(
            "`outcrop %s` has no option `%s`".formatted(syntax.command(), name), help));
  }

  private Optional<Option> find(String name) {
    return syntax.options().stream().filter(option -> option.names().contains(name)).findFirst();
  }

  private void environment(Map<String, String> environment) {
    for (var option : syntax.options()) {
      var value = environment.getOrDefault(option.variable(), "");
      if (values.containsKey(option.name()) || value.isEmpty()) {
        continue;
      }
      if (option.value() == Option.Value.REQUIRED
          || (option.value() == Option.Value.NONE && !OFF.contains(value))) {
        values.put(option.name(), List.of(value));
        assumed.add(option.name());
      }
    }
  }
}
