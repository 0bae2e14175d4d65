package io.outcrop.report;

import io.outcrop.causes.Explanation;
import io.outcrop.causes.log.LogSummary;
import io.outcrop.causes.redact.SecretKind;
import java.util.List;

/// What a text tells, and what else was in it. Nothing in here holds a secret.
///
/// @param explanation what it tells
/// @param secrets the kinds of secrets that were in it
/// @param keyIds access key ids that were in it, masked
/// @param log its failures, if it is a log
public record Pasted(
    Explanation explanation, List<SecretKind> secrets, List<String> keyIds, LogSummary log) {
  public Pasted {
    secrets = List.copyOf(secrets);
    keyIds = List.copyOf(keyIds);
  }
}
