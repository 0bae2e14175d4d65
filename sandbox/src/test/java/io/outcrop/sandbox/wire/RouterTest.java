package io.outcrop.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.http.Headers;
import io.outcrop.http.Request;
import io.outcrop.http.Response;
import io.outcrop.json.Json;
import io.outcrop.sandbox.wire.descriptor.Descriptors;
import io.outcrop.sandbox.wire.descriptor.Protocol;
import io.outcrop.sandbox.wire.descriptor.ServiceModel;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
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
    "POST, /anthropic/v2/messages",
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

  @ParameterizedTest
  @CsvSource({
    "/service/GraniteServiceVersion20100801/operation/ListMetrics, cloudwatch, ListMetrics",
    "/service/AWSMPEntitlementService/operation/GetEntitlements, marketplace-entitlement,"
        + " GetEntitlements"
  })
  void pathsOfCborLeadToOperations(String path, String service, String operation) {
    var found = (Routing.Found) router.route(request("POST", path, Map.of(), ""), "id");
    assertThat(found.protocol()).isEqualTo(Protocol.RPC_CBOR);
    assertThat(found.model().service()).isEqualTo(service);
    assertThat(found.operation().name()).isEqualTo(operation);
  }

  @Test
  void oneServiceSpeaksThreeProtocols() {
    var json = Map.of("X-Amz-Target", "GraniteServiceVersion20100801.ListMetrics");
    var form = "Action=ListMetrics&Version=2010-08-01";
    var cbor = "/service/GraniteServiceVersion20100801/operation/ListMetrics";
    assertThat(protocol(request("POST", "/", json, "{}"))).isEqualTo(Protocol.JSON_1_0);
    assertThat(protocol(request("POST", "/", Map.of(), form))).isEqualTo(Protocol.QUERY);
    assertThat(protocol(request("POST", cbor, Map.of(), ""))).isEqualTo(Protocol.RPC_CBOR);
  }

  @Test
  void everyPathIsFoundAndLeadsToItsOwnOperation() {
    var descriptors = new Descriptors();
    var seen = new HashSet<String>();
    for (var service : descriptors.names()) {
      var model = descriptors.model(service);
      if (model.protocols().getFirst().hasPaths()) {
        for (var name : model.operations().names()) {
          var route = model.operations().route(name);
          var path = route.uri().replaceAll("\\{[^}]*}", "x");
          var found =
              (Routing.Found) router.route(request(route.method(), path, host(model), ""), "");
          assertThat(found.model().service() + "." + found.operation().name())
              .isEqualTo(model.service() + "." + name);
          assertThat(seen.add(model.service() + "." + name)).isTrue();
        }
      }
    }
    assertThat(seen).hasSizeGreaterThan(145);
  }

  @Test
  void theIndexSaysWhatTheDescriptorsSay() {
    var descriptors = new Descriptors();
    for (var service : descriptors.names()) {
      var model = descriptors.model(service);
      for (var protocol : model.protocols()) {
        switch (protocol) {
          case QUERY, EC2 -> assertThat(descriptors.ofVersion(model.version())).hasValue(model);
          case JSON_1_0, JSON_1_1 ->
              assertThat(descriptors.ofTarget(model.target())).hasValue(model);
          case RPC_CBOR -> assertThat(descriptors.ofRpc(model.target())).hasValue(model);
          case REST_JSON, ANTHROPIC -> {}
        }
      }
    }
    assertThat(descriptors.names()).hasSizeGreaterThanOrEqualTo(22);
  }

  @Test
  void scopeAndHostTellServicesWithOnePathApart() {
    var first = model("first", "one", "first-endpoint");
    var second = model("second", "two", "second-endpoint");
    var both = List.of(first, second);
    assertThat(Ambiguity.inOrder(both, request("GET", "/x", Map.of(), ""))).startsWith(first);
    var signed =
        "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261121/us-east-1/two/aws4_request,"
            + " SignedHeaders=host, Signature=00";
    assertThat(Ambiguity.inOrder(both, request("GET", "/x", Map.of("Authorization", signed), "")))
        .startsWith(second);
    var host = Map.of("Host", "second-endpoint.us-east-1.api.aws");
    assertThat(Ambiguity.inOrder(both, request("GET", "/x", host, ""))).startsWith(second);
  }

  private static ServiceModel model(String service, String signingName, String endpoint) {
    return Descriptors.parse(
        Json.object()
            .with("service", Json.of(service))
            .with("signingName", Json.of(signingName))
            .with("endpoint", Json.of(endpoint)));
  }

  private Protocol protocol(Request request) {
    return ((Routing.Found) router.route(request, "id")).protocol();
  }

  private Response refusal(Request request) {
    return ((Routing.Unknown) router.route(request, "id")).response();
  }

  private static String text(Response response) {
    return new String(((Response.Body.Whole) response.body()).bytes(), StandardCharsets.UTF_8);
  }

  private static Map<String, String> host(ServiceModel model) {
    return Map.of("host", model.endpoint() + ".us-east-1.amazonaws.com");
  }

  private static Request request(
      String method, String target, Map<String, String> headers, String body) {
    return new Request(
        method, target, "", Headers.of(headers), body.getBytes(StandardCharsets.UTF_8));
  }
}
