package io.outcrop.grants.generate;

import io.outcrop.grants.Need;
import io.outcrop.grants.document.Fit;
import io.outcrop.grants.document.NamedDocument;
import java.util.List;

/// What comes of a wish.
public sealed interface PolicyAnswer {
  /// The policy.
  ///
  /// @param documents in order; together they allow `needs` and nothing else
  /// @param lines why each of their lines is there, in their order
  /// @param needs every authorisation of every call that was wished for
  /// @param fit whether the documents fit where they are to go
  /// @param notes what should be known besides: doubtful facts, models near their end
  record Policy(
      List<NamedDocument> documents,
      List<PolicyLine> lines,
      List<Need> needs,
      Fit fit,
      List<String> notes)
      implements PolicyAnswer {
    public Policy {
      documents = List.copyOf(documents);
      lines = List.copyOf(lines);
      needs = List.copyOf(needs);
      notes = List.copyOf(notes);
    }
  }

  /// The wish cannot be granted as it is.
  ///
  /// @param problems all that is wrong, never empty
  record Refused(List<WishProblem> problems) implements PolicyAnswer {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
