package io.outcrop.cloud.credentials;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects what each source offers; the first that has credentials wins.
final class Tally {
  private final List<SourceTried> tried = new ArrayList<>();
  private @Nullable Credentials winner;
  private String winnerName = "";

  void add(Offer offer) {
    switch (offer) {
      case Offer.None(var name, var outcome, var why, var trouble, var help) ->
          tried.add(new SourceTried(name, outcome, why, trouble, help));
      case Offer.Some(String name, Credentials credentials, String why) -> {
        if (winner == null) {
          winner = credentials;
          winnerName = name;
          tried.add(new SourceTried(name, SourceTried.Outcome.WINS, why));
        } else {
          tried.add(
              new SourceTried(
                  name, SourceTried.Outcome.SHADOWED, why + "; " + winnerName + " wins"));
        }
      }
    }
  }

  void skip(String name, String why) {
    add(Offer.skipped(name, why));
  }

  boolean hasWinner() {
    return winner != null;
  }

  CredentialSearch result() {
    return new CredentialSearch(tried, winner);
  }
}
