package io.outcrop.sandbox.world;

import static io.outcrop.sandbox.world.RealmWriter.map;
import static io.outcrop.sandbox.world.RealmWriter.members;

import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.sandbox.realm.AccountQuotas;
import io.outcrop.sandbox.realm.QuotaIncrease;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads and writes `accounts.ID.bedrock.quotas`.
final class QuotaSection {
  private QuotaSection() {}

  static AccountQuotas read(Fields standing) {
    var found = standing.object("quotas");
    if (found.isEmpty()) {
      return AccountQuotas.DEFAULT;
    }
    var fields = found.get();
    var quotas =
        new AccountQuotas(
            fields.flag("newAccount", false),
            applied(fields),
            fields.objects("increases", QuotaSection::increase),
            review(fields));
    fields.finish();
    return quotas;
  }

  private static Map<String, Map<String, BigDecimal>> applied(Fields fields) {
    var applied = new LinkedHashMap<String, Map<String, BigDecimal>>();
    fields
        .object("applied")
        .ifPresent(regions -> {
          for (var region : regions.names()) {
            var values = regions.object(region).orElseThrow();
            var byCode = new LinkedHashMap<String, BigDecimal>();
            values.names().forEach(code -> byCode.put(code, number(values, code)));
            applied.put(region, byCode);
          }
        });
    return applied;
  }

  private static AccountQuotas.Review review(Fields fields) {
    var usual = AccountQuotas.Review.USUAL;
    return fields
        .object("review")
        .map(inner -> {
          var review =
              new AccountQuotas.Review(
                  Values.duration(inner, "opensAfter", usual.opensAfter()),
                  Values.duration(inner, "decidesAfter", usual.decidesAfter()),
                  inner.has("outcome") ? outcome(inner) : usual.outcome());
          inner.finish();
          return review;
        })
        .orElse(usual);
  }

  private static QuotaIncrease increase(Fields fields) {
    return new QuotaIncrease(
        fields.text("id"),
        fields.text("region"),
        fields.text("code"),
        fields.optionalText("requester").orElse(""),
        number(fields, "desired"),
        Values.instant(fields, "created"),
        Values.instant(fields, "opened"),
        Values.instant(fields, "decided"),
        outcome(fields));
  }

  private static QuotaIncrease.Outcome outcome(Fields fields) {
    return Values.word(fields, "outcome", QuotaIncrease.Outcome.class)
        .orElse(QuotaIncrease.Outcome.APPROVED);
  }

  private static BigDecimal number(Fields fields, String name) {
    if (fields.any(name).orElse(Json.ofNull()) instanceof Json.Num(BigDecimal value, _)
        && value.signum() >= 0) {
      return value;
    }
    fields.problem(name, "expected a number that is not negative");
    return BigDecimal.ZERO;
  }

  static @Nullable Json write(AccountQuotas quotas) {
    if (quotas.equals(AccountQuotas.DEFAULT)) {
      return null;
    }
    var review = quotas.review();
    return members(
        "newAccount", Json.of(quotas.fresh()),
        "applied", map(quotas.applied(), values -> map(values, Json::of)),
        "increases", RealmWriter.array(quotas.increases(), QuotaSection::increase),
        "review",
            members(
                "opensAfter", Json.of(review.opensAfter().toString()),
                "decidesAfter", Json.of(review.decidesAfter().toString()),
                "outcome", Json.of(review.outcome().name())));
  }

  private static Json increase(QuotaIncrease increase) {
    return members(
        "id", Json.of(increase.id()),
        "region", Json.of(increase.region()),
        "code", Json.of(increase.code()),
        "requester", RealmWriter.text(increase.requester()),
        "desired", Json.of(increase.desired()),
        "created", Json.of(increase.created().toString()),
        "opened", Json.of(increase.opened().toString()),
        "decided", Json.of(increase.decided().toString()),
        "outcome", Json.of(increase.outcome().name()));
  }
}
