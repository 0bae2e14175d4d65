package io.outcrop.access.composed;

import static io.outcrop.access.composed.Statement.allow;
import static io.outcrop.access.composed.Statement.deny;
import static io.outcrop.access.composed.Statement.document;

import io.outcrop.access.composed.Draft.Extra;
import io.outcrop.access.composed.Draft.Login;
import io.outcrop.access.composed.Draft.Place;
import io.outcrop.access.composed.Draft.Style;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A draft as the account of a world's file.
final class ShownAccount {
  private static final String ALLOWING = "InvokeClaude";

  private final Draft draft;
  private final Keys keys;

  ShownAccount(Draft draft) {
    this.draft = draft;
    this.keys = new Keys(draft);
  }

  static String object(Stream<String> members) {
    return members.filter(one -> !one.isEmpty()).collect(Collectors.joining(", ", "{", "}"));
  }

  static String member(String name, String value) {
    return value.isEmpty() ? "" : '"' + name + "\": " + value;
  }

  private List<Extra> policies() {
    var all = new ArrayList<Extra>();
    if (!draft.allowing().isEmpty()) {
      all.add(new Extra(draft.place, ALLOWING, draft.allowing()));
    }
    if (draft.mayBuy) {
      all.add(new Extra(Place.INLINE, "Subscribe", allow("aws-marketplace:*")));
    }
    if (draft.isApiKey() && draft.bearerAllowed) {
      all.add(new Extra(Place.INLINE, "Bearer", allow("bedrock:CallWithBearerToken")));
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
      var old = i % 2 == 1 ? allow("s3:ListAllMyBuckets") : deny("bedrock:*");
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
  String text() {
    var admin =
        "{\"managed\": [\"arn:aws:iam::aws:policy/AdministratorAccess\"], \"accessKeys\": {\"%s\": {\"secret\": \"%s\"}}}"
            .formatted(keys.admin(), Keys.SECRET);
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
    var enter = allow(draft.mayEnter ? "sts:AssumeRole" : "sts:GetCallerIdentity");
    return object(
        Stream.of(
            member("inline", "{\"Enter\": " + document(enter) + "}"),
            member(
                "accessKeys",
                "{\"%s\": {\"secret\": \"%s\", \"status\": \"%s\"}}"
                    .formatted(
                        keys.gateway(), Keys.SECRET, draft.keyActive ? "Active" : "Inactive"))));
  }

  private String roles() {
    var hub =
        "{\"trust\": %s, \"inline\": {\"Enter\": %s}}"
            .formatted(
                trust("arn:aws:iam::%s:root".formatted(draft.account())),
                document(allow("sts:AssumeRole")));
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
                    .formatted(
                        keys.caller(), Keys.SECRET, draft.keyActive ? "Active" : "Inactive")),
            draft.login == Login.API_KEY
                ? member(
                    "serviceCredentials",
                    "{\"%s\": {\"secret\": \"%s\", \"status\": \"%s\"%s}}"
                        .formatted(
                            keys.apiKeyId(),
                            keys.apiKey(),
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
                member("secret", '"' + Keys.SECRET + '"'),
                member("token", '"' + keys.token() + '"'),
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
            draft.isChained()
                ? ""
                : member("sessions", "{" + member(keys.caller(), session) + "}")));
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
            member("tokensPerDay", draft.tokensPerDay),
            member("quotas", draft.quotas),
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
}
