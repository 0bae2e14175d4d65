package io.outcrop.models.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.route.Route;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuotaNameTest {
  private static final String SONNET = "anthropic.claude-sonnet-4-5-20250929-v1:0";

  @Test
  void everyKnownQuotaIsNamedForItsModelScopeAndKind() {
    var models = ModelCatalogue.shipped();
    assertThat(Quotas.all())
        .hasSizeGreaterThan(80)
        .allSatisfy(quota -> {
          var model =
              quota.model().equals(Quota.ACCOUNT)
                  ? ""
                  : models.find(quota.model()).orElseThrow().displayName();
          assertThat(QuotaName.parse(quota.name()))
              .contains(new QuotaName(quota.scope(), quota.kind(), model));
        });
  }

  @ParameterizedTest
  @CsvSource({
    "On-demand model inference requests per minute for Anthropic Claude 3.5 Sonnet V2,"
        + " ON_DEMAND, REQUESTS_PER_MINUTE, Claude 3.5 Sonnet V2",
    "Global cross-region model inference tokens per day for Anthropic Claude Opus 4.6 V1,"
        + " GLOBAL, TOKENS_PER_DAY, Claude Opus 4.6",
    "Model invocation max tokens per day for Anthropic Claude Sonnet 4 V1,"
        + " ANY, TOKENS_PER_DAY, Claude Sonnet 4",
    "cross-model account-level tokens per day, ANY, TOKENS_PER_DAY, ''",
  })
  void namesOfOthersListingsAreRead(String name, Quota.Scope scope, Quota.Kind kind, String model) {
    assertThat(QuotaName.parse(name)).contains(new QuotaName(scope, kind, model));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Guardrails per account",
        "Batch inference job size (in GB) for Claude Sonnet 4.5",
        "Custom models per account",
        ""
      })
  void otherQuotasAreNotAboutCalls(String name) {
    assertThat(QuotaName.parse(name)).isEmpty();
  }

  @Test
  void aLongContextHasAQuotaOfItsOwn() {
    var name =
        "Cross-region model inference tokens per minute for Anthropic Claude Sonnet 4.5 V1 1M"
            + " Context Length";
    assertThat(QuotaName.parse(name).orElseThrow().model()).isNotEqualTo("Claude Sonnet 4.5");
  }

  @Test
  void aCallDrawsOnTheQuotasOfItsRouteAndOfTheAccount() {
    var names = Quotas.all().stream().map(Quota::name).toList();
    var route = new Route.Geographic("us." + SONNET, SONNET, "us-east-1", List.of("us-east-1"));
    assertThat(QuotaName.drawnOn(names, name -> name, route, "Claude Sonnet 4.5"))
        .extracting(QuotaName.Drawn::quota)
        .containsExactly(
            "Cross-region model inference tokens per minute for Anthropic Claude Sonnet 4.5 V1",
            "Cross-region model inference requests per minute for Anthropic Claude Sonnet 4.5 V1",
            "Model invocation max tokens per day for Anthropic Claude Sonnet 4.5 V1 (doubled for"
                + " cross-region calls)",
            "Cross-Model Account-Level Tokens Per Day");
  }

  @Test
  void aQuotaOfTheRouteItselfComesBeforeOneOfAllRoutes() {
    var own = "Global cross-region model inference tokens per day for Anthropic Claude Sonnet 4.5";
    var shared = "Model invocation max tokens per day for Anthropic Claude Sonnet 4.5 V1";
    var global = new Route.Global("global." + SONNET, SONNET, "us-east-1");
    var onDemand = new Route.OnDemand(SONNET, "us-east-1");
    var names = List.of(own, shared);
    assertThat(QuotaName.drawnOn(names, name -> name, global, "Claude Sonnet 4.5"))
        .extracting(QuotaName.Drawn::quota)
        .containsExactly(own);
    assertThat(QuotaName.drawnOn(names, name -> name, onDemand, "Claude Sonnet 4.5"))
        .extracting(QuotaName.Drawn::quota)
        .containsExactly(shared);
  }
}
