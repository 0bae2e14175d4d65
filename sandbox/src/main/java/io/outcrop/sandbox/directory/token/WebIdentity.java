package io.outcrop.sandbox.directory.token;

import io.outcrop.aws.Principal;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Tags;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.realm.Directory;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.Session;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.OpenOperation.Arrival;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// AssumeRoleWithWebIdentity: a token of an OpenID Connect provider that the role's account has.
/// AWS asks the provider for its keys; here they are what the world says. Source: AWS STS API
/// Reference, "AssumeRoleWithWebIdentity", read 2026-11.
final class WebIdentity {
  private static final Duration LONGEST = Duration.ofHours(12);
  private static final int LONGEST_NAME = 64;
  private static final String ACTION = "sts:AssumeRoleWithWebIdentity";

  private final SessionPolicies policies;
  private final Sessions sessions;

  WebIdentity(SessionPolicies policies, Sessions sessions) {
    this.policies = policies;
    this.sessions = sessions;
  }

  Reply answer(Arrival arrival) {
    var input = SessionInput.of(arrival.call());
    var duration = input.duration().orElse(Identity.Role.Settings.USUAL.longest());
    var wrong =
        Wrong.name("roleSessionName", input.text("RoleSessionName"), LONGEST_NAME)
            .or(() -> Wrong.duration(duration, LONGEST));
    if (wrong.isPresent()) {
      return wrong.get();
    }
    var token = WebToken.parse(input.text("WebIdentityToken"));
    if (token.isEmpty()) {
      return invalid(
          "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access"
              + " Token)");
    }
    var found = AssumeRole.find(arrival.world().realm(), input.text("RoleArn"));
    if (found.isEmpty()) {
      return denied();
    }
    var issuer = token.get().claim("iss");
    var provider = provider(found.get(), issuer);
    if (provider.isEmpty()) {
      return invalid("No OpenIDConnect provider found in your account for " + issuer);
    }
    return untrue(arrival, provider.get(), token.get())
        .or(() -> notTrusted(arrival, found.get(), provider.get(), token.get()))
        .or(() ->
            duration.compareTo(found.get().role().settings().longest()) > 0
                ? Optional.of(
                    Faults.said(
                        400,
                        "ValidationError",
                        "The requested DurationSeconds exceeds the MaxSessionDuration set for this"
                            + " role."))
                : Optional.empty())
        .<Reply>map(refused -> refused)
        .orElseGet(() -> issue(arrival, found.get(), provider.get(), token.get(), duration));
  }

  private static Optional<Directory.Provider> provider(AssumeRole.Found found, String issuer) {
    var name = issuer.replaceFirst("^https://", "").replaceFirst("/$", "");
    return found.owner().directory().providers().values().stream()
        .filter(provider -> provider.kind() == Directory.Provider.Kind.OIDC)
        .filter(provider -> provider.name().equals(name))
        .findFirst();
  }

  private static Reply.Fault invalid(String message) {
    return Faults.said(400, "InvalidIdentityToken", message);
  }

  private static Reply.Fault denied() {
    return Faults.accessDenied("sts", "Not authorized to perform " + ACTION);
  }

  private static Optional<Reply.Fault> untrue(
      Arrival arrival, Directory.Provider provider, WebToken token) {
    if (provider.document().isEmpty()) {
      return Optional.of(
          invalid(
              "Couldn't retrieve verification key from your identity provider,  please reference"
                  + " AssumeRoleWithWebIdentity documentation for requirements"));
    }
    if (!token.isSignedBy(provider.document())) {
      return Optional.of(invalid("Token signature invalid"));
    }
    if (token.audiences().stream().noneMatch(provider.audiences()::contains)) {
      return Optional.of(invalid("Incorrect token audience"));
    }
    var ends = token.ends();
    return ends.isPresent() && ends.get().isAfter(arrival.now())
        ? Optional.empty()
        : Optional.of(
            Faults.said(
                400,
                "ExpiredTokenException",
                "Token expired: current date/time %d must be before the expiration date/time %d"
                    .formatted(
                        arrival.now().getEpochSecond(),
                        ends.map(end -> end.getEpochSecond()).orElse(0L))));
  }

  private static Optional<Reply.Fault> notTrusted(
      Arrival arrival, AssumeRole.Found found, Directory.Provider provider, WebToken token) {
    var keys = new LinkedHashMap<String, String>();
    keys.put("sts:RoleSessionName", arrival.text("RoleSessionName"));
    keys.put("aws:FederatedProvider", provider.arn());
    keys.put(provider.name() + ":sub", token.claim("sub"));
    keys.put(provider.name() + ":aud", audience(provider, token));
    keys.putAll(Tags.ofResource(ACTION, found.role().tags()));
    var wish = new Guard.Wish(ACTION, arrival.text("RoleArn"), keys, Map.of());
    var decision =
        arrival
            .guard()
            .decideTrust(
                new Principal.WebIdentity(provider.arn()),
                arrival.call(),
                arrival.now(),
                found.owner(),
                found.role(),
                wish);
    return decision.isAllowed() ? Optional.empty() : Optional.of(denied());
  }

  /// The audience that the provider and the token have in common.
  private static String audience(Directory.Provider provider, WebToken token) {
    return token.audiences().stream().filter(provider.audiences()::contains).findFirst().orElse("");
  }

  private Reply issue(
      Arrival arrival,
      AssumeRole.Found found,
      Directory.Provider provider,
      WebToken token,
      Duration duration) {
    var input = SessionInput.of(arrival.call());
    return switch (policies.read(input, found.owner())) {
      case SessionPolicies.Reading.Refused(Reply.Fault fault) -> fault;
      case SessionPolicies.Reading.Read(var inline, var arns, var packed) -> {
        var wanted =
            new Sessions.Wanted(
                found.owner(), found.role(), input.text("RoleSessionName"), duration);
        var terms =
            new Session.Terms(
                inline, arns, Map.of(), List.of(), "", provider.arn(), false, arrival.now());
        var session = sessions.ofRole(arrival.world(), arrival.now(), wanted, terms);
        yield Sessions.shown(
            wanted,
            session,
            packed,
            "SubjectFromWebIdentityToken",
            token.claim("sub"),
            "Provider",
            provider.arn(),
            "Audience",
            audience(provider, token));
      }
    };
  }
}
