package io.outcrop.sandbox.wire.constraint;

import java.util.regex.Pattern;

/// A regular expression of a model, which a whole text has to fit. Models hold expressions that
/// backtrack without end on some texts, and such that need a deep stack; a text on which one does
/// so counts as fitting, since nobody can tell.
final class Expression {
  private static final int STEPS_PER_CHARACTER = 2_000;
  private static final int FREE_STEPS = 200_000;

  private final Pattern pattern;

  Expression(String expression) {
    this.pattern = Pattern.compile(expression);
  }

  boolean matches(String text) {
    try {
      return pattern.matcher(new Metered(text)).matches();
    } catch (TooManyStepsException | StackOverflowError _) {
      return true;
    }
  }

  /// A text that can be looked at only so often. Not safe for several threads.
  private static final class Metered implements CharSequence {
    private final String text;
    private long steps;

    private Metered(String text) {
      this.text = text;
      this.steps = FREE_STEPS + (long) STEPS_PER_CHARACTER * Math.min(text.length(), 1_000);
      this.steps += 20L * text.length();
    }

    @Override
    public char charAt(int index) {
      if (--steps < 0) {
        throw new TooManyStepsException();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }
  }

  private static final class TooManyStepsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private TooManyStepsException() {
      super(null, null, false, false);
    }
  }
}
