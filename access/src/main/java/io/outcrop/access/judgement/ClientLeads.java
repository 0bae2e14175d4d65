package io.outcrop.access.judgement;

import io.outcrop.access.evidence.Observations;
import io.outcrop.access.evidence.Sources;
import io.outcrop.access.examination.Evidence;
import io.outcrop.access.prediction.ClientPrediction;
import io.outcrop.causes.Confidence;
import io.outcrop.cloud.client.UserClient;
import io.outcrop.cloud.client.UserClient.Habit;
import io.outcrop.cloud.credentials.SourceTried;
import io.outcrop.cloud.credentials.Trouble;
import io.outcrop.cloud.inspection.Hint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What keeps a call from being sent at all, or from being sent as it is meant.
final class ClientLeads {
  private ClientLeads() {}

  static List<Lead> of(Observations seen) {
    var leads = new ArrayList<Lead>();
    if (!seen.sources().found()) {
      leads.add(noCredentials(seen.sources()));
    }
    var misnamed = whyUnreached(seen);
    if (seen.reached().seen().isEmpty() && seen.identity().seen().isEmpty()) {
      leads.addAll(misnamed);
    }
    if (!seen.asked().region().isSet() && misnamed.isEmpty()) {
      leads.add(noRegion(seen.sources()));
    }
    if (!seen.asked().region().isSet()) {
      // Nothing is called and nothing else foreseen: what the key's characters say shows next.
      ClientPrediction.of(seen.sources()).stream().map(Lead::predicted).forEach(leads::add);
    }
    hints(seen.sources(), Hint.Kind.TRUST_FILE_UNUSABLE)
        .map(hint -> lead("tls-ca-bundle-missing", Confidence.LIKELY, hint))
        .forEach(leads::add);
    leads.addAll(sentAsItIs(seen.sources()));
    return leads;
  }

  /// What on the client side explains that nothing could be reached: a region that is none.
  static List<Lead> whyUnreached(Observations seen) {
    return hints(seen.sources(), Hint.Kind.REGION_UNKNOWN)
        .map(hint -> lead("region-name-invalid", Confidence.LIKELY, hint))
        .toList();
  }

  /// `leads` as they are, unless the first is that the policies of a named profile allow nothing,
  /// while keys stand beside it that the client passed over: then that profile is the reason.
  static List<Lead> asSomebodyElse(Observations seen, List<Lead> leads) {
    var beside = hints(seen.sources(), Hint.Kind.PROFILE_BESIDE_KEYS).findFirst();
    if (leads.isEmpty()
        || beside.isEmpty()
        || !seen.sources().winner().startsWith("profile ")
        || !Gates.denialShape(leads.getFirst().slug()).equals("identity implicit")) {
      return leads;
    }
    var evidence = new ArrayList<>(leads.getFirst().evidence());
    evidence.add(new Evidence("read", beside.get().text(), beside.get().place()));
    var profile =
        new Lead(
            "env-profile-overrides-keys",
            Confidence.LIKELY,
            beside.get().text(),
            evidence,
            Optional.empty());
    return Stream.concat(Stream.of(profile), leads.stream().skip(1)).toList();
  }

  /// Whether AWS says that the signature is for no region: what else is predicted for one that does
  /// not exist means nothing.
  static boolean isScopedToNoRegion(CallAnswer plain) {
    return plain instanceof CallAnswer.Refused refused
        && refused.diagnoses().stream()
            .anyMatch(one -> one.cause().slug().equals("signature-wrong-region-scope"));
  }

  /// Whether the call was refused at an endpoint of one's own, which may take a region that AWS
  /// does not have: then the refusal says nothing for the region.
  static boolean isOnlySaidByEndpoint(Observations seen, CallAnswer plain) {
    return !seen.asked().endpoint().isEmpty() && plain instanceof CallAnswer.Refused;
  }

  private static Lead noCredentials(Sources sources) {
    var evidence = evidence(sources);
    var broken =
        sources.tried().stream().filter(source -> !slug(source.trouble()).isEmpty()).findFirst();
    if (broken.isEmpty()) {
      return lead("no-credentials", "no credential source has credentials", evidence);
    }
    var source = broken.get();
    var slug = slug(source.trouble());
    return source.trouble() == Trouble.PROFILE_MISSING && !sources.missingProfile().isEmpty()
        ? lead(
            slug, "the profile `%s` does not exist".formatted(sources.missingProfile()), evidence)
        : lead(slug, source.name() + ": " + source.why(), evidence);
  }

  private static List<Evidence> evidence(Sources sources) {
    var evidence =
        sources.tried().stream()
            .filter(source -> source.outcome() != SourceTried.Outcome.SKIPPED)
            .map(source -> new Evidence("read", source.why(), source.name()))
            .toList();
    return evidence.isEmpty()
        ? List.of(new Evidence("read", "no source was asked", "client side"))
        : evidence;
  }

  private static String slug(Trouble trouble) {
    return switch (trouble) {
      case ID_MISSING, SECRET_MISSING, ROLE_MISSING, ROLE_SOURCE_MISSING -> "partial-credentials";
      case PROFILE_MISSING, HEADING_WRONG -> "profile-not-found";
      case FILE_REFUSED, PROFILE_CONTRADICTS -> "config-file-unreadable";
      case SSO_MISSING -> "sso-token-missing";
      case SSO_ENDED -> "sso-token-expired";
      case LOGIN_ENDED -> "login-session-expired";
      case PROCESS_MISSING -> "credential-process-failed";
      case MFA_WANTED -> "mfa-code-rejected";
      case TOKEN_MISSING -> "web-identity-token-missing";
      case TOKEN_ENDED -> "web-identity-token-rejected";
      case CONTAINER_UNUSABLE -> "container-credentials-failed";
      case INSTANCE_SILENT -> "imds-unreachable";
      case NONE, ENV_FILE_IGNORED, NOT_IN_A_WORLD -> "";
    };
  }

  private static Lead noRegion(Sources sources) {
    var client = sources.userClient();
    var sentence =
        client.isSaid()
            ? "no region is set where %s looks: %s and the profile's `region`%s"
                .formatted(
                    client.name(), quoted(client.regionVariables()), elsewhere(client, sources))
            : "no region is set: neither an option, nor `AWS_REGION`, nor the profile";
    return lead("no-region", sentence, List.of(new Evidence("read", sentence, "client side")));
  }

  /// The variable that is set, and that the client does not read.
  private static String elsewhere(UserClient client, Sources sources) {
    return sources.regions().stream()
        .filter(setting -> !client.regionVariables().contains(setting.name()))
        .findFirst()
        .map(setting -> "; `%s` is (%s)".formatted(setting.name(), setting.whence()))
        .orElse("");
  }

  /// What the Java SDK, by which we call, cuts off, and the user's client sends.
  private static List<Lead> sentAsItIs(Sources sources) {
    var client = sources.userClient();
    var variables = sources.winner().equals("environment") || sources.winner().equals(".env");
    if (!client.isSaid() || client.has(Habit.CUTS_SPACE) || !variables) {
      return List.of();
    }
    var key =
        hints(sources, Hint.Kind.STRAY_IN_KEY)
            .filter(hint -> hint.place().equals(sources.winner()))
            .map(hint -> lead("credentials-invalid", Confidence.LIKELY, hint));
    var secret =
        hints(sources, Hint.Kind.STRAY_IN_SECRET)
            .filter(hint -> hint.place().equals(sources.winner()))
            .map(hint -> lead("signature-wrong-secret-key", Confidence.LIKELY, hint));
    return Stream.concat(key, secret).limit(1).toList();
  }

  private static Stream<Hint> hints(Sources sources, Hint.Kind kind) {
    return sources.hints().stream().filter(hint -> hint.kind() == kind);
  }

  private static String quoted(List<String> names) {
    return String.join(", ", names.stream().map(name -> "`" + name + "`").toList());
  }

  private static Lead lead(String slug, Confidence confidence, Hint hint) {
    return new Lead(
        slug,
        confidence,
        hint.text(),
        List.of(new Evidence("read", hint.text(), hint.place())),
        Optional.empty());
  }

  private static Lead lead(String slug, String sentence, List<Evidence> evidence) {
    return new Lead(slug, Confidence.CERTAIN, sentence, evidence, Optional.empty());
  }
}
