package io.outcrop.iam.suite;

import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.json.Problem;
import java.util.List;

/// What came of reading one question.
public sealed interface QuestionReading {
  /// A request alone.
  record Request(AuthorizationRequest request) implements QuestionReading {}

  /// A request with the policies that decide it.
  record Whole(AuthorizationRequest request, PolicyLayers layers) implements QuestionReading {}

  /// It does not follow the format; every problem that was found.
  record Rejected(List<Problem> problems) implements QuestionReading {
    public Rejected {
      problems = List.copyOf(problems);
    }
  }
}
