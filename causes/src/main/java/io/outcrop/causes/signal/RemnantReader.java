package io.outcrop.causes.signal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Reads refused authorisations of which a log or a person left only the second half; action and
/// resource are looked for around it:
///
/// ```
/// … bedrock:InvokeModel … with an explicit deny in a service control policy
/// no identity-based policy allows the bedrock:InvokeModel action
/// ```
final class RemnantReader {
  private static final Pattern SECOND_HALF =
      Pattern.compile(
          "(?<explicit>explicitdenyin)|becauseno|no(?=(?:identity-based|resource-based|servicecontrol"
              + "|resourcecontrol|session|vpcendpoint|roletrust)polic|permissionsboundar)");
  private static final Pattern ACTION =
      Pattern.compile("\\b[a-z][a-z0-9-]{1,39}+:[A-Z][A-Za-z0-9]{2,80}+\\b");
  private static final Pattern RESOURCE =
      Pattern.compile(
          "\\barn:aws[a-z-]{0,12}+:bedrock[a-z-]{0,20}+:[^\\s\"'`,;()\\[\\]{}]{3,400}+");
  private static final int LONGEST_FIRST_HALF = 400;
  private static final int LONGEST_SECOND_HALF = 200;
  private static final int MOST = 50;

  private RemnantReader() {}

  static List<List<Signal>> read(Page page) {
    var remnants = new ArrayList<List<Signal>>();
    var lower = page.squeezed().lower();
    if (!lower.contains("polic") && !lower.contains("boundar")) {
      return remnants;
    }
    var seen = new HashSet<List<String>>();
    var halves = SECOND_HALF.matcher(lower);
    var last = 0;
    while (remnants.size() < MOST && halves.find()) {
      if (halves.start() >= last) {
        var remnant = remnant(page, last, halves);
        if (!remnant.isEmpty()) {
          last = halves.end();
          if (seen.add(remnant.stream().map(Signal::value).toList())) {
            remnants.add(remnant);
          }
        }
      }
    }
    return remnants;
  }

  /// The actions that a text names anywhere, as `named-action`.
  static List<Signal> actions(Page page) {
    var signals = new ArrayList<Signal>();
    var matcher = ACTION.matcher(page.text());
    while (signals.size() < MOST && matcher.find()) {
      signals.add(page.signal("named-action", matcher.group(), matcher.start(), matcher.end()));
    }
    return signals;
  }

  private static List<Signal> remnant(Page page, int earliest, MatchResult half) {
    var limit = Math.min(page.squeezed().lower().length(), half.end() + LONGEST_SECOND_HALF);
    var explicit = page.squeezed().lower().startsWith("explicit", half.start());
    var parts =
        LayerReader.parts(
            page, explicit ? "explicit" : "implicit", half.start(), half.end(), limit);
    if (parts.stream().noneMatch(part -> part.kind().equals("layer"))) {
      return List.of();
    }
    var from = page.squeezed().cleanStart(Math.max(earliest, half.start() - LONGEST_FIRST_HALF));
    var middle = page.squeezed().cleanStart(half.start());
    var to = page.squeezed().cleanEnd(limit);
    last(page, ACTION, from, middle)
        .or(() -> first(page, ACTION, middle, to))
        .ifPresent(found -> parts.add(signal(page, "action", found)));
    last(page, RESOURCE, from, middle)
        .or(() -> first(page, RESOURCE, middle, to))
        .ifPresent(found -> parts.add(signal(page, "resource", found)));
    return parts;
  }

  private static Signal signal(Page page, String kind, MatchResult found) {
    return page.signal(kind, found.group(), found.start(), found.end());
  }

  private static Optional<MatchResult> first(Page page, Pattern pattern, int from, int to) {
    return pattern.matcher(page.text()).region(from, to).results().findFirst();
  }

  private static Optional<MatchResult> last(Page page, Pattern pattern, int from, int to) {
    return pattern.matcher(page.text()).region(from, to).results().reduce((_, next) -> next);
  }
}
