package io.outcrop.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.body.MostTokens;
import io.outcrop.access.examination.ClientCall;
import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.access.examination.ExaminationRequest.Probing;
import io.outcrop.access.examination.Scope;
import io.outcrop.access.paid.Cost;
import io.outcrop.access.paid.FirstUse;
import io.outcrop.access.paid.FirstUse.Permission;
import io.outcrop.access.paid.PaidProbe;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said of paid calls before they are made.
final class PaidProbesTest {
  @TempDir Path folder;
  private int worlds;

  private List<PaidProbe> probes(String world, UnaryOperator<ExaminationRequest> change) {
    try (var living = InWorld.create(folder.resolve("world-" + worlds++), world)) {
      var request = change.apply(living.request().probing(Probing.NONE));
      return InWorld.doctor().paidProbes(List.of(InWorld.doctor().look(request)));
    }
  }

  @Test
  void theShortestCallCostsNextToNothing() {
    var probe = probes("healthy", request -> request).getFirst();

    assertThat(probe.operations()).containsExactly("InvokeModel", "InvokeModelWithResponseStream");
    assertThat(probe.cost()).isInstanceOf(Cost.AtMost.class);
    var cost = (Cost.AtMost) probe.cost();
    assertThat(cost.each()).isEqualTo(new MostTokens(101, false, 1));
    assertThat(cost.dollars()).isPositive().isLessThan(new BigDecimal("0.01"));
    assertThat(cost.source()).isNotEmpty();
    assertThat(probe.firstUse()).isInstanceOf(FirstUse.Nothing.class);
  }

  @Test
  void withoutAnAgreementAFirstCallWouldSubscribe() {
    var firstUse = probes("marketplace-permissions", request -> request).getFirst().firstUse();

    assertThat(firstUse).isInstanceOf(FirstUse.Subscription.class);
    var subscription = (FirstUse.Subscription) firstUse;
    assertThat(subscription.productId()).startsWith("prod-");
    assertThat(subscription.certain()).isTrue();
    assertThat(subscription.permission()).isEqualTo(Permission.DENIED);
    assertThat(subscription.permissionWhy()).contains("`aws-marketplace:Subscribe`");
  }

  @Test
  void countingTokensIsFreeAndLookingUpIsNoCallToAModel() {
    assertThat(probes("healthy", request -> request.within(Scope.ALL.of(ClientCall.COUNT_TOKENS))))
        .singleElement()
        .extracting(PaidProbe::cost)
        .isInstanceOf(Cost.Free.class);
    assertThat(
            probes(
                "healthy",
                request -> request.within(Scope.ALL.of(ClientCall.GET_INFERENCE_PROFILE))))
        .isEmpty();
  }

  @Test
  void whereNothingWouldBeCalledNothingIsSaid() {
    assertThat(probes("healthy", request -> request.within(Scope.ALL.only(List.of("permissions")))))
        .isEmpty();
    assertThat(probes("no-credentials", request -> request)).isEmpty();
  }
}
