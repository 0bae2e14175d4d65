package io.outcrop.access.prediction;

import io.outcrop.access.evidence.Sources;
import io.outcrop.access.examination.Evidence;
import io.outcrop.aws.AccessKeyId;
import io.outcrop.cloud.inspection.Hint;
import io.outcrop.cloud.key.KeyFlaw;
import java.util.ArrayList;
import java.util.List;

/// What AWS will refuse because of the very characters of the credentials that win.
public final class ClientPrediction {
  private static final String API_KEY = "Bedrock API key";

  private ClientPrediction() {}

  /// The refusals that the credentials of `sources` will meet.
  public static List<Refusal> of(Sources sources) {
    var refusals = new ArrayList<Refusal>();
    for (var flaw : sources.key().flaws()) {
      var slug = slug(flaw.kind());
      if (!slug.isEmpty()) {
        var key = new AccessKeyId(sources.key().id()).masked();
        refusals.add(refusal(slug, "key %s %s".formatted(key, flaw.text()), sources.winner()));
      }
    }
    for (var hint : sources.hints()) {
      var slug = slug(hint, sources.winner());
      if (!slug.isEmpty()) {
        refusals.add(refusal(slug, hint.text(), hint.place()));
      }
    }
    return refusals;
  }

  private static Refusal refusal(String slug, String sentence, String place) {
    return Refusal.plain(Gate.SIGNATURE, slug, sentence, new Evidence("read", sentence, place));
  }

  /// A length or a beginning that is unusual is no reason to expect a refusal.
  private static String slug(KeyFlaw.Kind kind) {
    return switch (kind) {
      case PLACEHOLDER, SWAPPED, STRAY_IN_ID, STRAY_IN_TOKEN, ID_OF_NO_KEY, TOKEN_TOO_MUCH ->
          "credentials-invalid";
      case STRAY_IN_SECRET -> "signature-wrong-secret-key";
      case TOKEN_MISSING -> "missing-session-token";
      case ID_SHAPE, SECRET_LENGTH -> "";
    };
  }

  private static String slug(Hint hint, String winner) {
    if (hint.kind() == Hint.Kind.KEYS_ENDED && hint.place().equals(winner)) {
      return "expired-token";
    }
    if (!winner.equals(API_KEY)) {
      return "";
    }
    return switch (hint.kind()) {
      case API_KEY_ENDED -> "api-key-expired";
      case API_KEY_OF_ANOTHER_REGION -> "api-key-region-mismatch";
      case API_KEY_SHAPE, API_KEY_FOREIGN -> "api-key-malformed";
      default -> "";
    };
  }
}
