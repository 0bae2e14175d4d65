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
/// @param scope how much of it is wanted, and as whom
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
    List<Json.Obj> body,
    Scope scope) {
  public ExaminationRequest {
    body = List.copyOf(body);
  }

  /// All of it, as the caller, with the doctor's own request bodies.
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
        client,
        model,
        region,
        profile,
        adminProfile,
        probing,
        endpoint,
        timeout,
        clock,
        List.of(),
        Scope.ALL);
  }

  /// The same with the caller's own request body.
  public ExaminationRequest withBody(Json.Obj own) {
    return with(model, region, profile, List.of(own), scope);
  }

  /// The same of another part, or as somebody else.
  public ExaminationRequest within(Scope other) {
    return with(model, region, profile, body, other);
  }

  /// The same of another model and region.
  public ExaminationRequest of(Setting otherModel, Setting otherRegion) {
    return with(otherModel, otherRegion, profile, body, scope);
  }

  /// The same by another profile; the client side's own choice if it is empty.
  public ExaminationRequest by(String otherProfile) {
    return with(model, region, otherProfile, body, scope);
  }

  /// The same with other calls to the model.
  public ExaminationRequest probing(Probing other) {
    return new ExaminationRequest(
        client, model, region, profile, adminProfile, other, endpoint, timeout, clock, body, scope);
  }

  private ExaminationRequest with(
      Setting newModel, Setting newRegion, String newProfile, List<Json.Obj> own, Scope newScope) {
    return new ExaminationRequest(
        client,
        newModel,
        newRegion,
        newProfile,
        adminProfile,
        probing,
        endpoint,
        timeout,
        clock,
        own,
        newScope);
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
