package io.outcrop.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.http.Headers;
import io.outcrop.http.Request;
import io.outcrop.http.Response;
import io.outcrop.sandbox.wire.descriptor.Descriptors;
import io.outcrop.sandbox.wire.descriptor.Protocol;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterTest {
  private final Router router = new Router();

  @ParameterizedTest
  @CsvSource({
    "POST, /model/a:0/invoke, bedrock-runtime, InvokeModel",
    "POST, /model/a%3A0/invoke-with-response-stream, bedrock-runtime,"
        + " InvokeModelWithResponseStream",
    "POST, /model/arn%3Aaws%2Fx/converse, bedrock-runtime, Converse",
    "POST, /model/invoke/converse-stream, bedrock-runtime, ConverseStream",
    "GET, /foundation-models, bedrock, ListFoundationModels",
    "GET, /foundation-models/x, bedrock, GetFoundationModel",
    "GET, /foundation-model-availability/x, bedrock, GetFoundationModelAvailability",
    "GET, /inference-profiles?type=APPLICATION, bedrock, ListInferenceProfiles",
    "GET, /inference-profiles/, bedrock, ListInferenceProfiles",
    "POST, /listRegions, account, ListRegions"
  })
  void pathsLeadToOperations(String method, String target, String service, String operation) {
    assertThat(router.route(request(method, target, Map.of(), ""), "id"))
        .isInstanceOfSatisfying(
            Routing.Found.class,
            found -> {
              assertThat(found.model().service()).isEqualTo(service);
              assertThat(found.operation().name()).isEqualTo(operation);
            });
  }

  @Test
  void anEncodedSlashStaysInItsSegment() {
    var found = router.route(request("POST", "/model/a%2Fb/invoke", Map.of(), ""), "id");
    assertThat(((Routing.Found) found).labels()).isEqualTo(Map.of("modelId", "a%2Fb"));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /model/a/invoke",
    "POST, /model//invoke",
    "POST, /model/a/b/invoke",
    "POST, /anthropic/v1/messages",
    "GET, /"
  })
  void whatNobodyKnowsIsAnUnknownOperation(String method, String target) {
    var response = refusal(request(method, target, Map.of(), ""));
    assertThat(response.status()).isEqualTo(404);
    assertThat(response.headers().first("x-amzn-errortype").orElseThrow())
        .startsWith("UnknownOperationException:");
  }

  @ParameterizedTest
  @CsvSource({
    "AWSOrganizationsV20161128.ListRoots, organizations",
    "com.amazonaws.organizations.AWSOrganizationsV20161128.ListRoots, organizations",
    "ServiceQuotasV20190624.GetServiceQuota, service-quotas"
  })
  void targetsLeadToOperations(String target, String service) {
    var found = router.route(request("POST", "/", Map.of("X-Amz-Target", target), "{}"), "id");
    assertThat(((Routing.Found) found).model().service()).isEqualTo(service);
  }

  @Test
  void unknownTargetsAndActionsAreRefusedInTheServicesProtocol() {
    var target = Map.of("X-Amz-Target", "AWSOrganizationsV20161128.Dance");
    assertThat(text(refusal(request("POST", "/", target, "{}"))))
        .contains("\"__type\":\"UnknownOperationException\"");
    assertThat(refusal(request("POST", "/", Map.of("X-Amz-Target", "x"), "{}")).status())
        .isEqualTo(404);
    assertThat(text(refusal(request("POST", "/", Map.of(), "Action=Dance&Version=2010-05-08"))))
        .contains("https://iam.amazonaws.com/doc/2010-05-08/")
        .contains("<Code>InvalidAction</Code>")
        .contains("Could not find operation Dance for version 2010-05-08");
  }

  @Test
  void noPathFitsTwoServicesOrOperations() {
    var descriptors = new Descriptors();
    var seen = new HashMap<String, String>();
    for (var service : descriptors.byPath()) {
      descriptors
          .model(service)
          .operations()
          .values()
          .forEach(operation -> {
            var path =
                operation.segments().stream()
                    .map(segment -> segment.startsWith("{") ? "{}" : segment)
                    .toList();
            assertThat(seen.put(operation.method() + path, operation.name())).isNull();
          });
    }
    assertThat(seen).hasSizeGreaterThan(130);
  }

  @Test
  void theIndexSaysWhatTheDescriptorsSay() {
    var descriptors = new Descriptors();
    for (var service : List.of("sts", "iam", "organizations", "service-quotas")) {
      var model = descriptors.model(service);
      assertThat(
              model.protocol() == Protocol.QUERY
                  ? descriptors.ofVersion(model.version())
                  : descriptors.ofTarget(model.target()))
          .hasValue(model);
    }
  }

  private Response refusal(Request request) {
    return ((Routing.Unknown) router.route(request, "id")).response();
  }

  private static String text(Response response) {
    return new String(((Response.Body.Whole) response.body()).bytes(), StandardCharsets.UTF_8);
  }

  private static Request request(
      String method, String target, Map<String, String> headers, String body) {
    return new Request(
        method, target, "", Headers.of(headers), body.getBytes(StandardCharsets.UTF_8));
  }
}
