package io.outcrop.iam.edit;

import io.outcrop.iam.decision.Decision;
import io.outcrop.iam.request.AuthorizationRequest;
import java.util.List;

/// What came of looking for the smallest change that flips a decision.
public sealed interface EditAnswer {
  /// These changes together flip it, and the asker may make them all.
  ///
  /// @param edits one to three, one a document
  /// @param tried how many other requests were decided before and after; none changed
  record Found(List<DocumentEdit> edits, int tried) implements EditAnswer {
    public Found {
      edits = List.copyOf(edits);
    }
  }

  /// The request is allowed as it is.
  record AlreadyAllowed(Decision decision) implements EditAnswer {}

  /// The request is denied as it is.
  record AlreadyDenied(Decision decision) implements EditAnswer {}

  /// Somebody else has to change something, too.
  ///
  /// @param asks who has to change what; never empty
  /// @param own what the asker has to change besides
  /// @param tried how many other requests were decided before and after; none changed
  record SomeoneElse(List<Ask> asks, List<DocumentEdit> own, int tried) implements EditAnswer {
    public SomeoneElse {
      asks = List.copyOf(asks);
      own = List.copyOf(own);
    }
  }

  /// Layers that nobody could look at decide.
  ///
  /// @param unknown what could not be looked at, in words
  /// @param edits what has to change in any case; maybe nothing
  record DependsOnUnknown(List<String> unknown, List<DocumentEdit> edits) implements EditAnswer {
    public DependsOnUnknown {
      unknown = List.copyOf(unknown);
      edits = List.copyOf(edits);
    }
  }

  /// No change of at most three documents flips this decision and no other.
  ///
  /// @param why why not, lower case, without a full stop
  /// @param closest changes that flip it and others with it, narrowest first; maybe none
  record NotFound(String why, List<Loose> closest) implements EditAnswer {
    public NotFound {
      closest = List.copyOf(closest);
    }
  }

  /// What somebody else has to change.
  ///
  /// @param who whom to ask, in words
  record Ask(String who, DocumentEdit edit) {}

  /// Changes that flip more than was asked for.
  ///
  /// @param edits the changes
  /// @param example a request whose decision they change, too
  /// @param others how many of the other requests tried change
  record Loose(List<DocumentEdit> edits, AuthorizationRequest example, int others) {
    public Loose {
      edits = List.copyOf(edits);
    }
  }
}
