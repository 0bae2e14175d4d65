package io.outcrop.sandbox.wire.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.http.Headers;
import io.outcrop.http.Request;
import io.outcrop.http.Response;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.wire.descriptor.Descriptors;
import io.outcrop.sandbox.wire.descriptor.Operation;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DialectTest {
  private static final Descriptors DESCRIPTORS = new Descriptors();

  @Test
  void formsNestListsMapsAndNumbers() {
    assertThat(
            decode(
                "iam",
                "SimulateCustomPolicy",
                "Action=SimulateCustomPolicy&PolicyInputList.member.1=%7B%7D"
                    + "&ActionNames.member.2=bbb&ActionNames.member.1=a+%2B&ActionNames.member.10=ccc"
                    + "&ContextEntries.member.1.ContextKeyValues.member.1=v"
                    + "&ContextEntries.member.1.ContextKeyName=a:key&MaxItems=7&ResourceArns="))
        .isEqualTo(
            new Decoding.Read(
                json(
                    """
                    {"PolicyInputList": ["{}"], "ActionNames": ["a +", "bbb", "ccc"],
                     "ResourceArns": [],
                     "ContextEntries": [{"ContextKeyName": "a:key", "ContextKeyValues": ["v"]}],
                     "MaxItems": 7}\
                    """)));
  }

  @Test
  void missingMembersAreNamedAtAnyDepth() {
    assertThat(decode("iam", "TagUser", "Action=TagUser&Tags.member.1.Value=v"))
        .isEqualTo(
            invalid(
                "2 validation errors detected: Value null at 'userName' failed to satisfy"
                    + " constraint: Member must not be null; Value null at 'tags.1.member.key'"
                    + " failed to satisfy constraint: Member must not be null"));
    assertThat(decode("organizations", "DescribePolicy", "{\"PolicyId\": null}"))
        .isEqualTo(
            new Decoding.Refused(
                new Reply.Fault(
                    400,
                    "InvalidInputException",
                    "You must include a value for all required parameters.",
                    false,
                    json("{\"Reason\": \"INPUT_REQUIRED\"}"))));
    assertThat(decode("bedrock", "PutUseCaseForModelAccess", ""))
        .isEqualTo(
            invalid(
                "1 validation error detected: Value null at 'formData' failed to satisfy"
                    + " constraint: Member must not be null"));
  }

  @Test
  void valuesOfAnotherKindAreRefused() {
    assertThat(decode("organizations", "DescribePolicy", "{\"PolicyId\": 7}"))
        .isEqualTo(serialization("NUMBER_VALUE can not be converted to a String"));
    assertThat(decode("organizations", "DescribePolicy", "[]"))
        .isEqualTo(serialization("Unexpected token received from parser"));
    assertThat(decode("bedrock", "PutUseCaseForModelAccess", "{\"formData\": {}}"))
        .isEqualTo(serialization("Start of structure or map found where not expected."));
    assertThat(decode("bedrock", "PutUseCaseForModelAccess", "{"))
        .isInstanceOf(Decoding.Refused.class);
    assertThat(decode("iam", "ListUsers", "Action=ListUsers&MaxItems=many"))
        .isEqualTo(serialization("Invalid number: many"));
  }

  @Test
  void unknownMembersAreLeftOut() {
    assertThat(
            decode(
                "organizations", "DescribePolicy", "{\"PolicyId\": \"p-FullAWSAccess\", \"X\": 1}"))
        .isEqualTo(new Decoding.Read(json("{\"PolicyId\": \"p-FullAWSAccess\"}")));
  }

  @Test
  void errorsHaveTheEnvelopeOfTheirLayer() {
    var denied = new Reply.Fault(0, "AccessDeniedException", "no", true);
    var invalid = new Reply.Fault(0, "ValidationException", "bad", false);
    var bedrock = dialect("bedrock-runtime");
    assertThat(bedrock.fault(denied, "id").status()).isEqualTo(403);
    assertThat(text(bedrock.fault(denied, "id"))).isEqualTo("{\"Message\":\"no\"}");
    assertThat(bedrock.fault(denied, "id").headers().first("x-amzn-errortype"))
        .hasValue(
            "AccessDeniedException:http://internal.amazon.com/coral/com.amazon.coral.service/");
    assertThat(text(bedrock.fault(invalid, "id"))).isEqualTo("{\"message\":\"bad\"}");
    assertThat(bedrock.fault(invalid, "id").headers().first("x-amzn-errortype"))
        .hasValue("ValidationException:http://internal.amazon.com/coral/com.amazon.bedrock/");
    var organizations = dialect("organizations").fault(denied, "id");
    assertThat(organizations.status()).isEqualTo(400);
    assertThat(text(organizations))
        .isEqualTo("{\"__type\":\"AccessDeniedException\",\"Message\":\"no\"}");
    var iam = dialect("iam").fault(denied, "id");
    assertThat(iam.status()).isEqualTo(403);
    assertThat(text(iam))
        .isEqualTo(
            "<ErrorResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><Error>"
                + "<Type>Sender</Type><Code>AccessDenied</Code><Message>no</Message></Error>"
                + "<RequestId>id</RequestId></ErrorResponse>");
  }

  @Test
  void whoDidNotSignIsToldSoInWordsOfTheProtocol() {
    var unsigned =
        new Reply.Fault(
            403, "MissingAuthenticationTokenException", "Missing Authentication Token", true);
    assertThat(text(dialect("iam").fault(unsigned, "id")))
        .contains("<Code>MissingAuthenticationToken</Code>")
        .contains("<Message>Request is missing Authentication Token</Message>");
    var json = dialect("organizations").fault(unsigned, "id");
    assertThat(text(json)).contains("\"Missing Authentication Token\"");
    assertThat(json.status()).isEqualTo(400);
    assertThat(dialect("bedrock").fault(unsigned, "id").status()).isEqualTo(403);
  }

  @Test
  void aQueryServicesOwnCodesStay() {
    var iam = dialect("iam");
    var byCode = iam.fault(new Reply.Fault(0, "EntityAlreadyExists", "x", false), "id");
    assertThat(byCode.status()).isEqualTo(409);
    assertThat(text(byCode)).contains("<Code>EntityAlreadyExists</Code>");
    var byName = iam.fault(new Reply.Fault(0, "EntityAlreadyExistsException", "x", false), "id");
    assertThat(byName.status()).isEqualTo(409);
    assertThat(text(byName)).contains("<Code>EntityAlreadyExists</Code>");
  }

  @Test
  void timesTakeTheFormOfTheModel() {
    var bedrock = operation("bedrock", "GetUseCaseForModelAccess");
    assertThat(text(dialect("bedrock").output(bedrock, json("{\"formData\": \"YQ==\"}"), "id")))
        .isEqualTo("{\"formData\":\"YQ==\"}");
    var profile = operation("bedrock", "GetInferenceProfile");
    assertThat(text(dialect("bedrock").output(profile, json("{\"createdAt\": 1760000000}"), "id")))
        .isEqualTo("{\"createdAt\":\"2025-10-09T08:53:20Z\"}");
    var account = operation("organizations", "DescribeAccount");
    var joined = json("{\"Account\": {\"JoinedTimestamp\": \"2025-10-09T08:53:20.250Z\"}}");
    assertThat(text(dialect("organizations").output(account, joined, "id")))
        .isEqualTo("{\"Account\":{\"JoinedTimestamp\":1760000000.25}}");
    var user = operation("iam", "GetUser");
    assertThat(text(dialect("iam").output(user, json("{\"User\": {\"CreateDate\": 0}}"), "id")))
        .contains("<CreateDate>1970-01-01T00:00:00Z</CreateDate>");
  }

  private static Decoding decode(String service, String operation, String body) {
    var request =
        new Request("POST", "/", "", Headers.none(), body.getBytes(StandardCharsets.UTF_8));
    return dialect(service).decode(operation(service, operation), request, Map.of());
  }

  private static Decoding invalid(String message) {
    return new Decoding.Refused(new Reply.Fault(400, "ValidationException", message, false));
  }

  private static Decoding serialization(String message) {
    return new Decoding.Refused(new Reply.Fault(400, "SerializationException", message, false));
  }

  private static Dialect dialect(String service) {
    var model = DESCRIPTORS.model(service);
    return Dialect.of(model, model.protocols().getFirst());
  }

  private static Operation operation(String service, String name) {
    return DESCRIPTORS.model(service).operations().find(name).orElseThrow();
  }

  private static String text(Response response) {
    return new String(((Response.Body.Whole) response.body()).bytes(), StandardCharsets.UTF_8);
  }

  private static Json.Obj json(String text) {
    return (Json.Obj) ((JsonReading.Read) JsonReader.read(text)).value();
  }
}
