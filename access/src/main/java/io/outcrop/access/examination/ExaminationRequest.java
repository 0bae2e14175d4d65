package io.outcrop.access.examination;

import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.client.Setting;
import io.outcrop.json.Json;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
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
/// @param body the caller's own request body, judged and sent where calls may be paid for; none for
///   the doctor's own
public record ExaminationRequest(
    ClientSide client,
    Setting model,
    Setting region,
    String profile,
    String adminProfile,
    Probing probing,
    @Nullable URI endpoint,
    Duration timeout,
    InstantSource clock,
    List<Json.Obj> body) {
  public ExaminationRequest {
    body = List.copyOf(body);
  }

  /// What to examine, with the doctor's own request bodies.
  public ExaminationRequest(
      ClientSide client,
      Setting model,
      Setting region,
      String profile,
      String adminProfile,
      Probing probing,
      @Nullable URI endpoint,
      Duration timeout,
      InstantSource clock) {
    this(
        client, model, region, profile, adminProfile, probing, endpoint, timeout, clock, List.of());
  }

  /// The same with the caller's own request body.
  public ExaminationRequest withBody(Json.Obj own) {
    return new ExaminationRequest(
        client,
        model,
        region,
        profile,
        adminProfile,
        probing,
        endpoint,
        timeout,
        clock,
        List.of(own));
  }

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
