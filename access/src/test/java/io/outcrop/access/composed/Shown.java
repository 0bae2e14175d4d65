package io.outcrop.access.composed;

import io.outcrop.access.composed.Draft.Extra;
import io.outcrop.access.composed.Draft.Login;
import io.outcrop.access.composed.Draft.Place;
import io.outcrop.access.composed.Draft.Style;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A draft as the members of a world's file.
final class Shown {
  static final String SECRET = "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY01";
  static final String OTHER_SECRET = "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY02";
  static final String TOKEN = "IQoJb3JpZ2luX2VjEXAMPLETOKEN";
  private static final String ALLOWING = "InvokeClaude";
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

  /// The key of the user from whom a chain of roles starts.
  String gatewayKey() {
    return "AKIAG" + "%08d".formatted(draft.number).replace('0', 'A') + "EXAMPLE";
  }

  private String apiKeyId() {
    return "ACCA" + "%09d".formatted(draft.number).replace('0', 'A') + "EXAMPLE";
  }

  /// The long-term API key.
  String apiKey() {
    var text = "application-at-%s:EXAMPLE%s".formatted(draft.account(), draft.account());
    return "ABSK" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
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
      all.add(new Extra(draft.place, ALLOWING, draft.allowing()));
    }
    if (draft.mayBuy) {
      all.add(
          new Extra(
              Place.INLINE,
              "Subscribe",
              "{\"Effect\": \"Allow\", \"Action\": \"aws-marketplace:*\", \"Resource\": \"*\"}"));
    }
    if (draft.isApiKey() && draft.bearerAllowed) {
      all.add(
          new Extra(
              Place.INLINE,
              "Bearer",
              "{\"Effect\": \"Allow\", \"Action\": \"bedrock:CallWithBearerToken\","
                  + " \"Resource\": \"*\"}"));
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
            Stream.concat(
                place == Place.MANAGED ? draft.attached.stream() : Stream.of(),
                place == Place.MANAGED && draft.style == Style.OF_AWS && draft.allows
                    ? Stream.of("arn:aws:iam::aws:policy/AmazonBedrockLimitedAccess")
                    : Stream.of()),
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
                Stream.of(
                        new Extra(Place.MANAGED, "Boundary", draft.boundary),
                        new Extra(Place.MANAGED, "Session", draft.sessionManaged))
                    .filter(one -> !one.statements().isEmpty()))
            .map(one -> member(one.name(), versions(one))));
  }

  /// A managed policy whose older versions say otherwise.
  private String versions(Extra policy) {
    var statements = policy.statements();
    if (draft.olderVersions == 0) {
      return "{\"document\": " + document(statements) + "}";
    }
    var all = new ArrayList<String>();
    for (var i = 1; i <= draft.olderVersions; i++) {
      var old =
          i % 2 == 1
              ? "{\"Effect\": \"Allow\", \"Action\": \"s3:ListAllMyBuckets\", \"Resource\": \"*\"}"
              : "{\"Effect\": \"Deny\", \"Action\": \"bedrock:*\", \"Resource\": \"*\"}";
      all.add("{\"id\": \"v%d\", \"document\": %s}".formatted(i, document(old)));
    }
    var last = draft.olderVersions + 1;
    all.add("{\"id\": \"v%d\", \"document\": %s}".formatted(last, document(statements)));
    return "{\"defaultVersion\": \"v%d\", \"versions\": [%s]}"
        .formatted(
            draft.outdated && policy.name().equals(ALLOWING) ? 1 : last, String.join(", ", all));
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
        Stream.of(
                member("admin", admin),
                draft.role ? "" : member("application", user()),
                draft.isChained() ? member("gateway", gateway()) : "")
            .filter(one -> !one.isEmpty())
            .collect(Collectors.joining(", "));
    return object(
        Stream.of(
            member("name", "\"Composed\""),
            member("users", "{" + users + "}"),
            draft.role ? member("roles", "{" + roles() + "}") : "",
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

  private String gateway() {
    var enter =
        draft.mayEnter
            ? "{\"Effect\": \"Allow\", \"Action\": \"sts:AssumeRole\", \"Resource\": \"*\"}"
            : "{\"Effect\": \"Allow\", \"Action\": \"sts:GetCallerIdentity\", \"Resource\": \"*\"}";
    return object(
        Stream.of(
            member("inline", "{\"Enter\": " + document(enter) + "}"),
            member(
                "accessKeys",
                "{\"%s\": {\"secret\": \"%s\", \"status\": \"%s\"}}"
                    .formatted(gatewayKey(), SECRET, draft.keyActive ? "Active" : "Inactive"))));
  }

  private String roles() {
    var hub =
        "{\"trust\": %s, \"inline\": {\"Enter\": %s}}"
            .formatted(
                trust("arn:aws:iam::%s:root".formatted(draft.account())),
                document(
                    "{\"Effect\": \"Allow\", \"Action\": \"sts:AssumeRole\", \"Resource\":"
                        + " \"*\"}"));
    return draft.login == Login.LONG_CHAIN
        ? member("application", role()) + ", " + member("hub", hub)
        : member("application", role());
  }

  private static String trust(String principal) {
    return document(
        "{\"Effect\": \"Allow\", \"Principal\": {\"AWS\": \"%s\"}, \"Action\": \"sts:AssumeRole\"}"
            .formatted(principal));
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
                    .formatted(callerKey(), SECRET, draft.keyActive ? "Active" : "Inactive")),
            draft.login == Login.API_KEY
                ? member(
                    "serviceCredentials",
                    "{\"%s\": {\"secret\": \"%s\", \"status\": \"%s\"%s}}"
                        .formatted(
                            apiKeyId(),
                            apiKey(),
                            draft.keyActive ? "Active" : "Inactive",
                            draft.keyExpired
                                ? ", \"created\": \"%s\", \"expires\": \"%s\""
                                    .formatted(
                                        draft.clock.minus(Duration.ofDays(40)),
                                        draft.clock.minus(Duration.ofDays(9)))
                                : ""))
                : ""));
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
                    : member("policies", "[" + document(draft.session) + "]"),
                draft.sessionManaged.isEmpty()
                    ? ""
                    : member(
                        "managed",
                        "[\"arn:aws:iam::%s:policy/Session\"]".formatted(draft.account()))));
    return object(
        Stream.of(
            member("inline", inline(Place.INLINE)),
            member("managed", managed(Place.MANAGED)),
            member("tags", "{\"team\": \"models\"}"),
            boundary(),
            member(
                "trust",
                trust(
                    "arn:aws:iam::%s:%s"
                        .formatted(draft.account(), draft.trusted ? "root" : "user/admin"))),
            draft.isChained() ? "" : member("sessions", "{" + member(callerKey(), session) + "}")));
  }

  private String standing() {
    var form =
        "{\"companyName\": \"Example Corp\", \"companyWebsite\": \"https://example.com\","
            + " \"intendedUsers\": \"0\", \"industryOption\": \"Software\","
            + " \"otherIndustryOption\": \"\", \"useCases\": \"Drafting\"}";
    return object(
        Stream.of(
            draft.form && (!draft.isOptIn() || draft.formElsewhere)
                ? member("useCaseForm", form)
                : "",
            draft.form && draft.isOptIn() && !draft.formElsewhere
                ? member("useCaseForms", "{\"%s\": {\"form\": %s}}".formatted(draft.region(), form))
                : "",
            draft.isOptIn() && draft.regionOn
                ? member("optedInRegions", "[\"%s\"]".formatted(draft.region()))
                : "",
            draft.granted
                ? member("grantedModels", "[\"%s\"]".formatted(draft.route.modelId()))
                : "",
            draft.retention.isEmpty()
                ? ""
                : member(
                    "regions",
                    "{\"%s\": {\"dataRetention\": {\"mode\": \"%s\"}}}"
                        .formatted(draft.region(), draft.retention)),
            draft.tokensPerDay.isEmpty() ? "" : member("tokensPerDay", draft.tokensPerDay),
            draft.quotas.isEmpty() ? "" : member("quotas", draft.quotas),
            draft.agreement.isEmpty()
                ? ""
                : member(
                    "agreements",
                    "{"
                        + member(draft.route.modelId(), draft.agreement)
                        + ", \"*\": \"AVAILABLE\"}"),
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
            "{\"name\": \"Composed\", \"parent\": \"%s\", \"scps\": %s%s}"
                .formatted(
                    last == 0 ? "r-exmp" : unit(last - 1),
                    attached(last),
                    draft.rcps.isEmpty()
                        ? ""
                        : ", \"rcps\": [\"p-RCPFullAWSAccess\", \"" + rcp() + "\"]")));
  }

  private String rcp() {
    return "p-example%08drc".formatted(draft.number);
  }

  /// Members of the organization's `rcps`.
  List<String> rcps() {
    return draft.member && !draft.rcps.isEmpty()
        ? List.of(
            member(
                rcp(),
                "{\"name\": \"Perimeter\", \"document\": "
                    + document(String.join(", ", draft.rcps))
                    + "}"))
        : List.of();
  }

  /// Statements of the policy at the organization's root.
  List<String> rootStatements() {
    return draft.rootStatements;
  }

  /// The members of `endpointPolicies`.
  List<String> endpoints() {
    return draft.endpoint.isEmpty()
        ? List.of()
        : List.of(
            "{\"service\": \"bedrock-runtime\", \"endpointId\": \"vpce-1a2b3c4d5e6fEXAMPLE\", \"account\": \"%s\", \"region\": \"%s\", \"document\": %s}"
                .formatted(draft.account(), draft.region(), document(draft.endpoint)));
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
