package io.outcrop.access.cure;

import io.outcrop.access.examination.Cure;
import io.outcrop.access.prediction.Circumstance;
import io.outcrop.access.prediction.DenialWords;
import io.outcrop.causes.catalogue.Cause.Applicability;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// How a person meets the conditions that a policy puts on the way a call is made. Whoever wrote
/// one wants calls to be made so: nothing here grants or narrows around it.
final class MeetingCures {
  private MeetingCures() {}

  /// One cure for each condition.
  static List<Cure> of(List<Circumstance> circumstances) {
    return circumstances.stream()
        .map(one ->
            new Cure(Applicability.NEEDS_VALUES, title(one), List.of(), commands(one), effect(one)))
        .distinct()
        .toList();
  }

  private static String title(Circumstance one) {
    var condition = one.condition();
    var written =
        "%s %s %s"
            .formatted(condition.operator(), condition.key(), String.join(" or ", one.values()));
    return "%s: the condition `%s` of %s has to %s"
        .formatted(
            way(condition.key().toLowerCase(Locale.ROOT)),
            written,
            DenialWords.statement(one.statement()),
            one.isWanted() ? "hold" : "hold no longer");
  }

  /// What to do about a key. Source: IAM User Guide, "AWS global condition context keys"; Service
  /// Authorization Reference, "Condition keys for Amazon Bedrock", read 2026-11.
  private static String way(String key) {
    if (key.startsWith("aws:principaltag/")) {
      return "call as a principal whose tag `%s` fits"
          .formatted(key.substring(key.indexOf('/') + 1));
    }
    return switch (key) {
      case "aws:multifactorauthpresent", "aws:multifactorauthage" ->
          "sign in with MFA and call with that session";
      case "bedrock:guardrailidentifier" -> "send the guardrail that is asked for with the call";
      case "aws:sourceip", "aws:vpcsourceip" -> "call from an address that fits";
      case "aws:sourcevpc", "aws:sourcevpce" -> "call through the network that is asked for";
      case "aws:currenttime", "aws:epochtime" -> "call at a time that fits";
      case "aws:tokenissuetime" -> "call with a session that was made at a time that fits";
      case "aws:useragent" -> "call with the client that is asked for";
      case "aws:securetransport" -> "call over TLS";
      case "aws:principalarn", "aws:username", "aws:userid" -> "call as a principal that fits";
      default -> "make the call so that it fits";
    };
  }

  private static final Set<String> MFA =
      Set.of("aws:multifactorauthpresent", "aws:multifactorauthage");

  private static List<String> commands(Circumstance one) {
    return MFA.contains(one.condition().key().toLowerCase(Locale.ROOT))
        ? List.of("aws sts get-session-token --serial-number <mfa-device> --token-code <code>")
        : List.of();
  }

  private static String effect(Circumstance one) {
    return "changes no policy; the call brings %s now. Who thinks the condition wrong asks whoever wrote it: `fix` grants and narrows nothing around it"
        .formatted(one.brought());
  }
}
