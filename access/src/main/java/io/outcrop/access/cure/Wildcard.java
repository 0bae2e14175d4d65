package io.outcrop.access.cure;

/// Matches `*` and `?` as IAM does in actions and resources; letters as they are.
final class Wildcard {
  private Wildcard() {}

  static boolean matches(String pattern, String text) {
    var inPattern = 0;
    var inText = 0;
    var star = -1;
    var resume = 0;
    while (inText < text.length()) {
      if (inPattern < pattern.length() && pattern.charAt(inPattern) == '*') {
        star = inPattern++;
        resume = inText;
      } else if (inPattern < pattern.length()
          && (pattern.charAt(inPattern) == '?'
              || pattern.charAt(inPattern) == text.charAt(inText))) {
        inPattern++;
        inText++;
      } else if (star >= 0) {
        inPattern = star + 1;
        inText = ++resume;
      } else {
        return false;
      }
    }
    return pattern.substring(inPattern).chars().allMatch(letter -> letter == '*');
  }
}
