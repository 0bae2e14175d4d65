package io.outcrop.sandbox.control;

import io.outcrop.aws.Arn;
import io.outcrop.sandbox.realm.Guardrail;
import io.outcrop.sandbox.realm.Realm;
import io.outcrop.sandbox.visit.Visit;
import java.util.Map;
import java.util.Optional;

/// A guardrail as a call names it.
///
/// @param arn its ARN; an id is one of the caller's in the called region
/// @param id without the ARN around it
public record GuardrailReference(String arn, String id) {
  /// What `identifier`, an id or an ARN, means in `visit`.
  public static GuardrailReference of(Visit visit, String identifier) {
    return identifier.startsWith("arn:")
        ? new GuardrailReference(
            identifier, Arn.parse(identifier).map(Arn::resourceId).orElse(identifier))
        : new GuardrailReference(
            "arn:aws:bedrock:%s:%s:guardrail/%s"
                .formatted(visit.region(), visit.account().id(), identifier),
            identifier);
  }

  /// The guardrail, of whatever account and region it is.
  public Optional<Guardrail> in(Realm realm) {
    return Arn.parse(arn)
        .filter(named -> named.resourceType().equals("guardrail"))
        .flatMap(named ->
            realm
                .account(named.account())
                .flatMap(
                    owner -> owner.standing().in(named.region()).guardrail(named.resourceId())));
  }

  /// The guardrail, if it is the caller's own and in the called region.
  Optional<Guardrail> own(Visit visit) {
    return Arn.parse(arn)
        .filter(named ->
            named.account().equals(visit.account().id()) && named.region().equals(visit.region()))
        .flatMap(_ -> in(visit.realm()));
  }

  /// The condition keys of the guardrail's tags.
  Map<String, String> tags(Visit visit) {
    return own(visit).map(guardrail -> Tags.attached(guardrail.tags())).orElse(Map.of());
  }
}
