package io.outcrop.iam.edit;

import io.outcrop.iam.edit.Neighbour.Aspect;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.RequestContext;
import io.outcrop.iam.request.RequestContext.Value;
import io.outcrop.iam.sample.KeyValues;
import io.outcrop.iam.sample.Samples;
import io.outcrop.iam.sample.Vocabulary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Other values of the condition keys that policies test, and their absence.
final class OtherKeys {
  private OtherKeys() {}

  static List<Step> of(
      AuthorizationRequest request,
      Vocabulary vocabulary,
      Function<String, Optional<String>> variables) {
    var steps = new ArrayList<Step>();
    vocabulary
        .keys()
        .forEach((name, key) -> {
          if (!Volatile.isFree(name)) {
            var drawn = KeyValues.of(key, vocabulary.conditions(), variables);
            var texts = new LinkedHashSet<>(drawn.texts());
            vocabulary.resources().forEach(pattern -> bind(pattern, request, name, texts));
            add(key, request.context().get(name), drawn.multivalued(), texts, steps);
          }
        });
    return steps;
  }

  /// Adds what a variable would have to be for a pattern to name the request's resource.
  private static void bind(
      String pattern, AuthorizationRequest request, String key, Set<String> texts) {
    Samples.bindings(pattern, request.resource())
        .forEach((variable, value) -> {
          if (variable.equalsIgnoreCase(key)) {
            texts.add(value);
          }
        });
  }

  private static void add(
      String key, Optional<Value> now, boolean isList, Set<String> texts, List<Step> steps) {
    var name = key.toLowerCase(Locale.ROOT);
    if (now.isPresent()) {
      steps.add(Step.ofKey(Aspect.VALUE, name, context -> Step.without(context, name)));
    }
    var aspect = now.isPresent() ? Aspect.VALUE : Aspect.PRESENCE;
    var list = now.map(Value::multivalued).orElse(isList);
    for (var text : texts) {
      if (now.filter(value -> isSame(value, text)).isEmpty()) {
        steps.add(Step.ofKey(aspect, name, context -> with(context, key, list, text)));
      }
    }
  }

  private static RequestContext with(
      RequestContext context, String key, boolean list, String text) {
    return list ? context.withAll(key, List.of(text)) : context.with(key, text);
  }

  /// A list that lacks some elements counts as the same, since a condition cannot tell it apart; so
  /// do `TRUE` and `true`, `10` and `10.0`.
  private static boolean isSame(Value now, String text) {
    return now.texts().stream()
        .anyMatch(value ->
            value.equals(text)
                || (text.matches("(?i)true|false") && value.equalsIgnoreCase(text))
                || (isNumber(value)
                    && isNumber(text)
                    && new BigDecimal(value).compareTo(new BigDecimal(text)) == 0));
  }

  private static boolean isNumber(String text) {
    return text.matches("-?\\d{1,20}(\\.\\d{1,20})?");
  }
}
