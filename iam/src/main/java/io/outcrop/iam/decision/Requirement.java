package io.outcrop.iam.decision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Under which condition a request is allowed: a formula over what nobody knows.
///
/// Unknown things are taken to be free of each other, even where two conditions are about one key.
public sealed interface Requirement {
  /// It is allowed, or not, whatever the unknown may be.
  record Constant(boolean allowed) implements Requirement {}

  /// All of `parts` have to hold; at least two.
  record All(List<Requirement> parts) implements Requirement {
    public All {
      parts = List.copyOf(parts);
    }
  }

  /// One of `parts` has to hold; at least two.
  record Any(List<Requirement> parts) implements Requirement {
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /// Something unknown has to be so, or not.
  ///
  /// @param unknown what
  /// @param expected whether it has to be so
  /// @param from the statements that ask for it; none for a layer that nobody could look at
  record Test(Unknown unknown, boolean expected, Set<StatementRef> from) implements Requirement {
    public Test {
      from = Collections.unmodifiableSet(new LinkedHashSet<>(from));
    }
  }

  /// All of `parts`, as simple as can be seen at once.
  static Requirement all(List<Requirement> parts) {
    return join(parts, true);
  }

  /// Any of `parts`, as simple as can be seen at once.
  static Requirement any(List<Requirement> parts) {
    return join(parts, false);
  }

  private static Requirement join(List<Requirement> parts, boolean all) {
    var flat = new LinkedHashSet<Requirement>();
    for (var part : parts) {
      switch (part) {
        case Constant(var allowed) -> {
          if (allowed != all) {
            return part;
          }
        }
        case All(var inner) when all -> flat.addAll(inner);
        case Any(var inner) when !all -> flat.addAll(inner);
        case All _, Any _, Test _ -> flat.add(part);
      }
    }
    if (flat.isEmpty()) {
      return new Constant(all);
    }
    var left = List.copyOf(flat);
    return left.size() == 1 ? left.getFirst() : all ? new All(left) : new Any(left);
  }

  /// The opposite.
  default Requirement not() {
    return switch (this) {
      case Constant(var allowed) -> new Constant(!allowed);
      case All(var parts) -> any(parts.stream().map(Requirement::not).toList());
      case Any(var parts) -> all(parts.stream().map(Requirement::not).toList());
      case Test(var unknown, var expected, var from) -> new Test(unknown, !expected, from);
    };
  }

  /// Whether it holds if exactly that is so which `isSo` says.
  default boolean holds(Predicate<Unknown> isSo) {
    return switch (this) {
      case Constant(var allowed) -> allowed;
      case All(var parts) -> parts.stream().allMatch(part -> part.holds(isSo));
      case Any(var parts) -> parts.stream().anyMatch(part -> part.holds(isSo));
      case Test(var unknown, var expected, _) -> isSo.test(unknown) == expected;
    };
  }

  /// All that it asks about, in order.
  default Set<Unknown> unknowns() {
    var unknowns = new LinkedHashSet<Unknown>();
    switch (this) {
      case Constant _ -> {}
      case All(var parts) -> parts.forEach(part -> unknowns.addAll(part.unknowns()));
      case Any(var parts) -> parts.forEach(part -> unknowns.addAll(part.unknowns()));
      case Test(var unknown, _, _) -> unknowns.add(unknown);
    }
    return unknowns;
  }

  /// The same without what makes no difference to it. Formulas over more than some ten unknown
  /// things are left as they are.
  default Requirement simplified() {
    var simple = this;
    for (var unknown : unknowns()) {
      var with = simple.given(unknown, true);
      var without = simple.given(unknown, false);
      if (agree(with, without)) {
        simple = with;
      }
    }
    return simple;
  }

  /// Whether two formulas say the same, whatever is so; false if they ask about too much to try.
  static boolean agree(Requirement one, Requirement other) {
    if (one.equals(other)) {
      return true;
    }
    var unknowns = new LinkedHashSet<>(one.unknowns());
    unknowns.addAll(other.unknowns());
    var list = new ArrayList<>(unknowns);
    if (list.size() > 12) {
      return false;
    }
    for (var choice = 0; choice < 1 << list.size(); choice++) {
      var so = new LinkedHashSet<Unknown>();
      for (var i = 0; i < list.size(); i++) {
        if ((choice & 1 << i) != 0) {
          so.add(list.get(i));
        }
      }
      if (one.holds(so::contains) != other.holds(so::contains)) {
        return false;
      }
    }
    return true;
  }

  private Requirement given(Unknown what, boolean isSo) {
    return switch (this) {
      case Constant _ -> this;
      case All(var parts) -> all(parts.stream().map(part -> part.given(what, isSo)).toList());
      case Any(var parts) -> any(parts.stream().map(part -> part.given(what, isSo)).toList());
      case Test(var unknown, var expected, _) ->
          unknown.equals(what) ? new Constant(expected == isSo) : this;
    };
  }

  /// Whether it is allowed whatever the unknown may be.
  default boolean isAlways() {
    return this instanceof Constant(var allowed) && allowed;
  }

  /// Whether it is denied whatever the unknown may be.
  default boolean isNever() {
    return this instanceof Constant(var allowed) && !allowed;
  }

  /// What it asks about, in words, each once.
  default List<String> words() {
    return unknowns().stream().map(Unknown::words).distinct().toList();
  }
}
