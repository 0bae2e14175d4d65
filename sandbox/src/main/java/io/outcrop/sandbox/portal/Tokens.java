package io.outcrop.sandbox.portal;

import io.outcrop.aws.Secret;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.live.Issuer;
import io.outcrop.sandbox.realm.Portal;
import io.outcrop.sandbox.realm.Portal.Login;
import io.outcrop.sandbox.visit.OpenOperation.Arrival;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// CreateToken: for somebody who said yes, and anew for a program that may refresh.
///
/// An access token lasts an hour, and can be renewed for as long as somebody stays signed in: eight
/// hours, unless an administrator says otherwise. Source: IAM Identity Center User Guide,
/// "Understand authentication sessions in IAM Identity Center", read 2026-11.
final class Tokens {
  private static final Duration ACCESS = Duration.ofHours(1);
  private static final Duration SIGNED_IN = Duration.ofHours(8);
  private static final String DEVICE = "urn:ietf:params:oauth:grant-type:device_code";
  private static final String REFRESH = "refresh_token";
  private static final String SCOPE = "sso:account:access";

  private final Issuer issuer;

  Tokens(Issuer issuer) {
    this.issuer = issuer;
  }

  Reply create(Arrival arrival) {
    var client = Oidc.client(arrival);
    if (client.isEmpty()) {
      return Oidc.badClient();
    }
    return switch (arrival.text("grantType")) {
      case DEVICE -> ofDevice(arrival, client.get());
      case REFRESH -> refreshed(arrival);
      default ->
          Oidc.refusal(
              "UnsupportedGrantTypeException",
              "unsupported_grant_type",
              "grant type `%s` is not part of this sandbox".formatted(arrival.text("grantType")));
    };
  }

  private Reply ofDevice(Arrival arrival, Portal.Client client) {
    var center = Logins.center(arrival);
    var waiting =
        center.portal().devices().entrySet().stream()
            .filter(entry -> Logins.is(entry.getValue().secret(), arrival.text("deviceCode")))
            .filter(entry -> entry.getValue().client().equals(arrival.text("clientId")))
            .findFirst();
    if (waiting.isEmpty()) {
      return Oidc.refusal("InvalidGrantException", "invalid_grant", "Invalid grant provided");
    }
    if (!waiting.get().getValue().expires().isAfter(arrival.now())) {
      return Oidc.refusal("ExpiredTokenException", "expired_token", "Device code expired");
    }
    var person = center.home().signsIn();
    if (person.isEmpty()) {
      return Oidc.refusal(
          "AuthorizationPendingException", "authorization_pending", "Authorization pending");
    }
    var refresh = client.scopes().contains(SCOPE) ? issuer.token() : Secret.of("");
    var ends = arrival.now().plus(SIGNED_IN);
    var login =
        new Login(
            person,
            arrival.text("clientId"),
            refresh.isEmpty() ? ends : earlier(arrival.now().plus(ACCESS), ends),
            ends,
            issuer.token(),
            refresh);
    Logins.commit(
        arrival,
        portal -> portal.withoutDevice(waiting.get().getKey()).with(issuer.keyId("login-"), login));
    return shown(arrival, login);
  }

  private Reply refreshed(Arrival arrival) {
    var found =
        Logins.center(arrival).portal().logins().entrySet().stream()
            .filter(entry -> Logins.is(entry.getValue().secret(), arrival.text("refreshToken")))
            .filter(entry -> mayRefresh(arrival, entry))
            .findFirst();
    if (found.isEmpty()) {
      return Oidc.refusal(
          "InvalidGrantException", "invalid_grant", "Invalid refresh token provided");
    }
    var before = found.get().getValue();
    var login =
        new Login(
            before.person(),
            before.client(),
            earlier(arrival.now().plus(ACCESS), before.ends()),
            before.ends(),
            issuer.token(),
            issuer.token());
    Logins.commit(arrival, portal -> portal.with(found.get().getKey(), login));
    return shown(arrival, login);
  }

  private static boolean mayRefresh(Arrival arrival, Map.Entry<String, Login> entry) {
    var login = entry.getValue();
    return login.ends().isAfter(arrival.now())
        && (login.client().isEmpty() || login.client().equals(arrival.text("clientId")));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Reply shown(Arrival arrival, Login login) {
    return Output.reply(
        "accessToken", login.token().reveal(),
        "tokenType", "Bearer",
        "expiresIn", Math.toIntExact(Duration.between(arrival.now(), login.expires()).toSeconds()),
        "refreshToken",
            Optional.of(login.secret()).filter(secret -> !secret.isEmpty()).map(Secret::reveal));
  }
}
