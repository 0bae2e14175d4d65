package io.outcrop.access.composed;

import io.outcrop.access.composed.Draft.Login;
import io.outcrop.sandbox.world.World;
import io.outcrop.sandbox.world.WorldReading;
import io.outcrop.sandbox.world.Worlds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// One world of many drafts that have the same clock, or a file of one alone.
final class ComposedWorld {
  private ComposedWorld() {}

  static World of(List<Draft> drafts) {
    return switch (Worlds.read(text(drafts))) {
      case WorldReading.Read(World world) -> world;
      case WorldReading.Malformed(var problems) ->
          throw new IllegalStateException(problems.stream().limit(3).toList().toString());
    };
  }

  /// The world's file. A person may give it to `outcrop doctor --world`.
  static String text(List<Draft> drafts) {
    var first = drafts.getFirst();
    return """
    {"formatVersion": 1, "name": "composed", "summary": "An account that was made up",
     "clock": "%s", "region": "%s",
     "subject": {"model": "%s", "region": "%s", "principal": "%s"},
     "organization": %s,
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
            ShownOrganization.of(drafts),
            drafts.stream()
                .filter(draft -> !draft.endpoint.isEmpty())
                .map(ComposedWorld::endpoint)
                .collect(Collectors.joining(",\n    ")),
            ShownOrganization.FOUNDER,
            drafts.stream()
                .map(draft -> ShownAccount.member(draft.account(), new ShownAccount(draft).text()))
                .collect(Collectors.joining(",\n    ")),
            drafts.stream()
                .flatMap(draft -> draft.faults.stream())
                .collect(Collectors.joining(", ")),
            client(first));
  }

  private static String endpoint(Draft draft) {
    return "{\"service\": \"bedrock-runtime\", \"endpointId\": \"vpce-1a2b3c4d5e6fEXAMPLE\", \"account\": \"%s\", \"region\": \"%s\", \"document\": %s}"
        .formatted(draft.account(), draft.region(), Statement.document(draft.endpoint));
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
    var keys = new Keys(draft);
    var text = new StringBuilder(keys("admin", keys.admin(), Keys.SECRET));
    if (draft.isChained()) {
      text.append(keys("gateway", keys.gateway(), keys.secret()));
    } else if (draft.login == Login.PROFILE) {
      text.append(keys("models", keys.caller(), keys.secret()));
      if (draft.role && draft.tokenGiven) {
        text.append("aws_session_token = %s\n".formatted(keys.token()));
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
    var keys = new Keys(draft);
    var all = new LinkedHashMap<String, String>();
    switch (draft.login) {
      case KEYS -> {
        all.put("AWS_ACCESS_KEY_ID", keys.caller());
        all.put("AWS_SECRET_ACCESS_KEY", keys.secret());
        if (draft.role && draft.tokenGiven) {
          all.put("AWS_SESSION_TOKEN", keys.token());
        }
      }
      case PROFILE, CHAIN, LONG_CHAIN -> all.put("AWS_PROFILE", "models");
      case API_KEY -> all.put("AWS_BEARER_TOKEN_BEDROCK", keys.apiKey());
      case SHORT_API_KEY -> all.put("AWS_BEARER_TOKEN_BEDROCK", keys.shortApiKey());
    }
    all.put("AWS_REGION", draft.region());
    draft.dropped.forEach(all::remove);
    all.putAll(draft.environment);
    return all;
  }
}
