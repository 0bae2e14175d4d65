package io.outcrop.sandbox.throttle;

import io.outcrop.sandbox.trace.ModelUse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Keeps account of what was used of quotas, and admits calls as long as there is something left.
/// Safe for many threads. A minute's use is forgotten when the process ends; a day's is asked of
/// the [Past].
public final class Throttle {
  private final ReentrantLock lock = new ReentrantLock();
  private final Burndown burndown = Burndown.shipped();
  private final Map<String, Minute> requests = new HashMap<>();
  private final Map<String, Minute> tokens = new HashMap<>();
  private final Map<String, Day> days = new HashMap<>();
  private final Map<String, Admission> pending = new HashMap<>();
  private final Past past;

  /// Nothing used yet in this minute; today as `past` knows.
  public Throttle(Past past) {
    this.past = past;
  }

  /// What was used before this process began.
  @FunctionalInterface
  public interface Past {
    /// How many tokens of its quota `account` used in `region` in the day from `from` on.
    long tokens(String account, String region, Instant from);
  }

  /// Which quota a call would go over, in AWS's words. Source: the sentences as seen by others in
  /// 2025 and 2026; that a day is looked at first is unverified, as is what comes after it.
  public enum Excess {
    TOKENS_PER_DAY("Too many tokens per day, please wait before trying again."),
    REQUESTS("Too many requests, please wait before trying again."),
    TOKENS("Too many tokens, please wait before trying again.");

    private final String sentence;

    Excess(String sentence) {
      this.sentence = sentence;
    }

    /// What AWS says.
    public String sentence() {
      return sentence;
    }
  }

  private static final class Day {
    final LocalDate date;
    long used;

    Day(LocalDate date, long used) {
      this.date = date;
      this.used = used;
    }
  }

  private record Admission(Asked asked, Instant at) {
    LocalDate date() {
      return Throttle.date(at);
    }
  }

  /// Admits a call and reserves what it asks for, or says which quota does not let it in. A call
  /// that was admitted and is not over is admitted again, and reserves nothing more.
  public Optional<Excess> admit(Asked asked, Limits limits, Instant now) {
    lock.lock();
    try {
      if (pending.containsKey(asked.requestId())) {
        return Optional.empty();
      }
      var excess = excess(asked, limits, now);
      if (excess.isEmpty()) {
        var admission = new Admission(asked, now);
        pending.put(asked.requestId(), admission);
        book(admission, 1, asked.tokens());
      }
      return excess;
    } finally {
      lock.unlock();
    }
  }

  private Optional<Excess> excess(Asked asked, Limits limits, Instant now) {
    var second = now.getEpochSecond();
    if (isOver(limits.tokensPerDay(), day(asked, now).used, asked.tokens())) {
      return Optional.of(Excess.TOKENS_PER_DAY);
    }
    if (isOver(limits.requestsPerMinute(), minute(requests, asked).sum(second), 1)) {
      return Optional.of(Excess.REQUESTS);
    }
    return isOver(limits.tokensPerMinute(), minute(tokens, asked).sum(second), asked.tokens())
        ? Optional.of(Excess.TOKENS)
        : Optional.empty();
  }

  private static boolean isOver(long limit, long used, long more) {
    return limit != Limits.NONE && (limit == 0 || more > limit - used);
  }

  /// An admitted call is over and used this: what was reserved is given back, what was used is
  /// counted in its place.
  ///
  /// @return how many tokens of the quotas that is
  public long settle(String requestId, ModelUse use) {
    var counted = burndown.counted(use.route().modelId(), use.tokens());
    lock.lock();
    try {
      var admission = pending.remove(requestId);
      if (admission != null) {
        book(admission, 0, counted - admission.asked().tokens());
      }
      return counted;
    } finally {
      lock.unlock();
    }
  }

  /// A call that may have been admitted was refused after all, and counts for nothing.
  public void release(String requestId) {
    lock.lock();
    try {
      var admission = pending.remove(requestId);
      if (admission != null) {
        book(admission, -1, -admission.asked().tokens());
      }
    } finally {
      lock.unlock();
    }
  }

  /// Forgets what was used: the past is another one now.
  public void forget() {
    lock.lock();
    try {
      requests.clear();
      tokens.clear();
      days.clear();
      pending.clear();
    } finally {
      lock.unlock();
    }
  }

  private void book(Admission admission, long count, long amount) {
    var asked = admission.asked();
    var second = admission.at().getEpochSecond();
    minute(requests, asked).add(second, count);
    minute(tokens, asked).add(second, amount);
    var day = days.get(asked.dayKey());
    if (day != null && day.date.equals(admission.date())) {
      day.used += amount;
    }
  }

  private static Minute minute(Map<String, Minute> minutes, Asked asked) {
    return minutes.computeIfAbsent(asked.minuteKey(), _ -> new Minute());
  }

  private Day day(Asked asked, Instant now) {
    var today = date(now);
    var known = days.get(asked.dayKey());
    if (known != null && known.date.equals(today)) {
      return known;
    }
    var begin = today.atStartOfDay(ZoneOffset.UTC).toInstant();
    var day = new Day(today, past.tokens(asked.account(), asked.route().region(), begin));
    days.put(asked.dayKey(), day);
    return day;
  }

  private static LocalDate date(Instant at) {
    return at.atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
