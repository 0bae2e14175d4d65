package io.outcrop.access.cure;

import io.outcrop.grants.RequiredAuthorization;
import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Takes some authorisations out of a Deny statement and leaves all else denied.
///
/// A statement about actions `A` on resources `R`, without the needed actions `a` on the needed
/// resources `r`, is the union of `A` on `R` without `r`, and `A` without `a` on `r`. Where `R` is
/// everything, or all but some, the first is `NotResource`. Where `R` is a list, what of it covers
/// nothing that is needed stays as it is; the rest, `P`, becomes `A` without `a` on `P`, and `a` on
/// all but `r` and what [Complement] says that `P` does not cover. `A` without `a` on a service's
/// own ARNs is `NotAction`, since no other service's action is about them. So nothing that was
/// denied is let through but what is needed.
///
/// In a policy that others have, too, one more statement denies them what is needed, as before.
final class Narrowing {
  private static final String CALLER = "aws:PrincipalArn";

  private final List<RequiredAuthorization> needs;
  private final Complement complement;
  private final Optional<String> caller;
  private final Set<String> beyond = new LinkedHashSet<>();

  /// @param needs what has to be spared
  /// @param complement says what a pattern does not cover
  /// @param caller the ARN of whoever needs it, where others have the policy, too
  Narrowing(List<RequiredAuthorization> needs, Complement complement, Optional<String> caller) {
    this.needs = List.copyOf(needs);
    this.complement = complement;
    this.caller = caller;
  }

  /// Patterns beyond which names that nobody knows yet are denied, too.
  List<String> beyond() {
    return List.copyOf(beyond);
  }

  /// What takes the place of `statement`; empty if that cannot be written.
  Optional<List<Json.Obj>> narrowed(Json.Obj statement) {
    var pieces = List.of(statement);
    var forOthers = new ArrayList<Json.Obj>();
    for (var group : groups(statement).entrySet()) {
      var next = new ArrayList<Json.Obj>();
      for (var piece : pieces) {
        var cut = new Cut(piece, List.copyOf(group.getKey()), actions(piece, group.getValue()));
        if (cut.isVoid()) {
          next.add(piece);
          continue;
        }
        var all = cut.pieces();
        if (all.isEmpty()) {
          return Optional.empty();
        }
        next.addAll(all.get());
        caller.ifPresent(arn -> forOthers.add(cut.forOthers(arn)));
      }
      pieces = List.copyOf(next);
    }
    return Optional.of(Stream.concat(pieces.stream(), forOthers.stream()).toList());
  }

  /// The needs that `statement` is about: by their resources, the actions.
  private Map<Set<String>, List<String>> groups(Json.Obj statement) {
    var byAction = new LinkedHashMap<String, Set<String>>();
    for (var need : needs) {
      if (coversResource(statement, need.resource())) {
        byAction.computeIfAbsent(need.action(), _ -> new LinkedHashSet<>()).add(need.resource());
      }
    }
    var groups = new LinkedHashMap<Set<String>, List<String>>();
    byAction.forEach(
        (action, arns) -> groups.computeIfAbsent(arns, _ -> new ArrayList<>()).add(action));
    return groups;
  }

  private static List<String> actions(Json.Obj statement, List<String> actions) {
    return actions.stream().filter(action -> coversAction(statement, action)).toList();
  }

  private static boolean coversAction(Json.Obj statement, String action) {
    var negated = statement.get("NotAction").isPresent();
    return texts(statement, negated ? "NotAction" : "Action").stream()
            .anyMatch(pattern -> isAbout(pattern, action))
        != negated;
  }

  private static boolean isAbout(String pattern, String action) {
    return Wildcard.matches(pattern.toLowerCase(Locale.ROOT), action.toLowerCase(Locale.ROOT));
  }

  private static boolean coversResource(Json.Obj statement, String arn) {
    var negated = statement.get("NotResource").isPresent();
    return texts(statement, negated ? "NotResource" : "Resource").stream()
            .anyMatch(pattern -> Wildcard.matches(pattern, arn))
        != negated;
  }

  /// `actions` on those of `wanted` that `statement` is about, taken out of it.
  private final class Cut {
    private final Json.Obj statement;
    private final List<String> arns;
    private final List<String> actions;

    private Cut(Json.Obj statement, List<String> wanted, List<String> actions) {
      this.statement = statement;
      this.arns = wanted.stream().filter(arn -> coversResource(statement, arn)).toList();
      this.actions = actions;
    }

    private boolean isVoid() {
      return arns.isEmpty() || actions.isEmpty();
    }

    private boolean isOpen() {
      return statement.get("NotResource").isPresent() || texts(statement, "Resource").contains("*");
    }

    private List<String> hit() {
      return texts(statement, "Resource").stream()
          .filter(pattern -> arns.stream().anyMatch(arn -> Wildcard.matches(pattern, arn)))
          .toList();
    }

    private Optional<List<Json.Obj>> pieces() {
      return isOpen() ? ofAll() : ofListed();
    }

    private Optional<List<Json.Obj>> ofAll() {
      var spared = new LinkedHashSet<>(texts(statement, "NotResource"));
      spared.addAll(arns);
      if (arns.contains("*")) {
        return withoutActions(statement);
      }
      var rest = statement.without("Resource").with("NotResource", element(spared));
      return withoutActions(about(arns))
          .map(others -> Stream.concat(Stream.of(rest), others.stream()).toList());
    }

    private Optional<List<Json.Obj>> ofListed() {
      var hit = hit();
      var result = new ArrayList<Json.Obj>();
      var kept = texts(statement, "Resource").stream().filter(one -> !hit.contains(one)).toList();
      if (!kept.isEmpty()) {
        result.add(about(kept));
      }
      var others = withoutActions(about(hit));
      if (others.isEmpty()) {
        return Optional.empty();
      }
      result.addAll(others.get());
      for (var pattern : hit) {
        if (isPattern(pattern)) {
          var outside = complement.ofResources(pattern, actions);
          if (outside.isEmpty()) {
            return Optional.empty();
          }
          beyond.add(pattern);
          var spared = new LinkedHashSet<>(arns);
          spared.addAll(outside.get());
          var inside = ofActions().without("Resource").with("NotResource", element(spared));
          result.add(caller.map(arn -> with(inside, "ArnEquals", arn)).orElse(inside));
        }
      }
      return Optional.of(result);
    }

    private Json.Obj about(List<String> resources) {
      return statement.without("NotResource").with("Resource", element(resources));
    }

    private Json.Obj ofActions() {
      return statement.without("NotAction").with("Action", element(actions));
    }

    /// The same for everybody but the caller, as it was.
    private Json.Obj forOthers(String arn) {
      var about = isOpen() ? arns : hit();
      var denied = ofActions().without("NotResource").with("Resource", element(about));
      return with(denied, "ArnNotEquals", arn);
    }

    /// `piece` about its other actions; empty if that cannot be written.
    private Optional<List<Json.Obj>> withoutActions(Json.Obj piece) {
      if (piece.get("NotAction").isPresent()) {
        var spared = new LinkedHashSet<>(texts(piece, "NotAction"));
        spared.addAll(actions);
        return Optional.of(List.of(piece.with("NotAction", element(spared))));
      }
      var listed = texts(piece, "Action");
      if (listed.stream().anyMatch(one -> one.equals("*") || one.equals("*:*"))) {
        return Optional.of(List.of(piece.without("Action").with("NotAction", element(actions))));
      }
      var result = new ArrayList<Json.Obj>();
      var rest =
          listed.stream()
              .filter(one -> actions.stream().noneMatch(action -> isAbout(one, action)))
              .toList();
      var kept = rest.stream().filter(one -> concerns(one, piece)).toList();
      if (!kept.isEmpty()) {
        result.add(piece.with("Action", element(kept)));
      }
      for (var pattern : listed) {
        if (isPattern(pattern) && !rest.contains(pattern)) {
          var outside = outside(pattern, piece);
          if (outside.isEmpty()) {
            return Optional.empty();
          }
          var spared = new LinkedHashSet<>(actions);
          spared.addAll(outside.get());
          result.add(piece.without("Action").with("NotAction", element(spared)));
        }
      }
      return Optional.of(result);
    }

    /// What an action pattern does not cover of what can be done with the resources of `piece`: of
    /// a whole service nothing, if all are its own.
    private Optional<List<String>> outside(String pattern, Json.Obj piece) {
      var service = service(pattern);
      if (isPattern(service)
          || piece.get("NotResource").isPresent()
          || !texts(piece, "Resource").stream().allMatch(arn -> isOf(service, arn))) {
        return Optional.empty();
      }
      return pattern.endsWith(":*") ? Optional.of(List.of()) : complement.ofActions(pattern);
    }
  }

  /// Whether an action pattern may be about what `piece` lists: another service's is not.
  private static boolean concerns(String pattern, Json.Obj piece) {
    var service = service(pattern);
    return isPattern(service)
        || piece.get("NotResource").isPresent()
        || texts(piece, "Resource").stream()
            .anyMatch(arn -> isOf(service, arn) || !isOf("[^:*?]+", arn));
  }

  private static String service(String action) {
    return action.substring(0, Math.max(0, action.indexOf(':')));
  }

  private static boolean isOf(String service, String arn) {
    return arn.matches("arn:[^:]*:" + service + ":.*");
  }

  private static Json.Obj with(Json.Obj statement, String operator, String arn) {
    var condition = statement.object("Condition").orElse(Json.object());
    var keys = condition.object(operator).orElse(Json.object());
    return statement.with("Condition", condition.with(operator, keys.with(CALLER, Json.of(arn))));
  }

  private static boolean isPattern(String text) {
    return text.contains("*") || text.contains("?");
  }

  private static List<String> texts(Json.Obj statement, String name) {
    return statement
        .get(name)
        .map(value ->
            value instanceof Json.Arr array
                ? array.elements().stream().flatMap(one -> one.asText().stream()).toList()
                : value.asText().stream().toList())
        .orElse(List.of());
  }

  private static Json element(Iterable<String> texts) {
    var all = new ArrayList<String>();
    texts.forEach(all::add);
    return all.size() == 1 ? Json.of(all.getFirst()) : Json.ofTexts(all);
  }
}
