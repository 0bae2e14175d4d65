package io.outcrop.access.composed;

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
    return """
    {"formatVersion": 1, "name": "composed", "summary": "An account that was made up",
     "clock": "%s", "region": "%s",
     "subject": {"model": "%s", "region": "%s", "principal": "%s"},
     "organization": {"id": "%s", "managementAccount": "%s", "root": "r-exmp",
       "units": {%s},
       "accounts": {"%s": {"parent": "r-exmp"}%s},
       "scps": {%s}},
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
            first.principal(),
            Draft.ORGANIZATION,
            FOUNDER,
            members(drafts, Shown::units),
            FOUNDER,
            place.isEmpty() ? "" : ",\n    " + place,
            members(drafts, Shown::scps),
            FOUNDER,
            members(
                drafts, shown -> List.of("\"%s\": %s".formatted(shown.number(), shown.account()))),
            drafts.stream()
                .flatMap(draft -> draft.faults.stream())
                .collect(Collectors.joining(", ")),
            client(first));
  }

  private static String client(Draft draft) {
    return """
    {"environment": {%s},
       "files": {".aws/config": "[profile admin]\\nregion = %s\\n",
         ".aws/credentials": "[admin]\\naws_access_key_id = %s\\naws_secret_access_key = %s\\n"},
       "clockOffset": "%s", "adminProfile": "admin"}\
    """
        .formatted(
            environment(draft).entrySet().stream()
                .map(one -> "\"%s\": \"%s\"".formatted(one.getKey(), one.getValue()))
                .collect(Collectors.joining(", ")),
            draft.region(),
            new Shown(draft).adminKey(),
            Shown.SECRET,
            draft.clockOffset);
  }

  /// What the caller's environment holds.
  static Map<String, String> environment(Draft draft) {
    var shown = new Shown(draft);
    var all = new LinkedHashMap<String, String>();
    all.put("AWS_ACCESS_KEY_ID", shown.callerKey());
    all.put("AWS_SECRET_ACCESS_KEY", draft.secretRight ? Shown.SECRET : Shown.OTHER_SECRET);
    if (draft.role && draft.tokenGiven) {
      all.put("AWS_SESSION_TOKEN", Shown.TOKEN + draft.number);
    }
    all.put("AWS_REGION", draft.region());
    draft.dropped.forEach(all::remove);
    all.putAll(draft.environment);
    return all;
  }
}
