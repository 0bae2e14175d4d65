package io.outcrop.access.composed;

import static io.outcrop.access.composed.ShownAccount.member;
import static io.outcrop.access.composed.Statement.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The organization of a world's file: what all drafts that are its members have in it.
final class ShownOrganization {
  static final String FOUNDER = "111122223333";
  private static final String FULL = "\"p-FullAWSAccess\"";

  private ShownOrganization() {}

  static String of(List<Draft> drafts) {
    var accounts = all(drafts, ShownOrganization::account);
    var root = all(drafts, draft -> draft.rootStatements);
    var scps = all(drafts, ShownOrganization::scps);
    return """
    {"id": "%s", "managementAccount": "%s", "root": "r-exmp",
       "units": {%s},
       "rootScps": ["p-FullAWSAccess"%s],
       "policyTypes": ["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"],
       "accounts": {"%s": {"parent": "r-exmp"}%s},
       "scps": {%s},
       "rcps": {%s}}\
    """
        .formatted(
            Draft.ORGANIZATION,
            FOUNDER,
            all(drafts, ShownOrganization::units),
            root.isEmpty() ? "" : ", \"p-exampleroot\"",
            FOUNDER,
            accounts.isEmpty() ? "" : ",\n    " + accounts,
            scps + root(root, scps),
            all(drafts, ShownOrganization::rcps));
  }

  private static String all(List<Draft> drafts, Function<Draft, List<String>> part) {
    return drafts.stream()
        .flatMap(draft -> part.apply(draft).stream())
        .collect(Collectors.joining(",\n    "));
  }

  private static String root(String statements, String others) {
    return statements.isEmpty()
        ? ""
        : (others.isEmpty() ? "" : ",\n    ")
            + "\"p-exampleroot\": {\"name\": \"Root\", \"document\": %s}"
                .formatted(document(statements));
  }

  private static String unit(Draft draft, int depth) {
    return "ou-exmp-%08d%d".formatted(draft.number, depth);
  }

  private static String scp(Draft draft, int depth, int index) {
    return "p-example%08d%d%d".formatted(draft.number, depth, index);
  }

  private static String attached(Draft draft, int depth) {
    var level = draft.levels.get(depth);
    var ids = new ArrayList<String>();
    if (level.full) {
      ids.add(FULL);
    }
    for (var i = 0; i < level.statements.size(); i++) {
      ids.add('"' + scp(draft, depth, i) + '"');
    }
    return "[" + String.join(", ", ids) + "]";
  }

  /// Members of the organization's `units`; the last level is the account itself.
  private static List<String> units(Draft draft) {
    var units = new ArrayList<String>();
    for (var depth = 0; draft.member && depth < draft.levels.size() - 1; depth++) {
      units.add(
          member(
              unit(draft, depth),
              "{\"name\": \"Level %d\", \"parent\": \"%s\", \"scps\": %s}"
                  .formatted(
                      depth,
                      depth == 0 ? "r-exmp" : unit(draft, depth - 1),
                      attached(draft, depth))));
    }
    return units;
  }

  /// The member of the organization's `accounts`.
  private static List<String> account(Draft draft) {
    if (!draft.member) {
      return List.of();
    }
    var last = draft.levels.size() - 1;
    return List.of(
        member(
            draft.account(),
            "{\"name\": \"Composed\", \"parent\": \"%s\", \"scps\": %s%s}"
                .formatted(
                    last == 0 ? "r-exmp" : unit(draft, last - 1),
                    attached(draft, last),
                    draft.rcps.isEmpty()
                        ? ""
                        : ", \"rcps\": [\"p-RCPFullAWSAccess\", \"" + rcp(draft) + "\"]")));
  }

  private static String rcp(Draft draft) {
    return "p-example%08drc".formatted(draft.number);
  }

  /// Members of the organization's `rcps`.
  private static List<String> rcps(Draft draft) {
    return draft.member && !draft.rcps.isEmpty()
        ? List.of(
            member(
                rcp(draft),
                "{\"name\": \"Perimeter\", \"document\": "
                    + document(String.join(", ", draft.rcps))
                    + "}"))
        : List.of();
  }

  /// Members of the organization's `scps`.
  private static List<String> scps(Draft draft) {
    var scps = new ArrayList<String>();
    for (var depth = 0; draft.member && depth < draft.levels.size(); depth++) {
      var statements = draft.levels.get(depth).statements;
      for (var i = 0; i < statements.size(); i++) {
        scps.add(
            member(
                scp(draft, depth, i),
                "{\"name\": \"Rule\", \"document\": " + document(statements.get(i)) + "}"));
      }
    }
    return scps;
  }
}
