package io.outcrop.sandbox.visit;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Guard;
import java.util.function.Supplier;

/// Answers for those who may ask, AWS's denial for all others.
public final class Permitted {
  private Permitted() {}

  /// `operation` for callers who may do `action`, which knows no resources.
  public static Operation to(String action, Operation operation) {
    return visit -> to(visit, Guard.Wish.of(action, "*"), () -> operation.answer(visit));
  }

  /// What `answer` says if `visit`'s caller may have `wish`.
  public static Reply to(Visit visit, Guard.Wish wish, Supplier<Reply> answer) {
    var denied = visit.denied(wish);
    return denied.isPresent() ? denied.get() : answer.get();
  }
}
