package io.outcrop.causes.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads every region by its name, wherever it stands (`named-region`), and those that a program
/// chooses in the spelling of its SDK (`region`), by which they are called:
///
/// ```
/// Region.AP_SOUTHEAST_1   RegionEndpoint.EUCentral1   Region::UsEast1   Region.of("eu-west-1")
/// ```
final class RegionReader {
  private static final String AREA = "(?<area>us|eu|ap|ca|sa|me|af|il|mx|cn)";
  private static final String SIDE =
      "(?<side>northeast|northwest|southeast|southwest|north|south|east|west|central)";

  private static final Pattern NAME =
      Pattern.compile(AREA + "-(?:gov-)?" + SIDE + "-[1-9](?![0-9])");
  private static final int LONGEST_NAME = 14;

  private static final Pattern CHOSEN =
      Pattern.compile(
          "region(?:s|endpoint)?(?:\\.|::)(?:[a-z_]{2,30}+\\(\\s?[\"'](?<name>[a-z-]{5,16}+\\d)[\"']|"
              + AREA
              + "_?(?<gov>gov)?(?:cloud)?_?"
              + SIDE
              + "_?(?<number>[1-9])(?![a-z0-9_]))");

  private RegionReader() {}

  static List<Signal> read(Page page) {
    var signals = new ArrayList<Signal>();
    named(page, signals);
    chosen(page, signals);
    return signals;
  }

  private static void named(Page page, List<Signal> signals) {
    var text = page.text();
    var matcher = Letters.matcher(NAME, text);
    for (var end : List.of("st-", "th-", "central-")) {
      for (var at = text.indexOf(end); at >= 0; at = text.indexOf(end, at + 1)) {
        var start = at;
        while (start > 0 && at - start < LONGEST_NAME && isOfName(text.charAt(start - 1))) {
          start--;
        }
        if (Letters.matchesAt(matcher, start, text.length())) {
          signals.add(page.signal("named-region", matcher.group(), start, matcher.end()));
        }
      }
    }
  }

  private static boolean isOfName(char c) {
    return c == '-' || (c >= 'a' && c <= 'z');
  }

  private static void chosen(Page page, List<Signal> signals) {
    var lower = page.lower();
    var matcher = Letters.matcher(CHOSEN, lower);
    for (var at = lower.indexOf("region"); at >= 0; at = lower.indexOf("region", at + 1)) {
      if (Letters.matchesAt(matcher, at, lower.length())) {
        signals.add(page.signal("region", name(matcher), at, matcher.end()));
      }
    }
  }

  private static String name(Matcher chosen) {
    return chosen.group("name") != null
        ? chosen.group("name")
        : String.join(
                "-",
                chosen.group("area"),
                chosen.group("gov") == null ? "" : chosen.group("gov"),
                chosen.group("side"),
                chosen.group("number"))
            .replace("--", "-")
            .toLowerCase(Locale.ROOT);
  }
}
