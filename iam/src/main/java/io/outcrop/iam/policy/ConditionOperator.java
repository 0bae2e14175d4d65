package io.outcrop.iam.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A condition operator, taken apart. Names are read without regard to case. Source: IAM User
/// Guide, "IAM JSON policy elements: Condition operators" and "Single-valued vs. multivalued
/// context keys".
///
/// @param quantifier how the values of a multi-valued key are taken together
/// @param comparison how one value of the request is compared
/// @param negated whether a value of the request has to match none of the policy's values
/// @param ifExists whether a missing key counts as a match
public record ConditionOperator(
    Quantifier quantifier, Comparison comparison, boolean negated, boolean ifExists) {

  /// The set operator in front, if any.
  public enum Quantifier {
    /// None: the key has to be single-valued.
    SINGLE,
    /// `ForAllValues:`.
    ALL,
    /// `ForAnyValue:`.
    ANY
  }

  /// What is compared, and how; the negated forms are the same comparison.
  public enum Comparison {
    STRING_EQUALS("StringEquals", "StringNotEquals"),
    STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase"),
    STRING_LIKE("StringLike", "StringNotLike"),
    NUMERIC_EQUALS("NumericEquals", "NumericNotEquals"),
    NUMERIC_LESS_THAN("NumericLessThan", ""),
    NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", ""),
    NUMERIC_GREATER_THAN("NumericGreaterThan", ""),
    NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals", ""),
    DATE_EQUALS("DateEquals", "DateNotEquals"),
    DATE_LESS_THAN("DateLessThan", ""),
    DATE_LESS_THAN_EQUALS("DateLessThanEquals", ""),
    DATE_GREATER_THAN("DateGreaterThan", ""),
    DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", ""),
    BOOL("Bool", ""),
    BINARY_EQUALS("BinaryEquals", ""),
    IP_ADDRESS("IpAddress", "NotIpAddress"),
    ARN_EQUALS("ArnEquals", "ArnNotEquals"),
    ARN_LIKE("ArnLike", "ArnNotLike"),
    NULL("Null", "");

    private static final Map<String, Comparison> PLAIN = byName(comparison -> comparison.plain);
    private static final Map<String, Comparison> NEGATED = byName(comparison -> comparison.not);

    private final String plain;
    private final String not;

    Comparison(String plain, String not) {
      this.plain = plain;
      this.not = not;
    }

    /// Whether an ordered comparison takes a value of the request that compares to the policy's as
    /// `sign` says (negative: less); false for comparisons without order.
    public boolean accepts(int sign) {
      return switch (this) {
        case NUMERIC_EQUALS, DATE_EQUALS -> sign == 0;
        case NUMERIC_LESS_THAN, DATE_LESS_THAN -> sign < 0;
        case NUMERIC_LESS_THAN_EQUALS, DATE_LESS_THAN_EQUALS -> sign <= 0;
        case NUMERIC_GREATER_THAN, DATE_GREATER_THAN -> sign > 0;
        case NUMERIC_GREATER_THAN_EQUALS, DATE_GREATER_THAN_EQUALS -> sign >= 0;
        case STRING_EQUALS,
            STRING_EQUALS_IGNORE_CASE,
            STRING_LIKE,
            BOOL,
            BINARY_EQUALS,
            IP_ADDRESS,
            ARN_EQUALS,
            ARN_LIKE,
            NULL ->
            false;
      };
    }

    private static Map<String, Comparison> byName(Function<Comparison, String> name) {
      return Arrays.stream(values())
          .filter(comparison -> !name.apply(comparison).isEmpty())
          .collect(
              Collectors.toUnmodifiableMap(
                  comparison -> name.apply(comparison).toLowerCase(Locale.ROOT),
                  comparison -> comparison));
    }
  }

  /// The operator that holds exactly when this one does not, if this is a negated operator on a
  /// single value: the plain form. With or without `IfExists` the negated one lets a missing key
  /// pass, and the plain one does not.
  public Optional<ConditionOperator> asOpposite() {
    return negated && quantifier == Quantifier.SINGLE
        ? Optional.of(new ConditionOperator(quantifier, comparison, false, false))
        : Optional.empty();
  }

  /// The operator's name as AWS writes it.
  @Override
  public String toString() {
    var set =
        switch (quantifier) {
          case SINGLE -> "";
          case ALL -> "ForAllValues:";
          case ANY -> "ForAnyValue:";
        };
    return set + (negated ? comparison.not : comparison.plain) + (ifExists ? "IfExists" : "");
  }

  /// Reads an operator as a policy writes it; empty if there is none of that name.
  public static Optional<ConditionOperator> parse(String text) {
    var name = text.toLowerCase(Locale.ROOT);
    var quantifier = Quantifier.SINGLE;
    if (name.startsWith("forallvalues:")) {
      quantifier = Quantifier.ALL;
    } else if (name.startsWith("foranyvalue:")) {
      quantifier = Quantifier.ANY;
    }
    var base = quantifier == Quantifier.SINGLE ? name : name.substring(name.indexOf(':') + 1);
    var ifExists = base.endsWith("ifexists");
    var bare = ifExists ? base.substring(0, base.length() - "ifexists".length()) : base;
    var plain = Comparison.PLAIN.get(bare);
    var comparison = plain == null ? Comparison.NEGATED.get(bare) : plain;
    if (comparison == null || (comparison == Comparison.NULL && ifExists)) {
      return Optional.empty();
    }
    return Optional.of(new ConditionOperator(quantifier, comparison, plain == null, ifExists));
  }
}
