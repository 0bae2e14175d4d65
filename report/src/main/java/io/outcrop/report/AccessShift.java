package io.outcrop.report;

import io.outcrop.access.change.Change;
import io.outcrop.iam.difference.AccessChange;
import io.outcrop.iam.difference.PolicyDifference;
import io.outcrop.iam.difference.PolicyDifferences;
import io.outcrop.iam.policy.PolicyDocument;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.reference.ServiceReference;
import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What one change does to what its policy gives: least privilege before and after, in words, as
/// `policy diff` says it.
///
/// @param direction `gained` or `lost`; `unknown` where neither is proved
/// @param words what, one sentence
record AccessShift(String direction, String words) {
  private static final int MOST = 8;

  /// Read when somebody first asks.
  private static final class Known {
    private static final ServiceReference REFERENCE = ServiceReference.shipped();
  }

  /// Every shift of `change`; nothing for what is no policy, or says the same afterwards.
  static List<AccessShift> of(Change change) {
    return switch (change) {
      case Change.PutInlinePolicy put -> between(put.before(), List.of(put.after()));
      case Change.DeleteInlinePolicy delete -> between(List.of(delete.before()), List.of());
      case Change.ReplaceManagedPolicy replace ->
          between(List.of(replace.before()), List.of(replace.after()));
      case Change.ReplaceEndpointPolicy replace ->
          between(
              parsed(List.of(replace.before()), PolicyKind.ENDPOINT),
              parsed(List.of(replace.after()), PolicyKind.ENDPOINT),
              2);
      case Change.CreatePolicy create -> between(List.of(), List.of(create.document()));
      case Change.DetachPolicy _,
          Change.AttachPolicy _,
          Change.SubmitUseCaseForm _,
          Change.SignAgreement _,
          Change.ActivateAccessKey _,
          Change.RequestQuota _,
          Change.EnableRegion _,
          Change.SetDataRetention _,
          Change.SetEnvVariable _,
          Change.SetProfileProperty _ ->
          List.of();
    };
  }

  private static List<AccessShift> between(List<Json.Obj> before, List<Json.Obj> after) {
    return between(
        parsed(before, PolicyKind.IDENTITY),
        parsed(after, PolicyKind.IDENTITY),
        before.size() + after.size());
  }

  /// @param given how many documents there were to parse
  private static List<AccessShift> between(
      List<PolicyDocument> old, List<PolicyDocument> fresh, int given) {
    if (old.size() + fresh.size() < given) {
      return List.of();
    }
    return switch (PolicyDifferences.between(old, fresh, Known.REFERENCE)) {
      case PolicyDifference.Equivalent() -> List.of();
      case PolicyDifference.Changed(var changes, var _) -> shown(changes);
      case PolicyDifference.NoDifferenceFound(var tried, var _) ->
          List.of(
              new AccessShift(
                  "unknown",
                  "the texts differ, but none of %d requests is decided otherwise"
                      .formatted(tried)));
    };
  }

  private static List<AccessShift> shown(List<AccessChange> changes) {
    // What a rewritten Deny says otherwise of things that nobody has is true, and helps nobody.
    var real = changes.stream().filter(AccessChange::isReal).toList();
    var all =
        (real.isEmpty() ? changes : real)
            .stream()
                .map(change ->
                    new AccessShift(
                        change.direction().name().toLowerCase(Locale.ROOT), words(change)))
                .toList();
    if (all.size() <= MOST) {
      return all;
    }
    var shown = new ArrayList<>(all.subList(0, MOST));
    shown.add(new AccessShift("and", (all.size() - MOST) + " more of the kind"));
    return List.copyOf(shown);
  }

  /// What changes for a pattern need not change for all that it covers: a request tells.
  private static String words(AccessChange change) {
    var request = change.example().request();
    return !change.isReal() || change.words().contains("`" + request.resource() + "`")
        ? change.words()
        : "%s, for instance `%s` on `%s`"
            .formatted(change.words(), request.action(), request.resource());
  }

  private static List<PolicyDocument> parsed(List<Json.Obj> documents, PolicyKind kind) {
    return documents.stream()
        .flatMap(document ->
            PolicyParser.parse(document, kind) instanceof PolicyParsing.Parsed(var policy)
                ? Stream.of(policy)
                : Stream.<PolicyDocument>empty())
        .toList();
  }
}
