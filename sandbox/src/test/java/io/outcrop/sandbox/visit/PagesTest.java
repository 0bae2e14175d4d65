package io.outcrop.sandbox.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Call;
import io.outcrop.sandbox.call.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PagesTest {
  private static final String ACCOUNT = "111122223333";
  private static final List<String> NAMES = names(250);

  @Test
  void pagesFollowOneAnotherToTheEnd() {
    var sizes = new ArrayList<Integer>();
    var seen = new ArrayList<String>();
    var token = "";
    do {
      var page = cut(call("iam", "ListUsers", token, 0), ACCOUNT, NAMES);
      sizes.add(page.elements().size());
      seen.addAll(page.elements());
      token = page.rest().text("Marker").orElse("");
      assertThat(page.rest().get("IsTruncated")).hasValue(Json.of(!token.isEmpty()));
    } while (!token.isEmpty());
    assertThat(seen).isEqualTo(NAMES);
    assertThat(sizes).containsExactly(100, 100, 50);
  }

  @Test
  void theLimitIsKeptAndTheServicesMost() {
    assertThat(cut(call("iam", "ListUsers", "", 7), ACCOUNT, NAMES).elements()).hasSize(7);
    assertThat(cut(call("iam", "ListUsers", "", 999), ACCOUNT, NAMES).elements()).hasSize(250);
    assertThat(cut(call("organizations", "ListAccounts", "", 90), ACCOUNT, NAMES).elements())
        .hasSize(20);
    assertThat(cut(call("cloudwatch", "ListMetrics", "", 3), ACCOUNT, NAMES).elements())
        .hasSize(250);
  }

  @Test
  void aListThatChangesLosesNothing() {
    var first = cut(call("iam", "ListUsers", "", 10), ACCOUNT, NAMES);
    var token = first.rest().text("Marker").orElseThrow();
    var grown = new ArrayList<>(NAMES);
    grown.add(3, "user-0002a");
    grown.remove("user-0000");
    grown.remove("user-0001");
    assertThat(cut(call("iam", "ListUsers", token, 2), ACCOUNT, grown).elements())
        .containsExactly("user-0010", "user-0011");
    var without = new ArrayList<>(NAMES);
    without.remove("user-0009");
    assertThat(cut(call("iam", "ListUsers", token, 2), ACCOUNT, without).elements())
        .containsExactly("user-0010", "user-0011");
    assertThat(cut(call("iam", "ListUsers", token, 2), ACCOUNT, List.of()).elements()).isEmpty();
  }

  @Test
  void foreignAndForgedTokensAreRefusedInTheServicesWords() {
    var first = cut(call("iam", "ListUsers", "", 10), ACCOUNT, NAMES);
    var token = first.rest().text("Marker").orElseThrow();
    var changed = (token.charAt(0) == 'A' ? 'B' : 'A') + token.substring(1);
    for (var forged :
        List.of("x", "====", "AAAA", changed, token.substring(0, token.length() - 4))) {
      assertThat(fault(call("iam", "ListUsers", forged, 0), ACCOUNT))
          .isEqualTo("ValidationError: Invalid Marker");
    }
    assertThat(fault(call("iam", "ListRoles", token, 0), ACCOUNT)).contains("Invalid Marker");
    assertThat(fault(call("iam", "ListUsers", token, 0), "444455556666"))
        .contains("Invalid Marker");
    assertThat(fault(call("service-quotas", "ListServiceQuotas", token, 0), ACCOUNT))
        .isEqualTo("InvalidPaginationTokenException: Invalid input was provided.");
  }

  private static Page.Cut<String> cut(Call call, String account, List<String> all) {
    return (Page.Cut<String>) Pages.cut(call, account, all, Function.identity());
  }

  private static String fault(Call call, String account) {
    var refused = (Page.Refused<String>) Pages.cut(call, account, NAMES, Function.identity());
    return refused.fault().code() + ": " + refused.fault().message();
  }

  private static Call call(String service, String operation, String token, int limit) {
    var paging = Paging.of(service, operation);
    var input = Json.object().with(paging.token(), Json.of(token));
    return new Call(
        "id",
        service,
        operation,
        limit == 0 || paging.limit().isEmpty() ? input : input.with(paging.limit(), Json.of(limit)),
        "",
        Map.of(),
        new Caller.Signed("AKIAIOSFODNN7EXAMPLE"),
        "us-east-1",
        Instant.EPOCH);
  }

  private static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "user-%04d".formatted(i)).toList();
  }
}
