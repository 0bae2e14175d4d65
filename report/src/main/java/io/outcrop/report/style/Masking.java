package io.outcrop.report.style;

import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Hides what must not be read. Access key ids always keep only their first and last four letters;
/// where it is asked for, account ids, names in ARNs (wherever else in the same result they stand)
/// and e-mail addresses become stars too. Names that AWS itself gives (foundation models, system
/// profiles, AWS's managed policies) stay.
public final class Masking {
  private static final Pattern KEY_ID =
      Pattern.compile("\\b(A[KS]IA|ABIA)[A-Z0-9]{8,124}([A-Z0-9]{4})\\b");
  private static final Pattern ACCOUNT =
      Pattern.compile("(?<![0-9A-Za-z])[0-9]{12}(?![0-9A-Za-z])");

  /// The id by which AWS's evaluation of a denial can be read.
  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "(?i)(authorization id: ?|authorization-details/)([0-9a-z]{4})[0-9a-z]{4,256}");

  /// The id that IAM gives a user, role or group.
  private static final Pattern UNIQUE_ID =
      Pattern.compile("\\b(AIDA|AROA|AGPA|ANPA|AIPA|ANVA)[A-Z0-9]{8,124}\\b");

  private static final Pattern MAIL =
      Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63})+");
  private static final Pattern NAMED =
      Pattern.compile(
          "arn:aws[a-z-]*:(?:iam|sts|organizations|bedrock|lambda|secretsmanager|sso)"
              + ":[a-z0-9-]*:(?:[0-9]{12}|\\*{12}):([A-Za-z-]+)[/:]([^\\s\"'`,;)<>&|]+)");
  private static final Set<String> AWS_OWN = Set.of("foundation-model", "inference-profile");
  private static final String STARS = "****";

  /// A world is no secret, and a command without its name could not be typed, whoever else in it
  /// has the same name.
  private static final String NO_WORLD = "(?<!--world )(?<!the world `)";

  private final List<Pattern> names;
  private final boolean full;

  private Masking(List<Pattern> names, boolean full) {
    this.names = List.copyOf(names);
    this.full = full;
  }

  /// A masking for one result.
  ///
  /// @param everything all texts of the result: names are looked for there
  /// @param full whether more than key ids is hidden
  public static Masking of(String everything, boolean full) {
    if (!full) {
      return new Masking(List.of(), false);
    }
    var found =
        new TreeSet<String>((a, b) -> {
          var byLength = Integer.compare(b.length(), a.length());
          return byLength == 0 ? a.compareTo(b) : byLength;
        });
    var matcher = NAMED.matcher(everything);
    while (matcher.find()) {
      if (!AWS_OWN.contains(matcher.group(1))) {
        found.addAll(parts(matcher.group(2)));
      }
    }
    var patterns = new ArrayList<Pattern>();
    for (var name : found) {
      patterns.add(Pattern.compile("(?<![\\w-])" + NO_WORLD + Pattern.quote(name) + "(?![\\w-])"));
    }
    return new Masking(patterns, true);
  }

  /// `text` with what is to be hidden hidden.
  public String apply(String text) {
    var result =
        KEY_ID
            .matcher(text)
            .replaceAll(match -> {
              var id = match.group();
              return id.substring(0, 4) + "…" + id.substring(id.length() - 4);
            });
    if (!full) {
      return result;
    }
    for (var name : names) {
      result = name.matcher(result).replaceAll(STARS);
    }
    result = AUTHORIZATION.matcher(result).replaceAll("$1$2…");
    result = UNIQUE_ID.matcher(result).replaceAll("$1…");
    result = MAIL.matcher(result).replaceAll(STARS + "@" + STARS);
    return ACCOUNT.matcher(result).replaceAll("*".repeat(12));
  }

  /// `value` with every text in it hidden in the same way.
  public static Json.Obj of(Json.Obj value, boolean full) {
    return (Json.Obj) of(value.toString(), full).apply(value);
  }

  private Json apply(Json value) {
    return switch (value) {
      case Json.Obj object -> {
        var members = new LinkedHashMap<String, Json>();
        object
            .members()
            .forEach((name, member) ->
                members.put(name, name.equals("world") ? member.value() : apply(member.value())));
        yield Json.object(members);
      }
      case Json.Arr array -> Json.array(array.elements().stream().map(this::apply).toList());
      case Json.Str string -> Json.of(apply(string.text()));
      case Json.Num _, Json.Bool _, Json.Null _ -> value;
    };
  }

  private static List<String> parts(String path) {
    var result = new ArrayList<String>();
    for (var part : path.split("/", -1)) {
      var name = part.replaceAll("[.:]+$", "");
      if (name.length() > 1 && !name.matches("[*?.:]+")) {
        result.add(name);
      }
    }
    return result;
  }
}
