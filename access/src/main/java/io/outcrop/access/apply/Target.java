package io.outcrop.access.apply;

import io.outcrop.access.change.Binding;
import io.outcrop.cloud.answer.Answer;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/// One live thing, how it is looked at, and what is sent to change it.
///
/// @param <S> what a look sees
/// @param what the thing, in words
/// @param look looks; changes nothing
/// @param facts what a plan is bound to
/// @param standing how what was seen stands to what shall be
/// @param send changes it; doing so twice does no harm
record Target<S>(
    String what,
    Supplier<Answer<S>> look,
    Function<S, Map<String, String>> facts,
    Function<S, Standing> standing,
    Function<S, Answer<?>> send) {

  /// What the thing is like now; [Binding#NONE] if it cannot be looked at.
  Binding binding() {
    return look.get() instanceof Answer.Succeeded<S>(var state, var _)
        ? new Binding(facts.apply(state))
        : Binding.NONE;
  }
}
