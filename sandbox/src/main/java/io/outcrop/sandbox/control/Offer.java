package io.outcrop.sandbox.control;

import io.outcrop.json.Json;
import io.outcrop.sandbox.realm.Account;
import io.outcrop.sandbox.realm.UniqueId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// What AWS Marketplace offers an account for a model.
///
/// @param id `offer-…`, the same for everybody
/// @param token what an agreement is made with; the account's own
public record Offer(String id, String token) {
  private static final int TOKEN_DIGITS = 64;

  /// The public offer for a model.
  public static Offer of(Account account, String modelId) {
    var id = "offer-" + UniqueId.small(modelId, 13);
    var content = id + UniqueId.hex(account.id() + "/" + modelId, TOKEN_DIGITS);
    return new Offer(
        id, Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8)));
  }

  Json.Obj json() {
    return Json.object()
        .with("offerId", Json.of(id))
        .with("offerToken", Json.of(token))
        .with(
            "termDetails",
            Json.object()
                .with(
                    "usageBasedPricingTerm", Json.object().with("rateCard", Json.array(List.of())))
                .with("legalTerm", Json.object())
                .with("supportTerm", Json.object()));
  }
}
