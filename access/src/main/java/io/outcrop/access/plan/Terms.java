package io.outcrop.access.plan;

import io.outcrop.access.examination.Examination;
import io.outcrop.aws.Arn;
import java.time.Duration;
import java.time.Instant;

/// What a plan was made for, and how long it may be applied: policies, offers and the model's life
/// go on meanwhile.
///
/// @param made when it was made
/// @param expires when it may not be applied any more
/// @param account the account that it changes; empty if it changes none
/// @param principal the ARN of who makes the call; empty if nobody could be asked
/// @param model the model id that is called; empty if none was named
/// @param region the region that is called; empty if none was found
/// @param actor who makes the changes, in words
public record Terms(
    Instant made,
    Instant expires,
    String account,
    String principal,
    String model,
    String region,
    String actor) {

  /// Whether it may not be applied any more at `now`.
  public boolean hasExpired(Instant now) {
    return now.isAfter(expires);
  }

  /// The terms of a plan for what `examination` found.
  public static Terms of(Examination examination, Instant now, Duration lifetime, String actor) {
    var subject = examination.subject();
    return new Terms(
        now,
        now.plus(lifetime),
        Arn.parse(subject.principal()).map(Arn::account).orElse(""),
        subject.principal(),
        subject.model(),
        subject.region(),
        actor);
  }
}
