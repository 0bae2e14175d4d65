package io.outcrop.sandbox.portal;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.live.Issuer;
import io.outcrop.sandbox.realm.Portal;
import io.outcrop.sandbox.visit.OpenOperation;
import io.outcrop.sandbox.visit.OpenOperation.Arrival;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The way of a program to a token: it registers, asks, waits for somebody to say yes, and renews
/// what it got. Source: IAM Identity Center OIDC API Reference, read 2026-11.
public final class Oidc {
  private static final Duration REGISTRATION = Duration.ofDays(90);
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int ID_LENGTH = 22;
  private static final int CODE_HALF = 4;

  private final Issuer issuer;
  private final Tokens tokens;

  private Oidc(Issuer issuer) {
    this.issuer = issuer;
    this.tokens = new Tokens(issuer);
  }

  /// All that are here.
  public static Map<String, OpenOperation> operations(Issuer issuer) {
    var oidc = new Oidc(issuer);
    return Map.of(
        "RegisterClient", oidc::register,
        "StartDeviceAuthorization", oidc::start,
        "CreateToken", oidc.tokens::create);
  }

  /// A refusal, whose message stands in the members that OAuth has for it. Source: bodies as they
  /// are answered, in public reports of 2020 to 2024.
  static Reply.Fault refusal(String code, String error, String description) {
    return new Reply.Fault(
        0,
        code,
        "",
        false,
        Json.object()
            .with("error", Json.of(error))
            .with("error_description", Json.of(description)));
  }

  static Reply.Fault badClient() {
    return refusal("InvalidClientException", "invalid_client", "Invalid client provided");
  }

  private Reply register(Arrival arrival) {
    if (!arrival.text("clientType").equals("public")) {
      return refusal(
          "InvalidClientMetadataException",
          "invalid_client_metadata",
          "Invalid client type provided");
    }
    var id = issuer.keyId("").concat(issuer.keyId("")).substring(0, ID_LENGTH);
    var scopes =
        arrival.call().input().list("scopes").stream()
            .flatMap(scope -> scope.asText().stream())
            .toList();
    var client =
        new Portal.Client(
            arrival.text("clientName"), scopes, arrival.now().plus(REGISTRATION), issuer.token());
    Logins.commit(arrival, portal -> portal.with(id, client));
    return Output.reply(
        "clientId", id,
        "clientSecret", client.secret().reveal(),
        "clientIdIssuedAt", arrival.now().getEpochSecond(),
        "clientSecretExpiresAt", client.expires().getEpochSecond());
  }

  /// The client that the call shows to be, if its registration holds.
  static Optional<Portal.Client> client(Arrival arrival) {
    return Optional.ofNullable(
            Logins.center(arrival).portal().clients().get(arrival.text("clientId")))
        .filter(client -> Logins.is(client.secret(), arrival.text("clientSecret")))
        .filter(client -> client.expires().isAfter(arrival.now()));
  }

  private Reply start(Arrival arrival) {
    if (client(arrival).isEmpty()) {
      return badClient();
    }
    var center = Logins.center(arrival);
    if (!center.exists()
        || !Logins.isHome(arrival)
        || !address(center.home().startUrl()).equals(address(arrival.text("startUrl")))) {
      return refusal("InvalidRequestException", "invalid_request", "Invalid start url provided");
    }
    var letters = issuer.keyId("");
    var userCode =
        letters.substring(0, CODE_HALF) + "-" + letters.substring(CODE_HALF, 2 * CODE_HALF);
    var device =
        new Portal.Device(arrival.text("clientId"), arrival.now().plus(PATIENCE), issuer.token());
    Logins.commit(arrival, portal -> portal.with(userCode, device));
    var uri = "https://device.sso." + center.home().region() + ".amazonaws.com/";
    return Output.reply(
        "deviceCode",
        device.secret().reveal(),
        "userCode",
        userCode,
        "verificationUri",
        uri,
        "verificationUriComplete",
        uri + "?user_code=" + userCode,
        "expiresIn",
        Math.toIntExact(PATIENCE.toSeconds()),
        "interval",
        1);
  }

  /// A start URL without what people copy along with it: `#/` and a slash at the end.
  private static String address(String startUrl) {
    return startUrl.replaceFirst("#.*$", "").replaceFirst("/+$", "").toLowerCase(Locale.ROOT);
  }
}
