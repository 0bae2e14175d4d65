package io.outcrop.iam.difference;

import io.outcrop.aws.Principal;
import io.outcrop.iam.policy.PolicyDocument;
import io.outcrop.iam.policy.Statement;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.RequestContext;
import io.outcrop.iam.sample.KeyValues;
import io.outcrop.iam.sample.Matching;
import io.outcrop.iam.sample.Samples;
import io.outcrop.iam.sample.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Contexts that meet the conditions of a statement, and contexts one step from that.
final class Contexts {
  private static final int MOST = 40;

  private final Vocabulary vocabulary;
  private final Map<String, KeyValues> values = new LinkedHashMap<>();

  Contexts(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    vocabulary
        .keys()
        .forEach((name, key) ->
            values.put(name, KeyValues.of(key, vocabulary.conditions(), _ -> Optional.empty())));
  }

  /// One context: key to value, each of them there.
  private record Draft(Map<String, String> texts) {
    private Draft with(String key, String text) {
      var changed = new LinkedHashMap<>(texts);
      changed.put(key, text);
      return new Draft(changed);
    }

    private Draft without(String key) {
      var changed = new LinkedHashMap<>(texts);
      changed.remove(key);
      return new Draft(changed);
    }

    private Draft and(Draft other) {
      var changed = new LinkedHashMap<>(other.texts);
      changed.putAll(texts);
      return new Draft(changed);
    }
  }

  /// First those with the fewest keys that meet `statement`; then with one key otherwise; then
  /// together with what `others` ask for.
  List<RequestContext> of(
      PolicyDocument document, Statement statement, Map<Statement, PolicyDocument> others) {
    var meeting = meeting(document, statement);
    var drafts = new ArrayList<Draft>();
    drafts.add(meeting);
    drafts.add(new Draft(Map.of()));
    for (var other : others.entrySet()) {
      drafts.add(meeting.and(meeting(other.getValue(), other.getKey())));
    }
    var centres = List.copyOf(drafts.stream().distinct().limit(4).toList());
    for (var centre : centres) {
      for (var key : values.entrySet()) {
        drafts.add(centre.without(key.getKey()));
        key.getValue().texts().forEach(text -> drafts.add(centre.with(key.getKey(), text)));
      }
    }
    return drafts.stream().distinct().limit(MOST).map(this::context).toList();
  }

  /// For each key that the statement tests, the first value that all its tests accept; none where
  /// they accept that it is missing.
  private Draft meeting(PolicyDocument document, Statement statement) {
    var draft = new Draft(Map.of());
    for (var condition : statement.conditions()) {
      var key = condition.key().toLowerCase(Locale.ROOT);
      var drawn = values.get(key);
      if (drawn == null
          || draft.texts().containsKey(key)
          || accepts(document, statement, key, draft)) {
        continue;
      }
      for (var text : drawn.texts()) {
        var tried = draft.with(key, text);
        if (!draft.texts().containsKey(key) && accepts(document, statement, key, tried)) {
          draft = tried;
        }
      }
    }
    for (var pattern : statement.resources().values()) {
      for (var variable : Samples.bindings(pattern.text(), pattern.text()).keySet()) {
        if (!draft.texts().containsKey(variable.toLowerCase(Locale.ROOT))) {
          draft = draft.with(variable.toLowerCase(Locale.ROOT), "x");
        }
      }
    }
    return draft;
  }

  private boolean accepts(PolicyDocument document, Statement statement, String key, Draft draft) {
    var request =
        new AuthorizationRequest(
            new Principal.Service("outcrop.amazonaws.com"),
            "s3:GetObject",
            "arn:aws:s3:::bucket/x",
            "111122223333",
            context(draft));
    var matching = new Matching(document, request);
    return statement.conditions().stream()
        .filter(condition -> condition.key().equalsIgnoreCase(key))
        .allMatch(matching::condition);
  }

  private RequestContext context(Draft draft) {
    var context = RequestContext.empty();
    for (var entry : draft.texts().entrySet()) {
      var name = vocabulary.keys().getOrDefault(entry.getKey(), entry.getKey());
      var drawn = values.get(entry.getKey());
      context =
          drawn != null && drawn.multivalued()
              ? context.withAll(name, List.of(entry.getValue()))
              : context.with(name, entry.getValue());
    }
    return context;
  }
}
