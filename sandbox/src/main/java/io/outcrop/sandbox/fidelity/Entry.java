package io.outcrop.sandbox.fidelity;

import java.util.Locale;

/// What is known of one operation, or of one sentence of AWS's.
///
/// @param service whose it is; `common` for what several say
/// @param kind what it is
/// @param text the operation's name, or the sentence with `…` where it varies
/// @param source where it is from
/// @param status how sure it is
/// @param asOf the year, and the month if it is known, of which the source tells
/// @param note what else one should know; empty if nothing
public record Entry(
    String service,
    Kind kind,
    String text,
    String source,
    Status status,
    String asOf,
    String note) {
  /// What an entry is about.
  public enum Kind {
    /// That there is such an operation, with these members.
    OPERATION,
    /// That AWS says these words.
    SENTENCE;

    /// As the ledger writes it.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// How sure it is.
  public enum Status {
    /// AWS's own documentation says it.
    DOCUMENTED,
    /// Others have seen it and said so in public.
    OBSERVED,
    /// Nobody has confirmed it.
    UNVERIFIED;

    /// As the ledger writes it.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
