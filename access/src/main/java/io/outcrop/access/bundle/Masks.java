package io.outcrop.access.bundle;

import io.outcrop.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Hides account ids, names in ARNs, values of tags, e-mail addresses and the folder of the client
/// side in a whole bundle. The same name gets the same stand-in everywhere, and a stand-in is again
/// a name of the same shape, so that policies still match what they matched. What AWS itself names
/// stays.
final class Masks {
  private static final Pattern ACCOUNT =
      Pattern.compile("(?<![0-9A-Za-z])[0-9]{12}(?![0-9A-Za-z])");

  /// The id by which AWS's evaluation of a denial can be read.
  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "(?i)(authorization id: ?|authorization-details/)([0-9a-z]{4})[0-9a-z]{4,256}");

  private static final Pattern MAIL =
      Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63})+");
  private static final Pattern UNIQUE_ID =
      Pattern.compile("\\b(AIDA|AROA|AGPA|ANPA|AIPA|ANVA)[A-Z0-9]{8,124}\\b");

  /// An ARN of something that people name: its type and the rest.
  private static final Pattern NAMED =
      Pattern.compile(
          "(arn:aws[a-z-]*:(?:iam|sts|organizations|bedrock|bedrock-mantle|lambda|secretsmanager|sso)"
              + ":[a-z0-9*-]*:(?:[0-9]{12}|\\*):)([a-z-]+)([/:])([^\\s\"'`,;)\\\\]+)");

  /// An ARN of another service: what it is, where it says so, and the rest. What EC2 has, AWS
  /// named.
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "(arn:aws[a-z-]*:(?!(?:iam|sts|organizations|bedrock|bedrock-mantle|lambda|secretsmanager"
              + "|sso|ec2):)[a-z0-9-]+:[a-z0-9*-]*:(?:[0-9]{12}|\\*)?:)"
              + "((?:(?<!:s3:::)[a-z-]+[/:])?)([^\\s\"'`,;)\\\\]+)");

  /// What a policy or a principal says of a tag: its key, and what stands behind that.
  private static final Pattern TAG =
      Pattern.compile(
          "(aws:(?:Principal|Resource|Request)Tag/[^\"\\\\]+\"\\s*:\\s*)"
              + "(\"[^\"\\\\]*\"|\\[[^\\]]*])");

  private static final Pattern TAG_KEY =
      Pattern.compile("aws:(?:Principal|Resource|Request)Tag/.+");

  /// One value behind a tag's key; what stands in `${}` is a variable.
  private static final Pattern TAG_VALUE = Pattern.compile("(?<=\")[^\"\\\\$]+(?=\")");

  private static final Set<String> AWS_OWN = Set.of("foundation-model", "inference-profile");

  /// Words of AWS and of every day, which a name alone in a sentence is not told from.
  private static final Set<String> EVERYDAY =
      Set.of(
          "access",
          "account",
          "admin",
          "anthropic",
          "bedrock",
          "caller",
          "claude",
          "default",
          "environment",
          "iam",
          "invoke",
          "model",
          "models",
          "organization",
          "policies",
          "policy",
          "profile",
          "region",
          "role",
          "root",
          "session",
          "service",
          "sts",
          "user",
          "world");

  private final Names names;
  private final Map<String, String> accounts = new LinkedHashMap<>();
  private final Map<String, String> ids = new LinkedHashMap<>();
  private final String folder;
  private final String around;
  private final Pattern alone;

  private Masks(Json.Obj bundle) {
    var found = new TreeSet<String>();
    var text = bundle.toString();
    NAMED
        .matcher(text)
        .results()
        .filter(match -> !AWS_OWN.contains(match.group(2)))
        .forEach(match -> found.addAll(Names.parts(match.group(4))));
    MAIL.matcher(text).results().map(MatchResult::group).forEach(found::add);
    Texts.ofMember(bundle, "owner", found);
    var tagged = new TreeSet<String>(found);
    Texts.all(
        bundle,
        (member, value) ->
            tagged.addAll(TAG_KEY.matcher(member).matches() ? List.of(value) : tagValues(value)));
    this.names = new Names(found, tagged);
    this.folder = Texts.folder(bundle);
    this.around = around(folder);
    this.alone = alone(found);
  }

  /// `bundle` with all that hidden.
  static Json.Obj over(Json.Obj bundle) {
    var masks = new Masks(bundle);
    return (Json.Obj)
        Texts.map(
            bundle,
            (member, value) ->
                TAG_KEY.matcher(member).matches() ? masks.names.mask(value) : masks.apply(value));
  }

  /// The folder around it, where the client side's other files are; empty if that is one that
  /// everybody has.
  private static String around(String folder) {
    var end = folder.lastIndexOf('/');
    return end > 0 && folder.lastIndexOf('/', end - 1) > 0 ? folder.substring(0, end) : "";
  }

  private static Pattern alone(Set<String> found) {
    var words =
        found.stream()
            .filter(name -> name.length() > 1 && !EVERYDAY.contains(name))
            .filter(name -> !Names.isPattern(name))
            .sorted((a, b) -> b.length() - a.length())
            .map(Pattern::quote)
            .toList();
    return words.isEmpty()
        ? Pattern.compile("(?!)")
        : Pattern.compile("(?<![\\w.@-])(?:" + String.join("|", words) + ")(?![\\w@-]|[.:]\\w)");
  }

  private String apply(String text) {
    var result = folder.length() > 1 ? text.replace(folder, "/masked") : text;
    result = around.length() > 1 ? result.replace(around, "/masked") : result;
    if (names.isKnown(result)) {
      return names.mask(result);
    }
    result = NAMED.matcher(result).replaceAll(match -> quoted(arn(match)));
    result = ELSEWHERE.matcher(result).replaceAll(match -> quoted(elsewhere(match)));
    result = TAG.matcher(result).replaceAll(match -> quoted(tag(match)));
    result = AUTHORIZATION.matcher(result).replaceAll("$1$2masked");
    result = MAIL.matcher(result).replaceAll(match -> quoted(names.mask(match.group())));
    result = alone.matcher(result).replaceAll(match -> quoted(names.mask(match.group())));
    result = UNIQUE_ID.matcher(result).replaceAll(match -> quoted(uniqueId(match)));
    return ACCOUNT.matcher(result).replaceAll(match -> account(match.group()));
  }

  private static String quoted(String text) {
    return java.util.regex.Matcher.quoteReplacement(text);
  }

  private String arn(MatchResult match) {
    return AWS_OWN.contains(match.group(2))
        ? match.group()
        : match.group(1) + match.group(2) + match.group(3) + names.mask(match.group(4));
  }

  private String elsewhere(MatchResult match) {
    return match.group(1) + match.group(2) + names.mask(match.group(3));
  }

  private String tag(MatchResult match) {
    return match.group(1)
        + TAG_VALUE.matcher(match.group(2)).replaceAll(value -> quoted(names.mask(value.group())));
  }

  private static List<String> tagValues(String text) {
    return TAG.matcher(text)
        .results()
        .flatMap(match -> TAG_VALUE.matcher(match.group(2)).results())
        .map(MatchResult::group)
        .toList();
  }

  private String account(String id) {
    return accounts.computeIfAbsent(id, _ -> "%012d".formatted(accounts.size() + 1));
  }

  private String uniqueId(MatchResult match) {
    return ids.computeIfAbsent(
        match.group(), _ -> match.group(1) + "%013d".formatted(ids.size() + 1));
  }
}
