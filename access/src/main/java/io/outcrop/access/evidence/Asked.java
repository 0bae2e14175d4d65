package io.outcrop.access.evidence;

import io.outcrop.access.examination.ExaminationRequest.Probing;
import io.outcrop.access.examination.NamedGuardrail;
import io.outcrop.access.examination.Scope;
import io.outcrop.cloud.client.Setting;
import io.outcrop.json.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What was asked, as far as the judgement depends on it.
///
/// @param model the model id that is called, with where it was set
/// @param region the region that is called, with where it was set
/// @param adminProfile the profile that looked at policies and keys; empty for the caller itself
/// @param endpoint where instead of AWS's own hosts; empty for AWS
/// @param at the time for which the models' lives are judged
/// @param probing what was sent
/// @param workingDirectory the folder that holds the client side's `.env`
/// @param scope how much was wanted, and as whom
/// @param profile the profile that was named to call; empty for the client side's own choice
/// @param body the caller's own request body; none for the doctor's own
public record Asked(
    Setting model,
    Setting region,
    String adminProfile,
    String endpoint,
    Instant at,
    Probing probing,
    Path workingDirectory,
    Scope scope,
    String profile,
    List<Json.Obj> body) {
  public Asked {
    body = List.copyOf(body);
  }

  /// All of it, as the caller, with the doctor's own request bodies.
  public Asked(
      Setting model,
      Setting region,
      String adminProfile,
      String endpoint,
      Instant at,
      Probing probing,
      Path workingDirectory) {
    this(
        model,
        region,
        adminProfile,
        endpoint,
        at,
        probing,
        workingDirectory,
        Scope.ALL,
        "",
        List.of());
  }

  /// The guardrail that goes with the call, if there is one.
  public Optional<NamedGuardrail> guardrail() {
    return scope.guardrail(body);
  }

  /// The same of another part, or as somebody else.
  public Asked within(Scope other) {
    return new Asked(
        model, region, adminProfile, endpoint, at, probing, workingDirectory, other, profile, body);
  }

  /// The same with other calls to the model.
  public Asked probing(Probing other) {
    return new Asked(
        model, region, adminProfile, endpoint, at, other, workingDirectory, scope, profile, body);
  }
}
