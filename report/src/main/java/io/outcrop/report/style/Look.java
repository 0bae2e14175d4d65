package io.outcrop.report.style;

/// How a page is to look.
///
/// @param width columns of a line; words that are longer, and commands, are never broken
/// @param colour whether escape sequences are written
/// @param ascii whether marks and signs are plain ASCII
/// @param verbose whether details are shown
/// @param mask whether account ids, names in ARNs and e-mail addresses are hidden
public record Look(int width, boolean colour, boolean ascii, boolean verbose, boolean mask) {
  /// 80 columns, no colour, no details, nothing masked.
  public static Look plain() {
    return new Look(80, false, false, false, false);
  }
}
