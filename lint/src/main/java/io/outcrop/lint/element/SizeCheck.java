package io.outcrop.lint.element;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.Subject;

/// Sizes, counted as AWS counts them: white space outside strings is free for IAM policies and not
/// for policies of organizations and endpoints. Source: IAM User Guide, "IAM and AWS STS quotas";
/// Organizations User Guide, "Quotas"; read 2026-11.
final class SizeCheck implements Check {
  private static final int MANAGED = 6_144;
  private static final int INLINE_USER = 2_048;
  private static final int TRUST_DEFAULT = 2_048;
  private static final int TRUST_MOST = 8_192;
  private static final int SESSION = 2_048;
  private static final int ORGANIZATION = 5_120;
  private static final int ENDPOINT = 20_480;
  private static final int RESOURCE = 20_480;

  @Override
  public void check(Subject subject, Findings findings) {
    var whole = subject.text().length();
    var bare = withoutWhiteSpace(subject.text());
    switch (subject.kind()) {
      case IDENTITY -> {
        limit(bare, MANAGED, "a managed policy", subject, findings);
        if (bare > INLINE_USER && bare <= MANAGED) {
          findings.add(
              "too-long-for-inline",
              subject.place(),
              "length",
              "" + bare,
              "places",
              bare > 5_120 ? "users or groups" : "users");
        }
      }
      case BOUNDARY -> limit(bare, MANAGED, "a permissions boundary", subject, findings);
      case SESSION -> limit(bare, SESSION, "session policies together", subject, findings);
      case TRUST -> {
        limit(bare, TRUST_MOST, "a trust policy", subject, findings);
        if (bare > TRUST_DEFAULT && bare <= TRUST_MOST) {
          findings.add("trust-policy-over-quota", subject.place(), "length", "" + bare);
        }
      }
      case SCP, RCP -> organization(whole, bare, subject, findings);
      case ENDPOINT -> limit(whole, ENDPOINT, "an endpoint policy", subject, findings);
      case RESOURCE ->
          limit(bare, RESOURCE, "a resource policy of most services", subject, findings);
    }
  }

  private static void organization(int whole, int bare, Subject subject, Findings findings) {
    var what = subject.kind() == PolicyKind.SCP ? "an SCP" : "an RCP";
    limit(bare, ORGANIZATION, what, subject, findings);
    if (whole > ORGANIZATION && bare <= ORGANIZATION) {
      findings.add(
          "white-space-over-limit",
          subject.place(),
          "length",
          "" + whole,
          "bare",
          "" + bare,
          "limit",
          "" + ORGANIZATION);
    }
  }

  private static void limit(
      int length, int limit, String what, Subject subject, Findings findings) {
    if (length > limit) {
      findings.add(
          "too-long", subject.place(), "length", "" + length, "limit", "" + limit, "what", what);
    } else if (length * 10 > limit * 9) {
      findings.add(
          "nearly-too-long",
          subject.place(),
          "length",
          "" + length,
          "limit",
          "" + limit,
          "what",
          what);
    }
  }

  private static int withoutWhiteSpace(String text) {
    var count = 0;
    var inside = false;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '"') {
        inside = !inside;
      }
      if (inside && c == '\\') {
        count++;
        i++;
      }
      if (inside || !Character.isWhitespace(c)) {
        count++;
      }
    }
    return count;
  }
}
