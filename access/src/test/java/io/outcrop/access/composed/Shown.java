package io.outcrop.access.composed;

import io.outcrop.access.composed.Draft.Extra;
import io.outcrop.access.composed.Draft.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A draft as the members of a world's file.
final class Shown {
  static final String SECRET = "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY01";
  static final String OTHER_SECRET = "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY02";
  static final String TOKEN = "IQoJb3JpZ2luX2VjEXAMPLETOKEN";
  private static final String FULL = "\"p-FullAWSAccess\"";

  private final Draft draft;

  Shown(Draft draft) {
    this.draft = draft;
  }

  String number() {
    return draft.account();
  }

  /// The id of the key by which the account calls, or its administrator.
  String key(String letters) {
    return letters + "%09d".formatted(draft.number).replace('0', 'A') + "EXAMPLE";
  }

  String callerKey() {
    return key(draft.role ? "ASIA" : "AKIA");
  }

  String adminKey() {
    return "AKIAB" + "%08d".formatted(draft.number).replace('0', 'A') + "EXAMPLE";
  }

  private static String document(String statements) {
    return "{\"Version\": \"2012-10-17\", \"Statement\": [" + statements + "]}";
  }

  private static String object(Stream<String> members) {
    return members.filter(one -> !one.isEmpty()).collect(Collectors.joining(", ", "{", "}"));
  }

  private static String member(String name, String value) {
    return value.isEmpty() ? "" : '"' + name + "\": " + value;
  }

  private List<Extra> policies() {
    var all = new ArrayList<Extra>();
    if (!draft.allowing().isEmpty()) {
      all.add(new Extra(draft.place, "InvokeClaude", draft.allowing()));
    }
    if (draft.mayBuy) {
      all.add(
          new Extra(
              Place.INLINE,
              "Subscribe",
              "{\"Effect\": \"Allow\", \"Action\": \"aws-marketplace:*\", \"Resource\": \"*\"}"));
    }
    all.addAll(draft.extras);
    return all;
  }

  private String inline(Place place) {
    return object(
        policies().stream()
            .filter(one -> one.place() == place)
            .map(one -> member(one.name(), document(one.statements()))));
  }

  private String managed(Place place) {
    return Stream.concat(
            place == Place.MANAGED ? draft.attached.stream() : Stream.of(),
            policies().stream()
                .filter(one -> one.place() == place)
                .map(one -> "arn:aws:iam::%s:policy/%s".formatted(draft.account(), one.name())))
        .map(arn -> '"' + arn + '"')
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private String ownPolicies() {
    return object(
        Stream.concat(
                policies().stream()
                    .filter(
                        one -> one.place() == Place.MANAGED || one.place() == Place.GROUP_MANAGED),
                draft.boundary.isEmpty()
                    ? Stream.of()
                    : Stream.of(new Extra(Place.MANAGED, "Boundary", draft.boundary)))
            .map(one -> member(one.name(), "{\"document\": " + document(one.statements()) + "}")));
  }

  private String boundary() {
    return draft.boundary.isEmpty()
        ? ""
        : member("boundary", "\"arn:aws:iam::%s:policy/Boundary\"".formatted(draft.account()));
  }

  /// The account's own member of `accounts`.
  String account() {
    var admin =
        "{\"managed\": [\"arn:aws:iam::aws:policy/AdministratorAccess\"], \"accessKeys\": {\"%s\": {\"secret\": \"%s\"}}}"
            .formatted(adminKey(), SECRET);
    var users =
        draft.role
            ? member("admin", admin)
            : member("admin", admin) + ", " + member("application", user());
    return object(
        Stream.of(
            member("name", "\"Composed\""),
            member("users", "{" + users + "}"),
            draft.role ? member("roles", "{" + member("application", role()) + "}") : "",
            draft.role
                ? ""
                : member(
                    "groups",
                    "{\"models\": "
                        + object(
                            Stream.of(
                                member("inline", inline(Place.GROUP_INLINE)),
                                member("managed", managed(Place.GROUP_MANAGED))))
                        + "}"),
            member("policies", ownPolicies()),
            member("bedrock", standing())));
  }

  private String user() {
    return object(
        Stream.of(
            member("inline", inline(Place.INLINE)),
            member("managed", managed(Place.MANAGED)),
            member("groups", "[\"models\"]"),
            member("tags", "{\"team\": \"models\"}"),
            boundary(),
            member(
                "accessKeys",
                "{\"%s\": {\"secret\": \"%s\", \"status\": \"%s\"}}"
                    .formatted(callerKey(), SECRET, draft.keyActive ? "Active" : "Inactive"))));
  }

  private String role() {
    var session =
        object(
            Stream.of(
                member("name", "\"deployment\""),
                member("secret", '"' + SECRET + '"'),
                member("token", '"' + TOKEN + draft.number + '"'),
                draft.sessionEnded
                    ? member("expires", '"' + draft.clock.minusSeconds(3600).toString() + '"')
                    : "",
                draft.session.isEmpty()
                    ? ""
                    : member("policies", "[" + document(draft.session) + "]")));
    return object(
        Stream.of(
            member("inline", inline(Place.INLINE)),
            member("managed", managed(Place.MANAGED)),
            member("tags", "{\"team\": \"models\"}"),
            boundary(),
            member(
                "trust",
                document(
                    "{\"Effect\": \"Allow\", \"Principal\": {\"AWS\": \"arn:aws:iam::%s:root\"}, \"Action\": \"sts:AssumeRole\"}"
                        .formatted(draft.account()))),
            member("sessions", "{" + member(callerKey(), session) + "}")));
  }

  private String standing() {
    var form =
        "{\"companyName\": \"Example Corp\", \"companyWebsite\": \"https://example.com\","
            + " \"intendedUsers\": \"0\", \"industryOption\": \"Software\","
            + " \"otherIndustryOption\": \"\", \"useCases\": \"Drafting\"}";
    return object(
        Stream.of(
            draft.form ? member("useCaseForm", form) : "",
            draft.agreement.isEmpty()
                ? ""
                : member("agreements", "{" + member(draft.route.modelId(), draft.agreement) + "}"),
            draft.lastUsed.isEmpty()
                ? ""
                : member(
                    "lastUsed",
                    "{" + member(draft.route.modelId(), '"' + draft.lastUsed + '"') + "}"),
            draft.block.equals("NONE") ? "" : member("block", '"' + draft.block + '"')));
  }

  private String unit(int depth) {
    return "ou-exmp-%08d%d".formatted(draft.number, depth);
  }

  private String scp(int depth, int index) {
    return "p-example%08d%d%d".formatted(draft.number, depth, index);
  }

  private String attached(int depth) {
    var level = draft.levels.get(depth);
    var ids = new ArrayList<String>();
    if (level.full) {
      ids.add(FULL);
    }
    for (var i = 0; i < level.statements.size(); i++) {
      ids.add('"' + scp(depth, i) + '"');
    }
    return "[" + String.join(", ", ids) + "]";
  }

  /// Members of the organization's `units`; the last level is the account itself.
  List<String> units() {
    var units = new ArrayList<String>();
    for (var depth = 0; draft.member && depth < draft.levels.size() - 1; depth++) {
      units.add(
          member(
              unit(depth),
              "{\"name\": \"Level %d\", \"parent\": \"%s\", \"scps\": %s}"
                  .formatted(depth, depth == 0 ? "r-exmp" : unit(depth - 1), attached(depth))));
    }
    return units;
  }

  /// The member of the organization's `accounts`.
  List<String> place() {
    if (!draft.member) {
      return List.of();
    }
    var last = draft.levels.size() - 1;
    return List.of(
        member(
            draft.account(),
            "{\"name\": \"Composed\", \"parent\": \"%s\", \"scps\": %s}"
                .formatted(last == 0 ? "r-exmp" : unit(last - 1), attached(last))));
  }

  /// Members of the organization's `scps`.
  List<String> scps() {
    var scps = new ArrayList<String>();
    for (var depth = 0; draft.member && depth < draft.levels.size(); depth++) {
      var statements = draft.levels.get(depth).statements;
      for (var i = 0; i < statements.size(); i++) {
        scps.add(
            member(
                scp(depth, i),
                "{\"name\": \"Rule\", \"document\": " + document(statements.get(i)) + "}"));
      }
    }
    return scps;
  }
}
