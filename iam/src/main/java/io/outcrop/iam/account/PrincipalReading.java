package io.outcrop.iam.account;

import io.outcrop.iam.request.Layer;
import io.outcrop.json.Problem;
import java.util.List;
import java.util.Map;

/// What an account's authorisation details say of a principal.
public sealed interface PrincipalReading {
  /// Its own policies.
  ///
  /// @param arn of the user or role, path included
  /// @param identity inline and attached policies, those of its groups among them
  /// @param boundary its permissions boundary
  /// @param session the session policies, as far as the trust policy tells
  /// @param context the condition keys that it brings by itself: `aws:PrincipalTag/team`
  record Found(
      String arn, Layer identity, Layer boundary, Layer session, Map<String, String> context)
      implements PrincipalReading {
    public Found {
      context = Map.copyOf(context);
    }
  }

  /// The details do not know it.
  ///
  /// @param names the ARNs of those of its kind that they know, sorted
  record NotThere(List<String> names) implements PrincipalReading {
    public NotThere {
      names = List.copyOf(names);
    }
  }

  /// One of its policies does not follow the grammar.
  ///
  /// @param policy its name
  record Malformed(String policy, List<Problem> problems) implements PrincipalReading {
    public Malformed {
      problems = List.copyOf(problems);
    }
  }
}
