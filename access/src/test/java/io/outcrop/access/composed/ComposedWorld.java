package io.outcrop.access.composed;

import io.outcrop.access.composed.Draft.Login;
import io.outcrop.sandbox.world.World;
import io.outcrop.sandbox.world.WorldReading;
import io.outcrop.sandbox.world.Worlds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// One world of many drafts that have the same clock, or a file of one alone.
final class ComposedWorld {
  private static final String FOUNDER = "111122223333";

  private ComposedWorld() {}

  static World of(List<Draft> drafts) {
    return switch (Worlds.read(text(drafts))) {
      case WorldReading.Read(World world) -> world;
      case WorldReading.Malformed(var problems) ->
          throw new IllegalStateException(problems.stream().limit(3).toList().toString());
    };
  }

  private static String members(List<Draft> drafts, Function<Shown, List<String>> part) {
    return drafts.stream()
        .flatMap(draft -> part.apply(new Shown(draft)).stream())
        .collect(Collectors.joining(",\n    "));
  }

  /// The world's file. A person may give it to `outcrop doctor --world`.
  static String text(List<Draft> drafts) {
    var first = drafts.getFirst();
    var place = members(drafts, Shown::place);
    var rooted = members(drafts, Shown::rootStatements);
    return """
    {"formatVersion": 1, "name": "composed", "summary": "An account that was made up",
     "clock": "%s", "region": "%s",
     "subject": {"model": "%s", "region": "%s", "principal": "%s"},
     "organization": {"id": "%s", "managementAccount": "%s", "root": "r-exmp",
       "units": {%s},
       "rootScps": ["p-FullAWSAccess"%s],
       "policyTypes": ["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"],
       "accounts": {"%s": {"parent": "r-exmp"}%s},
       "scps": {%s},
       "rcps": {%s}},
     "endpointPolicies": [%s],
     "accounts": {
       "%s": {"name": "Management"},
       %s},
     "faults": [%s],
     "client": %s}
    """
        .formatted(
            first.clock,
            first.region(),
            first.called,
            first.region(),
            first.subject(),
            Draft.ORGANIZATION,
            FOUNDER,
            members(drafts, Shown::units),
            rooted.isEmpty() ? "" : ", \"p-exampleroot\"",
            FOUNDER,
            place.isEmpty() ? "" : ",\n    " + place,
            members(drafts, Shown::scps) + root(rooted, members(drafts, Shown::scps)),
            members(drafts, Shown::rcps),
            members(drafts, Shown::endpoints),
            FOUNDER,
            members(
                drafts, shown -> List.of("\"%s\": %s".formatted(shown.number(), shown.account()))),
            drafts.stream()
                .flatMap(draft -> draft.faults.stream())
                .collect(Collectors.joining(", ")),
            client(first));
  }

  private static String root(String statements, String others) {
    return statements.isEmpty()
        ? ""
        : (others.isEmpty() ? "" : ",\n    ")
            + "\"p-exampleroot\": {\"name\": \"Root\", \"document\": {\"Version\": \"2012-10-17\", \"Statement\": [%s]}}"
                .formatted(statements);
  }

  /// `~/.aws/config` of the caller.
  static String config(Draft draft) {
    var text = new StringBuilder("[profile admin]\nregion = %s\n".formatted(draft.region()));
    var role = "role_arn = arn:aws:iam::%s:role/".formatted(draft.account());
    if (draft.isChained()) {
      var isLong = draft.login == Login.LONG_CHAIN;
      text.append("[profile models]\nregion = %s\n%sapplication\n".formatted(draft.region(), role))
          .append("role_session_name = deployment\nsource_profile = ")
          .append(
              isLong
                  ? "hub\n[profile hub]\n" + role + "hub\nsource_profile = gateway\n"
                  : "gateway\n");
    } else if (draft.login == Login.PROFILE) {
      text.append("[profile models]\nregion = %s\n".formatted(draft.region()));
    }
    return text.toString();
  }

  /// `~/.aws/credentials` of the caller.
  static String credentials(Draft draft) {
    var shown = new Shown(draft);
    var text = new StringBuilder(keys("admin", shown.adminKey(), Shown.SECRET));
    var secret = draft.secretRight ? Shown.SECRET : Shown.OTHER_SECRET;
    if (draft.isChained()) {
      text.append(keys("gateway", shown.gatewayKey(), secret));
    } else if (draft.login == Login.PROFILE) {
      text.append(keys("models", shown.callerKey(), secret));
      if (draft.role && draft.tokenGiven) {
        text.append("aws_session_token = %s%d\n".formatted(Shown.TOKEN, draft.number));
      }
    }
    return text.toString();
  }

  private static String keys(String profile, String id, String secret) {
    return "[%s]\naws_access_key_id = %s\naws_secret_access_key = %s\n"
        .formatted(profile, id, secret);
  }

  private static String client(Draft draft) {
    return """
    {"environment": {%s},
       "files": {".aws/config": "%s",
         ".aws/credentials": "%s"},
       "clockOffset": "%s", "adminProfile": "admin"}\
    """
        .formatted(
            environment(draft).entrySet().stream()
                .map(one -> "\"%s\": \"%s\"".formatted(one.getKey(), one.getValue()))
                .collect(Collectors.joining(", ")),
            config(draft).replace("\n", "\\n"),
            credentials(draft).replace("\n", "\\n"),
            draft.clockOffset);
  }

  /// What the caller's environment holds.
  static Map<String, String> environment(Draft draft) {
    var shown = new Shown(draft);
    var all = new LinkedHashMap<String, String>();
    switch (draft.login) {
      case KEYS -> {
        all.put("AWS_ACCESS_KEY_ID", shown.callerKey());
        all.put("AWS_SECRET_ACCESS_KEY", draft.secretRight ? Shown.SECRET : Shown.OTHER_SECRET);
        if (draft.role && draft.tokenGiven) {
          all.put("AWS_SESSION_TOKEN", Shown.TOKEN + draft.number);
        }
      }
      case PROFILE, CHAIN, LONG_CHAIN -> all.put("AWS_PROFILE", "models");
      case API_KEY -> all.put("AWS_BEARER_TOKEN_BEDROCK", shown.apiKey());
      case SHORT_API_KEY -> all.put("AWS_BEARER_TOKEN_BEDROCK", ShortApiKey.of(draft));
    }
    all.put("AWS_REGION", draft.region());
    draft.dropped.forEach(all::remove);
    all.putAll(draft.environment);
    return all;
  }
}
