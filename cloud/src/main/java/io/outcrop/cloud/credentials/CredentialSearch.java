package io.outcrop.cloud.credentials;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the search for credentials found.
public final class CredentialSearch {
  private final List<SourceTried> tried;
  private final @Nullable Credentials winner;

  /// @param tried every source in the order of the Java SDK's chain, the bearer key first
  /// @param winner the credentials that are used; null if no source has any
  public CredentialSearch(List<SourceTried> tried, @Nullable Credentials winner) {
    this.tried = List.copyOf(tried);
    this.winner = winner;
  }

  /// Every source, in order.
  public List<SourceTried> tried() {
    return tried;
  }

  /// The credentials that are used, if any source has some.
  public Optional<Credentials> winner() {
    return Optional.ofNullable(winner);
  }
}
