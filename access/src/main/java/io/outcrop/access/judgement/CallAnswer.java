package io.outcrop.access.judgement;

import io.outcrop.access.evidence.Observation;
import io.outcrop.aws.AwsError;
import io.outcrop.causes.Diagnosis;
import java.util.List;

/// What AWS said to one call, as far as it bears on access.
sealed interface CallAnswer {
  /// The call was let through: it was answered, or refused for its body alone.
  record LetThrough() implements CallAnswer {}

  /// The call was refused.
  ///
  /// @param diagnoses what the words tell, best first; empty if nothing known fits
  record Refused(String operation, AwsError error, List<Diagnosis> diagnoses)
      implements CallAnswer {
    public Refused {
      diagnoses = List.copyOf(diagnoses);
    }

    String source() {
      return error.requestId().isEmpty() ? operation : operation + ", request " + error.requestId();
    }

    /// Whether `other` was refused in the same words, so that it says nothing new.
    boolean saysTheSame(Refused other) {
      return error.code().equals(other.error().code())
          && error.message().equals(other.error().message());
    }

    String words() {
      return "%s answered %d %s: %s"
          .formatted(operation, error.status(), error.code(), error.message());
    }
  }

  /// There is no answer.
  record None(Observation<String> why) implements CallAnswer {}
}
