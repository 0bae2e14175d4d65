package io.outcrop.cloud.inspection;

import io.outcrop.cloud.client.Setting;
import io.outcrop.cloud.inspection.Hint.Kind;
import io.outcrop.cloud.key.ApiKeyText;
import io.outcrop.cloud.key.Stray;

/// What a Bedrock API key says about itself, and what it stands before.
final class ApiKeyHints {
  private static final String NAME = "AWS_BEARER_TOKEN_BEDROCK";

  private ApiKeyHints() {}

  static void add(Looking looking) {
    var key = looking.variables().get(NAME);
    if (!key.isSet()) {
      return;
    }
    var name = "`%s` (%s)".formatted(NAME, key.whence());
    text(looking, key, name);
    Stray.inWord(key.value())
        .ifPresent(
            one -> looking.add(Kind.STRAY_IN_API_KEY, name + " has " + one.in("it"), key.whence()));
    if (looking.variables().get("AWS_ACCESS_KEY_ID").isSet()
        || looking.settings().profile().isSet()) {
      looking.add(
          Kind.API_KEY_SHADOWS,
          name + " wins over every other credential for calls to Bedrock",
          key.whence(),
          "unset " + NAME);
    }
  }

  private static void text(Looking looking, Setting key, String name) {
    switch (ApiKeyText.of(key.value())) {
      case ApiKeyText.LongTerm _ -> {}
      case ApiKeyText.ShortTerm(var region, var until) -> {
        if (until.isBefore(looking.now())) {
          looking.add(
              Kind.API_KEY_ENDED,
              "%s is a short-term key that ended at %s at the latest".formatted(name, until),
              key.whence());
        }
        var called = looking.settings().region();
        if (called.isSet() && !called.value().equals(region)) {
          looking.add(
              Kind.API_KEY_OF_ANOTHER_REGION,
              "%s was made in %s, and counts there alone; %s is called (%s)"
                  .formatted(
                      name,
                      RegionHints.printable(region),
                      RegionHints.printable(called.value()),
                      called.whence()),
              key.whence());
        }
      }
      case ApiKeyText.Damaged(var why) ->
          looking.add(Kind.API_KEY_SHAPE, name + " is damaged: " + why, key.whence());
      case ApiKeyText.Foreign(var whose) ->
          looking.add(
              whose.isEmpty() ? Kind.API_KEY_SHAPE : Kind.API_KEY_FOREIGN,
              name
                  + " begins neither with `ABSK` nor with `bedrock-api-key-`, as Bedrock API keys"
                  + " do"
                  + (whose.isEmpty() ? "" : ", but as keys of " + whose + " do"),
              key.whence());
    }
  }
}
