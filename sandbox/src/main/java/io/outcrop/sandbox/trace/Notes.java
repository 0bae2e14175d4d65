package io.outcrop.sandbox.trace;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an operation says about the call that it answers, for the traces. One for each call; who
/// says something again means that instead. Safe for several threads: a stream may say more when it
/// ends.
public final class Notes {
  private volatile @Nullable ModelUse use;

  /// Nothing yet.
  public Notes() {}

  /// The call was admitted to a model, and uses this of it.
  public void used(ModelUse used) {
    use = used;
  }

  /// What was used, if the call was admitted to a model.
  public Optional<ModelUse> use() {
    return Optional.ofNullable(use);
  }
}
