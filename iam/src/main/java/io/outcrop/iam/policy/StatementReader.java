package io.outcrop.iam.policy;

import io.outcrop.iam.policy.Grammar.Presence;
import io.outcrop.iam.policy.Statement.Effect;
import io.outcrop.iam.policy.Statement.Pattern;
import io.outcrop.iam.policy.Statement.Patterns;
import io.outcrop.iam.policy.Statement.Principals;
import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.json.Problem;
import java.util.ArrayList;
import java.util.List;

/// Reads one statement by the grammar of its policy's kind.
final class StatementReader {
  private static final Patterns NONE = new Patterns(false, List.of());

  private final PolicyKind kind;
  private final Grammar grammar;
  private final List<Problem> problems;

  StatementReader(PolicyKind kind, List<Problem> problems) {
    this.kind = kind;
    this.grammar = Grammar.of(kind);
    this.problems = problems;
  }

  Statement read(Json value, String pointer, int index) {
    var fields = new Fields(value, pointer, problems);
    if (!(value instanceof Json.Obj)) {
      return new Statement(
          index,
          "",
          Effect.DENY,
          new Principals.Unstated(),
          NONE,
          NONE,
          List.of(),
          value.position());
    }
    var statement =
        new Statement(
            index,
            sid(fields),
            effect(fields),
            principals(fields),
            patterns(fields, "Action", Presence.REQUIRED),
            patterns(fields, "Resource", grammar.resource()),
            new ConditionReader(problems).read(fields),
            value.position());
    fields.finish();
    if (kind == PolicyKind.RCP) {
      controlOnly(fields, statement);
    }
    return statement;
  }

  private String sid(Fields fields) {
    var sid = fields.optionalText("Sid").orElse("");
    if (grammar.hasPlainSids() && !sid.chars().allMatch(StatementReader::isLetterOrDigit)) {
      fields.problem("Sid", "found `" + sid + "`, expected letters and digits only");
    }
    return sid;
  }

  private static boolean isLetterOrDigit(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private Effect effect(Fields fields) {
    var before = problems.size();
    var effect = fields.text("Effect");
    if (problems.size() == before && !effect.equals("Allow") && !effect.equals("Deny")) {
      fields.problem("Effect", "found `" + effect + "`, expected `Allow` or `Deny`");
    }
    return effect.equals("Allow") ? Effect.ALLOW : Effect.DENY;
  }

  private Principals principals(Fields fields) {
    var negated = negated(fields, "Principal", grammar.principal(), grammar.allowsNotPrincipal());
    var name = negated ? "NotPrincipal" : "Principal";
    if (grammar.principal() == Presence.FORBIDDEN || !fields.has(name)) {
      return new Principals.Unstated();
    }
    return new PrincipalReader(problems).read(fields, name, negated);
  }

  private Patterns patterns(Fields fields, String element, Presence presence) {
    var negated = negated(fields, element, presence, true);
    var name = negated ? "Not" + element : element;
    var value = fields.any(name);
    if (value.isEmpty() || presence == Presence.FORBIDDEN) {
      return NONE;
    }
    var values = texts(value.get(), fields.pointer(name));
    if (value.get() instanceof Json.Arr array && array.elements().isEmpty()) {
      fields.problem(name, "found no value, expected at least one");
    }
    return new Patterns(negated, values);
  }

  /// Settles which of an element's two forms stands here, and says what is wrong with that.
  private static boolean negated(
      Fields fields, String element, Presence presence, boolean allowsNegation) {
    var plain = fields.any(element).isPresent();
    var negated = fields.any("Not" + element).isPresent();
    if (presence == Presence.FORBIDDEN) {
      forbid(fields, element, plain);
      forbid(fields, "Not" + element, negated);
    } else if (plain && negated) {
      fields.problem("Not" + element, "`" + element + "` and `Not" + element + "` stand together");
    } else if (negated && !allowsNegation) {
      forbid(fields, "Not" + element, true);
    } else if (!plain && !negated && presence == Presence.REQUIRED) {
      var either = allowsNegation ? "` or `Not" + element : "";
      fields.problem(element, "member `" + element + either + "` is missing");
    }
    return negated && !plain;
  }

  private static void forbid(Fields fields, String element, boolean present) {
    if (present) {
      fields.problem(element, "`" + element + "` is not used in this kind of policy");
    }
  }

  private List<Pattern> texts(Json value, String pointer) {
    var elements = value instanceof Json.Arr array ? array.elements() : List.of(value);
    var texts = new ArrayList<Pattern>();
    for (var i = 0; i < elements.size(); i++) {
      if (elements.get(i) instanceof Json.Str(var text, var position)) {
        texts.add(new Pattern(text, position));
      } else {
        problems.add(
            new Problem(
                value instanceof Json.Arr ? pointer + "/" + i : pointer,
                elements.get(i).position(),
                "found " + elements.get(i).kind() + ", expected a string"));
      }
    }
    return texts;
  }

  /// Resource control policies only take away; the one that allows is AWS's own RCPFullAWSAccess.
  private static void controlOnly(Fields fields, Statement statement) {
    var everyone = statement.principals() instanceof Principals.Anyone;
    if (!everyone && !(statement.principals() instanceof Principals.Unstated)) {
      fields.problem("Principal", "found a list of principals, expected `*`");
    }
    var full =
        everyone
            && isStar(statement.actions())
            && isStar(statement.resources())
            && statement.conditions().isEmpty();
    if (statement.effect() == Effect.ALLOW && !full) {
      fields.problem("Effect", "found `Allow`, expected `Deny`");
    }
  }

  private static boolean isStar(Patterns patterns) {
    return !patterns.negated()
        && patterns.values().size() == 1
        && patterns.values().getFirst().text().equals("*");
  }
}
