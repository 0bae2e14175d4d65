package io.outcrop.iam.difference;

import io.outcrop.iam.match.Glob;
import io.outcrop.iam.policy.PolicyDocument;
import io.outcrop.iam.policy.Statement;
import io.outcrop.iam.policy.Statement.Effect;
import io.outcrop.iam.policy.Statement.NamedPrincipal;
import io.outcrop.iam.policy.Statement.Pattern;
import io.outcrop.iam.policy.Statement.Patterns;
import io.outcrop.iam.policy.Statement.Principals;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The smallest part of a statement: one action, one resource and one principal, with all the
/// conditions. A statement says what its atoms say together; an element with `Not` stays whole.
///
/// @param actions one pattern in lower case, or all of a `NotAction`
/// @param resources one pattern, or all of a `NotResource`
/// @param principals one name with its type, or all of a `NotPrincipal`
record Atom(
    Effect effect, Element actions, Element resources, Element principals, Set<Clause> tests) {

  /// One element of a statement, or one value of it.
  record Element(boolean negated, Set<String> values) {
    Element {
      values = Set.copyOf(values);
    }

    private String only() {
      return values.iterator().next();
    }
  }

  /// All atoms of a statement.
  static List<Atom> of(PolicyDocument document, Statement statement) {
    var variables = document.allowsVariables();
    var tests =
        statement.conditions().stream()
            .map(condition -> Clause.of(condition, variables))
            .collect(Collectors.toUnmodifiableSet());
    var atoms = new ArrayList<Atom>();
    for (var action : elements(statement.actions(), true, variables)) {
      for (var resource : elements(statement.resources(), false, variables)) {
        for (var principal : elements(statement.principals())) {
          atoms.add(new Atom(statement.effect(), action, resource, principal, tests));
        }
      }
    }
    return atoms.stream().distinct().toList();
  }

  private static List<Element> elements(Patterns patterns, boolean action, boolean variables) {
    var values = new TreeSet<String>();
    for (var pattern : patterns.values()) {
      values.add(normal(pattern, action, variables));
    }
    if (patterns.negated()) {
      return List.of(new Element(true, values));
    }
    return values.isEmpty()
        ? List.of(new Element(false, Set.of("*")))
        : values.stream().map(value -> new Element(false, Set.of(value))).toList();
  }

  private static String normal(Pattern pattern, boolean action, boolean variables) {
    var text = pattern.text().replaceAll("\\*+", "*");
    if (action) {
      return text.equals("*:*") ? "*" : text.toLowerCase(Locale.ROOT);
    }
    return Clause.marked(text, variables);
  }

  private static List<Element> elements(Principals principals) {
    return switch (principals) {
      case Principals.Unstated _ -> List.of(new Element(false, Set.of("*")));
      case Principals.Anyone(var negated) -> List.of(new Element(negated, Set.of("AWS *")));
      case Principals.Named(var negated, var names) -> {
        var values = new TreeSet<String>();
        for (var name : names) {
          values.add(name(name));
        }
        yield negated
            ? List.of(new Element(true, values))
            : values.stream().map(value -> new Element(false, Set.of(value))).toList();
      }
    };
  }

  /// A name with its type; an account's number stands for its root.
  static String name(NamedPrincipal principal) {
    var name = principal.name();
    return principal.type()
        + " "
        + (name.matches("\\d{12}") ? "arn:aws:iam::" + name + ":root" : name);
  }

  /// Whether everything that `other` is about, this is about, too; "no" may also mean "unknown".
  boolean covers(Atom other) {
    return effect == other.effect
        && covers(actions, other.actions, Atom::coversAction)
        && covers(resources, other.resources, Atom::coversArn)
        && covers(principals, other.principals, Atom::coversName)
        && tests.stream().allMatch(test -> other.tests.stream().anyMatch(test::covers));
  }

  private interface Cover {
    boolean covers(String wide, String narrow);
  }

  private static boolean covers(Element wide, Element narrow, Cover cover) {
    if (wide.negated != narrow.negated) {
      return !wide.negated && (wide.only().equals("*") || wide.only().equals("AWS *"));
    }
    if (!wide.negated) {
      return cover.covers(wide.only(), narrow.only());
    }
    return wide.values.stream()
        .allMatch(
            excepted -> narrow.values.stream().anyMatch(value -> cover.covers(value, excepted)));
  }

  private static boolean coversName(String wide, String narrow) {
    return wide.equals("AWS *") || wide.equals(narrow);
  }

  /// A star takes in whatever stands in its place, be it a wildcard; `?` would not.
  private static boolean coversText(String wide, String narrow) {
    return wide.equals(narrow)
        || (!wide.contains("?") && !wide.contains("${") && Glob.of(wide).matches(narrow));
  }

  /// A wildcard before the colon makes a pattern that matches nothing.
  private static boolean coversAction(String wide, String narrow) {
    return wide.equals("*")
        || (wide.indexOf('*') > wide.indexOf(':') && coversText(wide, narrow))
        || wide.equals(narrow);
  }

  private static boolean coversArn(String wide, String narrow) {
    if (wide.equals("*") || wide.equals(narrow)) {
      return true;
    }
    var wides = wide.split(":", 6);
    var narrows = narrow.split(":", 6);
    if (wides.length != 6 || narrows.length != 6 || wides[2].contains("*")) {
      return false;
    }
    for (var i = 0; i < 6; i++) {
      if (!coversText(wides[i], narrows[i])) {
        return false;
      }
    }
    return true;
  }
}
