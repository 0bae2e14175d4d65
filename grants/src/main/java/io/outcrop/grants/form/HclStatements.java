package io.outcrop.grants.form;

import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Writes the statements of an identity policy as blocks of Terraform's `aws_iam_policy_document`.
final class HclStatements {
  private static final Map<String, String> LISTS =
      Map.of(
          "Action", "actions",
          "NotAction", "not_actions",
          "Resource", "resources",
          "NotResource", "not_resources");
  private static final Set<String> OTHERS = Set.of("Sid", "Effect", "Condition");
  private static final List<String> ORDER =
      List.of("Action", "NotAction", "Resource", "NotResource");

  private HclStatements() {}

  /// What of `document` the data source cannot say, if anything.
  static Optional<String> problem(Json.Obj document) {
    for (var member : document.members().keySet()) {
      if (!member.equals("Version") && !member.equals("Statement")) {
        return Optional.of("the form has no place for the element `" + member + "`");
      }
    }
    for (var statement : statements(document)) {
      for (var member : statement.members().keySet()) {
        if (!LISTS.containsKey(member) && !OTHERS.contains(member)) {
          return Optional.of("the form has no place for the element `" + member + "`");
        }
      }
    }
    return Optional.empty();
  }

  static void write(Json.Obj document, Hcl hcl) {
    var version = document.text("Version").orElse("2008-10-17");
    hcl.attributes(List.of(new Hcl.Attribute("version", Hcl.string(version))));
    statements(document).forEach(statement -> statement(statement, hcl));
  }

  private static void statement(Json.Obj statement, Hcl hcl) {
    hcl.open("statement");
    var attributes = new ArrayList<Hcl.Attribute>();
    statement
        .text("Sid")
        .ifPresent(sid -> attributes.add(new Hcl.Attribute("sid", Hcl.string(sid))));
    attributes.add(
        new Hcl.Attribute("effect", Hcl.string(statement.text("Effect").orElse("Allow"))));
    hcl.attributes(attributes);
    for (var element : ORDER) {
      statement
          .get(element)
          .ifPresent(value -> hcl.list(LISTS.getOrDefault(element, element), texts(value)));
    }
    statement.object("Condition").ifPresent(block -> conditions(block, hcl));
    hcl.close();
  }

  private static void conditions(Json.Obj block, Hcl hcl) {
    for (var operator : block.members().keySet()) {
      var keys = block.object(operator).orElse(Json.object());
      for (var key : keys.members().keySet()) {
        hcl.open("condition")
            .attributes(
                List.of(
                    new Hcl.Attribute("test", Hcl.string(operator)),
                    new Hcl.Attribute("variable", Hcl.string(key))))
            .list("values", texts(keys.get(key).orElseThrow()))
            .close();
      }
    }
  }

  private static List<Json.Obj> statements(Json.Obj document) {
    var statements = document.get("Statement").orElse(Json.array(List.of()));
    var all = statements instanceof Json.Arr array ? array.elements() : List.of(statements);
    return all.stream().filter(Json.Obj.class::isInstance).map(Json.Obj.class::cast).toList();
  }

  /// One or several strings; booleans and numbers of conditions as the strings that IAM reads.
  private static List<String> texts(Json value) {
    var all = value instanceof Json.Arr array ? array.elements() : List.of(value);
    return all.stream().map(one -> one.asText().orElseGet(one::toString)).toList();
  }
}
