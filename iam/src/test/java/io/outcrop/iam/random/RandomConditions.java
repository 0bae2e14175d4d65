package io.outcrop.iam.random;

import io.outcrop.iam.request.RequestContext;
import io.outcrop.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Draws condition keys with values, and conditions about them.
public final class RandomConditions {
  /// A kind of value.
  private record Family(List<String> operators, List<String> written) {}

  private static final Family STRING =
      new Family(
          List.of(
              "StringEquals",
              "StringNotEquals",
              "StringEqualsIgnoreCase",
              "StringNotEqualsIgnoreCase",
              "StringLike",
              "StringNotLike"),
          List.of(
              "alice",
              "ALICE",
              "a*",
              "${aws:username}",
              "r?d",
              "team",
              "${*}",
              "*",
              "a${*}",
              "${aws:PrincipalTag/team, 'red'}",
              "${aws:TagKeys}",
              ""));
  private static final Family NUMBER =
      new Family(
          List.of(
              "NumericEquals",
              "NumericNotEquals",
              "NumericLessThan",
              "NumericLessThanEquals",
              "NumericGreaterThan",
              "NumericGreaterThanEquals"),
          List.of("1", "10", "10.00", "0", "-3.5", "+1", "many", "1e"));
  private static final Family DATE =
      new Family(
          List.of(
              "DateEquals",
              "DateNotEquals",
              "DateLessThan",
              "DateLessThanEquals",
              "DateGreaterThan",
              "DateGreaterThanEquals"),
          List.of(
              "2026-01-01T00:00:00Z",
              "1767225600",
              "2025-12-31T23:59:59Z",
              "2026-01-01",
              "2026-01-01T01:00:00+01:00",
              "2026-01",
              "2026-13-01",
              "2026",
              "tomorrow"));
  private static final Family BOOL = new Family(List.of("Bool"), List.of("true", "false"));
  private static final Family BINARY =
      new Family(List.of("BinaryEquals"), List.of("QUJD", "REVGRw==", "-"));
  private static final Family ADDRESS =
      new Family(
          List.of("IpAddress", "NotIpAddress"),
          List.of(
              "203.0.113.0/24",
              "203.0.113.9",
              "0.0.0.0/0",
              "2001:db8::/32",
              "2001:db8:0:0:0:0:0:1",
              "::1",
              "64:ff9b::203.0.113.9",
              "128.0.0.0/1",
              "203.0.113.0/33",
              "203.0.113",
              "203.0.113.256",
              "1::2::3",
              "1:2:3"));
  private static final Family ARN =
      new Family(
          List.of("ArnEquals", "ArnNotEquals", "ArnLike", "ArnNotLike"),
          List.of(
              "arn:aws:sns:*:*:t",
              "arn:*:*:*:*:*",
              "arn:aws:s3:::bucket/${aws:username}",
              "arn:aws:sns:us-east-?:111122223333:*",
              "arn:aws:iam::*:role/app",
              "*",
              "arn:aws:sns",
              "arn:aws:*"));

  private record Key(Family family, List<String> asked) {}

  private static final Map<String, Key> KEYS =
      Map.of(
          "aws:PrincipalTag/team", new Key(STRING, List.of("alice", "red", "Red", "", "a*")),
          "aws:TagKeys", new Key(STRING, List.of("team", "env", "alice")),
          "s3:max-keys", new Key(NUMBER, List.of("1", "10", "10.0", "-3", "ten", "")),
          "aws:CurrentTime",
              new Key(
                  DATE,
                  List.of(
                      "2026-01-01T00:00:00Z",
                      "2026-01-01T01:00:00+01:00",
                      "1767225601",
                      "2025-12-31T23:59:59.5Z",
                      "2026-02-30",
                      "soon")),
          "aws:SecureTransport", new Key(BOOL, List.of("true", "false", "TRUE", "no")),
          "svc:digest", new Key(BINARY, List.of("QUJD", "REVGRw==", "?")),
          "aws:SourceIp",
              new Key(
                  ADDRESS,
                  List.of(
                      "203.0.113.9", "198.51.100.1", "2001:db8::1", "::1", "here", "1:2", "1.2")),
          "aws:SourceArn",
              new Key(
                  ARN,
                  List.of(
                      "arn:aws:sns:us-east-1:111122223333:t", "arn:aws:s3:::bucket/alice", "t")));

  /// The condition keys, in an order that is the same in every run.
  public static final List<String> NAMES = KEYS.keySet().stream().sorted().toList();

  private final Draw draw;

  /// Draws from `draw`.
  public RandomConditions(Draw draw) {
    this.draw = draw;
  }

  private static Key key(String name) {
    return Objects.requireNonNull(KEYS.get(name), name);
  }

  /// A value that a request may bring for `name`.
  public String value(String name) {
    return draw.of(key(name).asked());
  }

  /// `context` with some of the keys, some of them as lists.
  RequestContext context(RequestContext context) {
    for (var name : NAMES) {
      if (draw.chance(55)) {
        context =
            draw.chance(name.equals("aws:TagKeys") ? 85 : 6)
                ? context.withAll(name, draw.chance(15) ? List.of() : draw.some(key(name).asked()))
                : context.with(name, value(name));
      }
    }
    return context;
  }

  /// A `Condition` element with one to three operators.
  Json conditions() {
    var operators = new LinkedHashMap<String, Json>();
    for (var left = draw.chance(70) ? 1 : draw.upTo(3); left > 0; left--) {
      var name = draw.of(NAMES);
      if (draw.chance(10)) {
        operators.put("Null", Json.object(Map.of(name, isNull())));
      } else {
        operators.put(operator(name), Json.object(Map.of(spelt(name), values(name))));
      }
    }
    return Json.object(operators);
  }

  private Json isNull() {
    return draw.chance(50) ? Json.of(draw.chance(50)) : Json.of(draw.of("true", "false"));
  }

  private String operator(String name) {
    var set = draw.chance(name.equals("aws:TagKeys") ? 70 : 15);
    return (set ? draw.of("ForAllValues:", "ForAnyValue:") : "")
        + draw.of(key(name).family().operators())
        + (draw.chance(20) ? "IfExists" : "");
  }

  private String spelt(String name) {
    return draw.chance(10) ? name.toUpperCase(Locale.ROOT) : name;
  }

  private Json values(String name) {
    if (name.equals("s3:max-keys") && draw.chance(15)) {
      return Json.of(10);
    }
    return draw.chance(3) ? Json.ofTexts(List.of()) : draw.oneOrMore(key(name).family().written());
  }
}
