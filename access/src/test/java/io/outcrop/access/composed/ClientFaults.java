package io.outcrop.access.composed;

import io.outcrop.access.composed.Draft.Login;
import io.outcrop.access.composed.Draft.Style;
import java.time.Duration;
import java.util.List;

/// What is wrong with the credentials by which the client calls, and with its settings: keys,
/// sessions, API keys, the way into a role, its clock, its environment.
final class ClientFaults {
  static final List<Fault> ALL =
      List.of(
          Fault.named("KEY_OFF", "key", "credentials-invalid")
              .where(draft -> (!draft.role && !draft.isApiKey()) || draft.isChained())
              .by(draft -> draft.keyActive = false),
          Fault.named("SESSION_ENDED", "key", "expired-token", "api-key-expired")
              .where(Draft::hasSession)
              .by(draft -> draft.sessionEnded = true),
          Fault.named("WRONG_SECRET", "key", "signature-wrong-secret-key")
              .where(draft -> !draft.isApiKey())
              .by(draft -> draft.secretRight = false),
          Fault.named("NO_TOKEN", "key", "missing-session-token")
              .where(draft -> draft.hasSession() && !draft.isApiKey())
              .by(draft -> draft.tokenGiven = false),
          Fault.named("API_KEY_OFF", "key", "api-key-invalid")
              .where(draft -> draft.isApiKey() && !draft.role)
              .by(draft -> draft.keyActive = false),
          Fault.named("API_KEY_OLD", "key", "api-key-expired")
              .where(Draft::isApiKey)
              .by(draft -> draft.keyExpired = true),
          Fault.named("API_KEY_NOT_ALLOWED", "bearer", "api-key-call-denied")
              .where(draft -> draft.isApiKey() && draft.isOwn() && draft.style != Style.STAR)
              .by(draft -> draft.bearerAllowed = false),
          Fault.named(
                  "API_KEY_DENIED",
                  "identity deny",
                  "identity-explicit-deny",
                  "api-key-call-denied")
              .where(Draft::isApiKey)
              .by((draft, dice) ->
                  IdentityFaults.guard(draft, dice, Statement.deny("bedrock:CallWithBearerToken"))),
          Fault.named("NOT_TRUSTED", "key", "assume-role-denied")
              .where(Draft::isChained)
              .by(draft -> draft.trusted = false),
          Fault.named("MAY_NOT_ENTER", "key", "assume-role-denied")
              .where(Draft::isChained)
              .by(draft -> draft.mayEnter = false),
          Fault.named("CLOCK", "key", "clock-skew")
              .where(draft -> !draft.isApiKey())
              .by((draft, dice) ->
                  draft.clockOffset = Duration.ofMinutes(dice.of(-45, -20, 20, 45))),
          Fault.named("NO_KEYS", "client", "no-credentials")
              .by(draft -> {
                draft.dropped.addAll(
                    List.of(
                        "AWS_ACCESS_KEY_ID",
                        "AWS_SECRET_ACCESS_KEY",
                        "AWS_SESSION_TOKEN",
                        "AWS_PROFILE",
                        "AWS_BEARER_TOKEN_BEDROCK"));
                draft.environment.put("AWS_EC2_METADATA_DISABLED", "true");
              }),
          Fault.named("HALF_A_KEY", "client", "partial-credentials")
              .where(draft -> draft.login == Login.KEYS)
              .by(draft -> draft.dropped.add("AWS_SECRET_ACCESS_KEY")),
          Fault.named("NO_REGION", "client", "no-region")
              .where(draft -> draft.login == Login.KEYS)
              .by(draft -> draft.dropped.add("AWS_REGION")));

  private ClientFaults() {}
}
