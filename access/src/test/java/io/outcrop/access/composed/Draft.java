package io.outcrop.access.composed;

import io.outcrop.models.route.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// An account that is being made up: who calls which model, and what has a say in it. Policies are
/// the texts of their statements.
final class Draft {
  static final String ORGANIZATION = "o-exampleorgid";

  /// Where a policy stands.
  enum Place {
    INLINE,
    MANAGED,
    GROUP_INLINE,
    GROUP_MANAGED
  }

  /// How wide the policy is that allows the call.
  enum Style {
    EXACT,
    PATTERN,
    STAR,
    THROUGH_PROFILE,
    OF_AWS
  }

  /// By which credentials the account calls.
  enum Login {
    KEYS,
    PROFILE,
    API_KEY,
    SHORT_API_KEY,
    CHAIN,
    LONG_CHAIN
  }

  /// One policy more.
  record Extra(Place place, String name, String statements) {}

  /// A level of the organization below the root.
  static final class Level {
    boolean full = true;
    final List<String> statements = new ArrayList<>();
  }

  final int number;
  final Instant clock;
  final Route route;
  String called;
  boolean role;
  Login login = Login.KEYS;
  Place place = Place.INLINE;
  Style style = Style.EXACT;
  boolean allows = true;
  boolean allowsStreams = true;
  boolean allowsProfile = true;
  boolean allowsDestinations = true;
  String condition = "";
  boolean mayBuy;
  final List<Extra> extras = new ArrayList<>();
  final List<String> attached = new ArrayList<>();

  /// Versions of each managed policy of the account's own before the one in force, and whether one
  /// of them is in force instead.
  int olderVersions;

  boolean outdated;
  String boundary = "";
  String session = "";
  String sessionManaged = "";
  boolean member;
  final List<Level> levels = new ArrayList<>();
  final List<String> rootStatements = new ArrayList<>();
  final List<String> rcps = new ArrayList<>();

  /// Statements of the VPC endpoint that calls go through; empty for no endpoint.
  String endpoint = "";

  boolean form = true;
  boolean formElsewhere;
  boolean regionOn = true;
  boolean granted = true;
  String retention = "";
  String tokensPerDay = "";
  String quotas = "";
  String agreement = "\"AVAILABLE\"";
  String block = "NONE";
  String lastUsed = "";
  boolean keyActive = true;
  boolean keyExpired;
  boolean bearerAllowed = true;
  boolean trusted = true;
  boolean mayEnter = true;
  boolean sessionEnded;
  boolean secretRight = true;
  boolean tokenGiven = true;
  Duration clockOffset = Duration.ZERO;
  final Map<String, String> environment = new LinkedHashMap<>();
  final List<String> dropped = new ArrayList<>();
  final List<String> faults = new ArrayList<>();

  Draft(int number, Instant clock, Route route) {
    this.number = number;
    this.clock = clock;
    this.route = route;
    this.called = route.id();
  }

  String account() {
    return "%012d".formatted(number);
  }

  String region() {
    return route.region();
  }

  String principal() {
    return role
        ? "arn:aws:sts::%s:assumed-role/application/deployment".formatted(account())
        : "arn:aws:iam::%s:user/application".formatted(account());
  }

  boolean isOptIn() {
    return Base.OPT_IN.contains(region());
  }

  boolean isChained() {
    return login == Login.CHAIN || login == Login.LONG_CHAIN;
  }

  boolean isApiKey() {
    return login == Login.API_KEY || login == Login.SHORT_API_KEY;
  }

  /// Whether it needs a world of its own: a VPC endpoint stands in the way of every account, and to
  /// a host that names no region an API key means the world's.
  boolean isAlone() {
    return !endpoint.isEmpty() || login == Login.API_KEY;
  }

  /// Whom the world's file names as the caller: of a chain its end, whose session nobody has made
  /// yet.
  String subject() {
    return isChained() ? "arn:aws:iam::%s:role/application".formatted(account()) : principal();
  }

  /// Whether the policy that allows the call is the account's own.
  boolean isOwn() {
    return style != Style.OF_AWS;
  }

  /// Whether it allows calls of other models too.
  boolean isWide() {
    return style == Style.STAR || style == Style.PATTERN || style == Style.OF_AWS;
  }

  /// Whether the world's file holds the session by which the role calls.
  boolean hasSession() {
    return role && !isChained();
  }

  boolean isProfile() {
    return !(route instanceof Route.OnDemand);
  }

  String profileArn() {
    return "arn:aws:bedrock:%s:%s:inference-profile/%s".formatted(region(), account(), route.id());
  }

  static String modelArn(String region, String model) {
    return "arn:aws:bedrock:%s::foundation-model/%s".formatted(region, model);
  }

  String modelArn() {
    return modelArn(region(), route.modelId());
  }

  /// Where else than in the called region the call may be answered; empty for no region in
  /// particular.
  List<String> elsewhere() {
    return switch (route) {
      case Route.OnDemand _ -> List.of();
      case Route.Geographic(_, _, var here, var all) ->
          all.stream().filter(one -> !one.equals(here)).toList();
      case Route.Global _ -> List.of("");
    };
  }

  /// The condition that the call is answered outside the called region.
  String outside() {
    return Statement.condition("StringNotEquals", "aws:RequestedRegion", region());
  }

  /// The statements that allow the call; empty if nothing does.
  String allowing() {
    if (!allows) {
      return "";
    }
    var when = condition.isEmpty() ? "" : ", \"Condition\": " + condition;
    return switch (style) {
      case EXACT -> allow(exact(), when);
      case PATTERN ->
          allow(
              List.of(
                  "arn:aws:bedrock:*:*:inference-profile/*",
                  "arn:aws:bedrock:*::foundation-model/*"),
              when);
      case STAR -> allow(List.of("*"), when);
      case OF_AWS -> "";
      case THROUGH_PROFILE ->
          allow(List.of(profileArn()), when)
              + ", "
              + allow(
                  List.of("arn:aws:bedrock:*::foundation-model/" + route.modelId()),
                  ", \"Condition\": {\"StringEquals\": {\"bedrock:InferenceProfileArn\": \"%s\"}}"
                      .formatted(profileArn()));
    };
  }

  private List<String> exact() {
    return Stream.of(
            isProfile() && allowsProfile ? List.of(profileArn()) : List.<String>of(),
            List.of(modelArn()),
            allowsDestinations
                ? elsewhere().stream().map(one -> modelArn(one, route.modelId())).toList()
                : List.<String>of())
        .flatMap(List::stream)
        .toList();
  }

  private String allow(List<String> resources, String when) {
    var actions =
        allowsStreams
            ? "[\"bedrock:InvokeModel\", \"bedrock:InvokeModelWithResponseStream\"]"
            : "\"bedrock:InvokeModel\"";
    return "{\"Effect\": \"Allow\", \"Action\": %s, \"Resource\": [%s]%s}"
        .formatted(
            actions,
            String.join(", ", resources.stream().map(arn -> '"' + arn + '"').toList()),
            when);
  }
}
