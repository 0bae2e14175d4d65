package io.outcrop.access.meaning;

import io.outcrop.iam.difference.PolicyDifference;
import io.outcrop.iam.difference.PolicyDifferences;
import io.outcrop.iam.policy.PolicyDocument;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// What a policy says, whatever its text: order, white space, a string for a list of one, the case
/// of actions and condition keys, `Sid` and `Id` are no difference.
public final class PolicyMeaning {
  private PolicyMeaning() {}

  /// Whether both are there and mean the same, or neither is there.
  public static boolean same(List<Json.Obj> one, List<Json.Obj> other) {
    return one.isEmpty() == other.isEmpty()
        && (one.isEmpty() || same(one.getFirst(), other.getFirst()));
  }

  /// Whether both say the same. What the normal forms cannot settle (one statement for two, a
  /// pattern that covers another) is settled by proof.
  public static boolean same(Json.Obj one, Json.Obj other) {
    return NormalForm.of(one).equals(NormalForm.of(other)) || provedSame(one, other);
  }

  /// The digest of what a policy says: two that differ in nothing but spelling have the same one.
  public static String digest(Json.Obj document) {
    try {
      var text = JsonWriter.compact(NormalForm.of(document));
      var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }

  /// `document` without the statements that `other` has, too, compared by meaning.
  public static Json.Obj without(Json.Obj document, Json.Obj other) {
    var forms = NormalForm.statements(other).stream().map(NormalForm::statement).toList();
    return document.with(
        "Statement",
        Json.array(
            NormalForm.statements(document).stream()
                .filter(one -> !forms.contains(NormalForm.statement(one)))
                .toList()));
  }

  /// Whether a statement allows some action of IAM that changes something.
  public static boolean letsChangeIam(Json.Obj document) {
    return NormalForm.statements(document).stream()
        .filter(one -> one.text("Effect").orElse("").equals("Allow"))
        .map(NormalForm::statement)
        .anyMatch(one ->
            one.get("NotAction").isPresent()
                || one.list("Action").stream()
                    .flatMap(action -> action.asText().stream())
                    .anyMatch(PolicyMeaning::changesIam));
  }

  private static boolean changesIam(String action) {
    return action.startsWith("*")
        || (action.startsWith("iam:")
            && !action.startsWith("iam:get")
            && !action.startsWith("iam:list")
            && !action.startsWith("iam:simulate"));
  }

  private static boolean provedSame(Json.Obj one, Json.Obj other) {
    return provedSame(one, other, PolicyKind.IDENTITY)
        || provedSame(one, other, PolicyKind.ENDPOINT);
  }

  private static boolean provedSame(Json.Obj one, Json.Obj other, PolicyKind kind) {
    var first = parsed(one, kind);
    var second = parsed(other, kind);
    return first.isPresent()
        && second.isPresent()
        && PolicyDifferences.between(List.of(first.get()), List.of(second.get()))
            instanceof PolicyDifference.Equivalent;
  }

  private static Optional<PolicyDocument> parsed(Json.Obj document, PolicyKind kind) {
    return PolicyParser.parse(document, kind) instanceof PolicyParsing.Parsed(var policy)
        ? Optional.of(policy)
        : Optional.empty();
  }
}
