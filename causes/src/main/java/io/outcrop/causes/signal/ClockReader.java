package io.outcrop.causes.signal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads what a refused signature says of clocks, as `signing`:
///
/// ```
/// Signature expired: SIGNED is now earlier than … (SERVER - 5 min.)
/// ```
///
/// The other times of a text were written by the client's clock. Where they agree with AWS's time,
/// that clock is `clock-right`, and the request was under way for long; where they agree with the
/// time of signing, it is `clock-off`. One time of signing that was refused at several times was
/// sent again as it was: `repeated`. Hours are left out of the comparison, as logs are written in
/// any time zone; a date that stands before a time has to be near.
final class ClockReader {
  private static final Pattern REFUSED =
      Pattern.compile(
          "(?<signed>\\d{8}T\\d{6}Z)\\sis\\s(?:now\\searlier|still\\slater)\\sthan\\s\\d{8}T\\d{6}Z\\s?\\((?<server>\\d{8}T\\d{6}Z)");
  private static final Pattern TIME =
      Pattern.compile(
          "(?:(?<date>20\\d\\d-[01]\\d-[0-3]\\d)[T"
              + " ])?(?<![\\d:])\\d\\d:(?<minute>[0-5]\\d):(?<second>[0-5]\\d)(?![\\d:])");
  private static final int HOUR = 3_600;
  private static final int ALIKE = 45;
  private static final int MOST_TIMES = 200;

  /// How far before a time its header's name stands.
  private static final int HEADER = 30;

  private ClockReader() {}

  static List<Signal> read(Page page) {
    var signals = new ArrayList<Signal>();
    var text = page.text();
    if (!text.contains("is now earlier than") && !text.contains("is still later than")) {
      return signals;
    }
    var times = times(page);
    var servers = new HashMap<String, Set<String>>();
    var says = new HashSet<String>();
    var refused = REFUSED.matcher(text);
    while (refused.find() && servers.size() < MOST_TIMES) {
      var signed = refused.group("signed");
      var server = refused.group("server");
      servers.computeIfAbsent(signed, _ -> new HashSet<>()).add(server);
      compare(signed, server, times, says);
      if (servers.get(signed).size() > 1) {
        signals.add(page.signal("signing", "repeated", refused.start(), refused.end()));
      }
    }
    if (says.size() == 1) {
      var one = says.iterator().next();
      refused.reset();
      if (refused.find()) {
        signals.add(page.signal("signing", one, refused.start(), refused.end()));
      }
    }
    return signals;
  }

  /// A time that the client wrote.
  ///
  /// @param day as signatures write it; empty if no date stands before the time
  /// @param seconds of its hour
  private record Time(String day, int seconds) {
    boolean isNear(String stamp) {
      return isAlike(seconds, secondsOf(stamp))
          && (day.isEmpty() || Math.abs(dayNumber(day) - dayNumber(stamp)) <= 1);
    }

    /// Days, but for the ends of months, about which one day is as good as another.
    private static int dayNumber(String stamp) {
      return Integer.parseInt(stamp, 0, 4, 10) * 372
          + Integer.parseInt(stamp, 4, 6, 10) * 31
          + Integer.parseInt(stamp, 6, 8, 10);
    }
  }

  private static void compare(String signed, String server, List<Time> times, Set<String> says) {
    if (isAlike(secondsOf(signed), secondsOf(server))) {
      return;
    }
    for (var time : times) {
      if (time.isNear(server)) {
        says.add("clock-right");
      } else if (time.isNear(signed)) {
        says.add("clock-off");
      }
    }
  }

  /// The times that the client wrote: those of a `Date` header are AWS's.
  private static List<Time> times(Page page) {
    var times = new ArrayList<Time>();
    var matcher = TIME.matcher(page.text());
    while (matcher.find() && times.size() < MOST_TIMES) {
      var before = page.lower().substring(Math.max(0, matcher.start() - HEADER), matcher.start());
      if (!before.contains("signed")
          && !before.contains("date:")
          && !before.contains("date\":")
          && !before.contains("date':")) {
        var date = matcher.group("date");
        var day = date == null ? "" : date.replace("-", "");
        times.add(
            new Time(
                day,
                Integer.parseInt(matcher.group("minute")) * 60
                    + Integer.parseInt(matcher.group("second"))));
      }
    }
    return times;
  }

  /// The seconds within the hour of a time as signatures write it.
  private static int secondsOf(String stamp) {
    return Integer.parseInt(stamp, 11, 13, 10) * 60 + Integer.parseInt(stamp, 13, 15, 10);
  }

  private static boolean isAlike(int one, int other) {
    var apart = Math.abs(one - other);
    return Math.min(apart, HOUR - apart) <= ALIKE;
  }
}
