package io.outcrop.cli.policy.inquiry;

import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Nearest;
import io.outcrop.cli.session.Complaint;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Guesses what a policy is used as. Only policies of some kinds name principals, and only trust
/// policies let roles be assumed; what the text leaves open, a word of its file's name may say.
public final class KindGuess {
  private static final Map<String, PolicyKind> WORDS =
      Map.ofEntries(
          Map.entry("scp", PolicyKind.SCP),
          Map.entry("scps", PolicyKind.SCP),
          Map.entry("rcp", PolicyKind.RCP),
          Map.entry("rcps", PolicyKind.RCP),
          Map.entry("trust", PolicyKind.TRUST),
          Map.entry("boundary", PolicyKind.BOUNDARY),
          Map.entry("boundaries", PolicyKind.BOUNDARY),
          Map.entry("session", PolicyKind.SESSION),
          Map.entry("endpoint", PolicyKind.ENDPOINT),
          Map.entry("vpce", PolicyKind.ENDPOINT));
  private static final List<PolicyKind> WITH_PRINCIPALS =
      List.of(PolicyKind.RESOURCE, PolicyKind.TRUST, PolicyKind.RCP, PolicyKind.ENDPOINT);

  private KindGuess() {}

  /// The kind that `--kind` says; none if it is not given.
  ///
  /// @throws Complaint if there is no such kind
  public static Optional<PolicyKind> said(Arguments arguments) {
    return arguments
        .value("--kind")
        .map(id -> PolicyKind.named(id).orElseThrow(() -> unknownKind(id)));
  }

  private static Complaint unknownKind(String id) {
    var ids = Arrays.stream(PolicyKind.values()).map(PolicyKind::id).toList();
    return Complaint.usage(
        "there is no kind of policy `" + id + "`",
        Nearest.to(id, ids)
            .map(near -> "did you mean `" + near + "`?")
            .orElse("one of " + String.join(", ", ids)));
  }

  /// What `text`, which stands in `file`, is most likely used as.
  public static PolicyKind of(String file, String text) {
    var named = named(file);
    var statements = statements(text);
    if (statements.isEmpty()) {
      return named.orElse(PolicyKind.IDENTITY);
    }
    var withPrincipals = statements.stream().anyMatch(KindGuess::namesPrincipals);
    var fitting = named.filter(kind -> WITH_PRINCIPALS.contains(kind) == withPrincipals);
    if (fitting.isPresent()) {
      return fitting.get();
    }
    if (!withPrincipals) {
      return PolicyKind.IDENTITY;
    }
    return statements.stream().allMatch(KindGuess::isOfTrust)
        ? PolicyKind.TRUST
        : PolicyKind.RESOURCE;
  }

  private static Optional<PolicyKind> named(String file) {
    return Arrays.stream(file.toLowerCase(Locale.ROOT).split("[^a-z]+", -1))
        .flatMap(word -> Stream.ofNullable(WORDS.get(word)))
        .reduce((_, last) -> last);
  }

  private static List<Json.Obj> statements(String text) {
    if (!(JsonReader.read(text) instanceof JsonReading.Read(Json.Obj document))) {
      return List.of();
    }
    return document.get("Statement").stream()
        .flatMap(one -> one instanceof Json.Arr array ? array.elements().stream() : Stream.of(one))
        .filter(Json.Obj.class::isInstance)
        .map(Json.Obj.class::cast)
        .toList();
  }

  private static boolean namesPrincipals(Json.Obj statement) {
    return statement.get("Principal").isPresent() || statement.get("NotPrincipal").isPresent();
  }

  private static boolean isOfTrust(Json.Obj statement) {
    var actions =
        statement.get("Action").stream()
            .flatMap(one -> one instanceof Json.Arr all ? all.elements().stream() : Stream.of(one))
            .flatMap(one -> one.asText().stream())
            .map(one -> one.toLowerCase(Locale.ROOT))
            .toList();
    return statement.get("Resource").isEmpty()
        && !actions.isEmpty()
        && actions.stream().allMatch(action -> action.startsWith("sts:"));
  }
}
