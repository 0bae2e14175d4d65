package io.outcrop.causes.signal;

import io.outcrop.aws.Arn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads refused authorisations by their parts, so that it does not matter how AWS joins them:
///
/// ```
/// User: PRINCIPAL is not authorized to perform: ACTION on resource: RESOURCE
///   because no LAYER allows the ACTION action
///   with an explicit deny in a LAYER: POLICY
/// ```
///
/// Each part may be missing, wrapped or cut off. Source: IAM User Guide, "Troubleshoot access
/// denied error messages", read 2026-11.
final class DenialReader {
  private static final String ANCHOR = "authorizedtoperform";
  private static final String ON_RESOURCE = "onresource";
  private static final int LONGEST_PRINCIPAL = 400;
  private static final int LONGEST_ACTION = 140;
  private static final int LONGEST_DENIAL = 1_500;
  private static final int MOST_DENIALS = 50;
  private static final Pattern ACTION =
      Pattern.compile("[A-Za-z0-9-]{2,40}+:[A-Za-z0-9]{3,80}+\\*?");
  private static final Pattern RESOURCE = Pattern.compile("[^\\s\"'`,;(){}\\[\\]]{1,600}+");
  private static final Pattern BEDROCKS = Pattern.compile("arn:aws[a-z-]{0,12}+:bedrock");
  private static final Pattern PRINCIPAL = Pattern.compile("[^\\s\"'`,;(){}\\[\\]]{1,400}+");

  private final Page page;
  private final String lower;

  DenialReader(Page page) {
    this.page = page;
    this.lower = page.squeezed().lower();
  }

  /// All refusals that say something else than those before.
  List<List<Signal>> read() {
    var denials = new ArrayList<List<Signal>>();
    var seen = new HashSet<List<String>>();
    var anchors = new Places(lower, ANCHOR);
    var resources = new Places(lower, ON_RESOURCE);
    var at = Math.min(anchors.from(0), resources.from(0));
    while (at < lower.length() && denials.size() < MOST_DENIALS) {
      var behind = at + (lower.startsWith(ANCHOR, at) ? ANCHOR.length() : 0);
      var rest = behind == at ? at + ON_RESOURCE.length() : skipOwnResource(behind);
      var next = Math.min(anchors.from(rest), resources.from(rest));
      var limit = Math.min(next, at + LONGEST_DENIAL);
      var denial = behind == at ? withoutAnchor(at, limit) : denial(at, behind, limit);
      if (!denial.isEmpty() && seen.add(denial.stream().map(Signal::value).toList())) {
        denials.add(denial);
      }
      at = next;
    }
    return denials;
  }

  private int skipOwnResource(int behind) {
    var resource = ownResource(behind, lower.length());
    return resource >= 0 ? resource + ON_RESOURCE.length() : behind;
  }

  /// Where the resource of the refusal stands whose action begins at `from`; -1 if it has none.
  private int ownResource(int from, int limit) {
    var end = Math.min(limit, from + LONGEST_ACTION);
    var resource = indexOf(ON_RESOURCE, from, end);
    var anchor = indexOf(ANCHOR, from, end);
    return anchor >= 0 && anchor < resource ? -1 : resource;
  }

  private List<Signal> denial(int anchor, int behind, int limit) {
    var parts = new ArrayList<Signal>();
    principal(anchor).ifPresent(parts::add);
    var from = lower.startsWith(":", behind) ? behind + 1 : behind;
    var action = action(from, limit);
    if (action.isEmpty()) {
      return List.of();
    }
    parts.add(action.get());
    var resource = ownResource(from, limit);
    if (resource >= 0) {
      resource(resource + ON_RESOURCE.length(), limit).ifPresent(parts::add);
    }
    parts.addAll(LayerReader.read(page, behind, limit));
    return parts;
  }

  /// `ACTION on resource: RESOURCE`, as people shorten it.
  private List<Signal> withoutAnchor(int at, int limit) {
    var cased = page.squeezed().cased();
    var colon = at;
    while (colon > 0 && at - colon < LONGEST_ACTION && cased.charAt(colon) != ':') {
      colon--;
    }
    var start = colon;
    while (start > 0
        && colon - start < 40
        && isServiceCharacter(cased.charAt(start - 1))
        && isNextTo(start - 1)) {
      start--;
    }
    if (ACTION.matcher(cased.substring(start, at)).matches()) {
      var parts = new ArrayList<Signal>();
      parts.add(page.squeezedSignal("action", cased.substring(start, at), start, at));
      resource(at + ON_RESOURCE.length(), limit).ifPresent(parts::add);
      parts.addAll(LayerReader.read(page, at, limit));
      return parts;
    }
    return resourceAlone(at, limit);
  }

  /// `… on resource: RESOURCE`, where the resource is one of Bedrock's.
  private List<Signal> resourceAlone(int at, int limit) {
    var parts = new ArrayList<Signal>();
    resource(at + ON_RESOURCE.length(), limit)
        .filter(resource -> BEDROCKS.matcher(resource.value()).lookingAt())
        .ifPresent(resource -> {
          parts.add(resource);
          parts.addAll(LayerReader.read(page, at, limit));
        });
    return parts;
  }

  /// Whether nothing stands between this character and the next in the clean text.
  private boolean isNextTo(int at) {
    return page.squeezed().cleanStart(at) + 1 == page.squeezed().cleanStart(at + 1);
  }

  private Optional<Signal> principal(int anchor) {
    var earliest = Math.max(0, anchor - LONGEST_PRINCIPAL);
    var user = earliest + lower.substring(earliest, anchor).lastIndexOf("user:");
    if (user < earliest) {
      return Optional.empty();
    }
    var end = lower.startsWith("isnot", anchor - 5) ? anchor - 5 : anchor - 3;
    var start = user + "user:".length();
    var words = page.unwrapped(start, end);
    return words.isEmpty() || !PRINCIPAL.matcher(words).matches()
        ? Optional.empty()
        : Optional.of(page.squeezedSignal("principal", words, start, end));
  }

  private Optional<Signal> action(int from, int limit) {
    if (from >= limit) {
      return Optional.empty();
    }
    var end =
        firstOf(
            from, Math.min(limit, from + LONGEST_ACTION), ON_RESOURCE, "because", "withexplicit");
    var words = page.unwrapped(from, end);
    if (end < limit && ACTION.matcher(words).matches()) {
      return Optional.of(page.squeezedSignal("action", words, from, end));
    }
    return word(ACTION, "action", from);
  }

  private Optional<Signal> resource(int behind, int limit) {
    var from = lower.startsWith(":", behind) ? behind + 1 : behind;
    if (from >= limit) {
      return Optional.empty();
    }
    var end = firstOf(from, limit, "becauseno", "withexplicit");
    var words = page.unwrapped(from, end);
    if (end < limit && RESOURCE.matcher(words).matches()) {
      return Optional.of(page.squeezedSignal("resource", words, from, end));
    }
    return word(RESOURCE, "resource", from).map(this::withoutStop);
  }

  /// The word of the clean text that begins at this place of the squeezed one.
  private Optional<Signal> word(Pattern pattern, String kind, int from) {
    var start = page.squeezed().cleanStart(from);
    var matcher = pattern.matcher(page.text()).region(start, page.text().length());
    return matcher.lookingAt()
        ? Optional.of(page.signal(kind, matcher.group(), matcher.start(), matcher.end()))
        : Optional.empty();
  }

  private Signal withoutStop(Signal signal) {
    var value = signal.value();
    var end = value.length();
    while (end > 1 && ".:".indexOf(value.charAt(end - 1)) >= 0) {
      end--;
    }
    var bare = value.substring(0, end);
    return Arn.parse(bare).isPresent() || !bare.equals(value)
        ? new Signal(signal.kind(), bare, signal.span())
        : signal;
  }

  private int indexOf(String word, int from, int limit) {
    return from < limit ? lower.indexOf(word, from, limit) : -1;
  }

  private static boolean isServiceCharacter(char c) {
    return c == '-' || (c < 128 && Character.isLetterOrDigit(c));
  }

  private int firstOf(int from, int limit, String... words) {
    var first = limit;
    for (var word : words) {
      var found = indexOf(word, from, first);
      first = found >= 0 ? found : first;
    }
    return first;
  }
}
