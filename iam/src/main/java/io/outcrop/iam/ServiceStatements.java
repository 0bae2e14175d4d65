package io.outcrop.iam;

import io.outcrop.iam.match.Glob;
import io.outcrop.iam.match.RequestView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The statements of a tier that can be about actions of one service, in the order of the policies.
///
/// Policies name the same few actions again and again. Each name or pattern is kept once, with the
/// statements that hold it, a bit each; a request tries every pattern once and is left with the
/// statements that are about its action.
final class ServiceStatements {
  private final List<PreparedStatement> statements;
  private final long[] negated;
  private final Map<String, Bits> literals;
  private final Pattern[] patterns;

  /// The statements that a name stands in: in `Action`, and in `NotAction`.
  private static final class Bits {
    private final long[] named;
    private final long[] excepted;

    private Bits(int words) {
      this.named = new long[words];
      this.excepted = new long[words];
    }

    private void add(Bits other) {
      for (var i = 0; i < named.length; i++) {
        named[i] |= other.named[i];
        excepted[i] |= other.excepted[i];
      }
    }
  }

  private record Pattern(Glob glob, Bits bits) {}

  /// The statements of `all` that can be about `service`, in lower case; for an empty name, about
  /// services that none of them names.
  ServiceStatements(String service, List<PreparedStatement> all) {
    this.statements =
        all.stream()
            .filter(statement ->
                statement.actions().isOfAnyService()
                    || statement.actions().services().contains(service))
            .toList();
    var words = (statements.size() + Long.SIZE - 1) / Long.SIZE;
    this.negated = new long[words];
    var byName = new LinkedHashMap<String, Bits>();
    for (var i = 0; i < statements.size(); i++) {
      var actions = statements.get(i).actions();
      if (actions.isNegated()) {
        set(negated, i);
      }
      for (var name : actions.names(service)) {
        var bits = byName.computeIfAbsent(name, _ -> new Bits(words));
        set(actions.isNegated() ? bits.excepted : bits.named, i);
      }
    }
    this.literals = new HashMap<>();
    var globs = new ArrayList<Pattern>();
    byName.forEach((name, bits) -> {
      if (name.indexOf('*') < 0 && name.indexOf('?') < 0) {
        literals.put(name, bits);
      } else {
        globs.add(new Pattern(Glob.of(name), bits));
      }
    });
    this.patterns = globs.toArray(Pattern[]::new);
  }

  private static void set(long[] bits, int index) {
    bits[index / Long.SIZE] |= 1L << index;
  }

  List<PreparedStatement> all() {
    return statements;
  }

  PreparedStatement statement(int index) {
    return statements.get(index);
  }

  /// A bit for each statement that is about the request's action.
  long[] about(RequestView request) {
    var found = new Bits(negated.length);
    var literal = literals.get(request.operation());
    if (literal != null) {
      found.add(literal);
    }
    for (var pattern : patterns) {
      if (pattern.glob().matches(request.operation())) {
        found.add(pattern.bits());
      }
    }
    for (var i = 0; i < negated.length; i++) {
      found.named[i] |= negated[i] & ~found.excepted[i];
    }
    return found.named;
  }
}
