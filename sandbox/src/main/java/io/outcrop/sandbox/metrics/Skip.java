package io.outcrop.sandbox.metrics;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Visit;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// Tokens of pages: how many results the pages before had.
final class Skip {
  private static final String BEFORE = "after ";

  private Skip() {}

  /// How many results are to be skipped; nothing if the token is none of ours.
  static Optional<Integer> read(Visit visit) {
    var token = visit.text("NextToken");
    if (token.isEmpty()) {
      return Optional.of(0);
    }
    try {
      var text = new String(Base64.getUrlDecoder().decode(token.get()), StandardCharsets.UTF_8);
      return text.matches(BEFORE + "[0-9]{1,9}")
          ? Optional.of(Integer.parseInt(text.substring(BEFORE.length())))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  static String token(int count) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((BEFORE + count).getBytes(StandardCharsets.UTF_8));
  }

  static Reply.Fault refused() {
    return Faults.said(400, "InvalidNextToken", "The next token specified is invalid.");
  }
}
