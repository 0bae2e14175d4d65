package io.outcrop.access.examination;

import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.client.Setting;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// What to examine, and from where.
///
/// @param client the side that calls
/// @param model the model id, with where it was given; unset means the client side's
///   `BEDROCK_MODEL_ID`
/// @param region the region, with where it was given; unset means the client side's
/// @param profile the named profile to use; empty for the client side's own choice
/// @param adminProfile a profile that may look at policies and keys; empty for the caller itself
/// @param probing what may be sent
/// @param endpoint where instead of AWS's own hosts; null for AWS
/// @param timeout how long all of it may take
/// @param clock what time it is where the models live: a world's clock, else the system's
public record ExaminationRequest(
    ClientSide client,
    Setting model,
    Setting region,
    String profile,
    String adminProfile,
    Probing probing,
    @Nullable URI endpoint,
    Duration timeout,
    InstantSource clock) {
  /// What may be sent to the model.
  public enum Probing {
    /// No call to the model at all; the verdict rests on prediction.
    NONE,
    /// Calls that AWS authorises and then refuses as invalid: they cost nothing.
    FREE,
    /// One short answer, plain and streaming.
    PAID
  }
}
