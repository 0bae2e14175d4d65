package io.outcrop.sandbox.realm;

import io.outcrop.aws.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A user's credential for one service. For Bedrock it is a long-term API key: a bearer token that
/// holds its alias. Source: IAM API Reference, "ServiceSpecificCredential", read 2026-11.
///
/// @param id `ACCA…`
/// @param service `bedrock.amazonaws.com`
/// @param alias what the key says of itself: `BedrockAPIKey-a1b2-at-111122223333`
/// @param active whether it may be used
/// @param created when it was made
/// @param until when it stops working; null for never
/// @param secret the whole text that its owner sends, `ABSK…`; empty in a world whose folder was
///   not made yet
public record ServiceCredential(
    String id,
    String service,
    String alias,
    boolean active,
    Instant created,
    @Nullable Instant until,
    Secret secret) {
  /// The service whose credentials are API keys of Bedrock.
  public static final String BEDROCK = "bedrock.amazonaws.com";

  /// How ids begin.
  public static final String ID_PREFIX = "ACCA";

  private static final String KEY_PREFIX = "ABSK";

  /// The alias of a user's credential.
  public static String alias(String userName, String account) {
    return userName + "-at-" + account;
  }

  /// The text of an API key. Source: keys as the console makes them, seen in 2026.
  public static Secret apiKey(String alias, Secret drawn) {
    var text = (alias + ":" + drawn.reveal()).getBytes(StandardCharsets.UTF_8);
    return Secret.of(KEY_PREFIX + Base64.getEncoder().encodeToString(text));
  }

  /// When it stops working, if ever.
  public Optional<Instant> expires() {
    return Optional.ofNullable(until);
  }

  /// `Active`, `Inactive` or `Expired`, as IAM says it at `now`.
  public String status(Instant now) {
    return isExpired(now) ? "Expired" : active ? "Active" : "Inactive";
  }

  /// Whether its time is over at `now`.
  public boolean isExpired(Instant now) {
    return until != null && !now.isBefore(until);
  }

  /// The same, switched on or off.
  public ServiceCredential withActive(boolean changed) {
    return new ServiceCredential(id, service, alias, changed, created, until, secret);
  }

  /// The same with another secret.
  public ServiceCredential withSecret(Secret changed) {
    return new ServiceCredential(id, service, alias, active, created, until, changed);
  }
}
