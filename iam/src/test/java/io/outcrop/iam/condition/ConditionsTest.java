package io.outcrop.iam.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.aws.Principal;
import io.outcrop.iam.match.RequestView;
import io.outcrop.iam.match.Truth;
import io.outcrop.iam.policy.Statement.Condition;
import io.outcrop.iam.policy.Statement.Pattern;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.Knowledge;
import io.outcrop.iam.request.Knowledge.Doubt;
import io.outcrop.iam.request.RequestContext;
import io.outcrop.json.Position;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a condition says of keys that are missing, that nobody knows, and that cannot be read.
class ConditionsTest {
  private static final String KEY = "aws:RequestTag/a";

  /// A variable with many values, which is never put in: nothing matches it.
  private static final String NEVER = "${aws:TagKeys}";

  private static final RequestContext WITHOUT =
      RequestContext.empty().withAll("aws:TagKeys", List.of("a", "b"));

  private static Truth test(RequestContext context, String operator, String... values) {
    var patterns = Stream.of(values).map(text -> new Pattern(text, new Position(1, 1))).toList();
    var condition = new Condition(operator, KEY, patterns, new Position(1, 1));
    var request =
        new AuthorizationRequest(
            Principal.parse("arn:aws:iam::111122223333:user/alice").orElseThrow(),
            "s3:GetObject",
            "*",
            "111122223333",
            context);
    return Conditions.of(List.of(condition), true).test(RequestView.of(request));
  }

  private static RequestContext doubtful(RequestContext context, Doubt doubt) {
    return context.known(Knowledge.COMPLETE.with(KEY, doubt));
  }

  @ParameterizedTest
  @CsvSource({
    "StringEquals, x, NO",
    "StringNotEquals, x, YES",
    "StringEqualsIfExists, x, YES",
    "StringLikeIfExists, y*, YES",
    "ForAllValues:StringEquals, x, YES",
    "ForAnyValue:StringEquals, x, NO",
    "ForAnyValue:StringNotEquals, x, NO",
    "NumericEquals, 5, NO",
    "Bool, true, NO",
    "Null, true, YES",
    "Null, false, NO",
    "ArnLikeIfExists, *, YES",
    "ArnNotLike, " + NEVER + ", YES",
    "NumericNotEquals, five, YES"
  })
  void aMissingKeyCouldTurnIt(String operator, String value, Truth.Answer answer) {
    assertThat(test(WITHOUT, operator, value)).isEqualTo(new Truth(answer, Set.of(KEY)));
  }

  @ParameterizedTest
  @CsvSource({
    "StringLikeIfExists, *, YES",
    "StringEquals, " + NEVER + ", NO",
    "StringNotEquals, " + NEVER + ", YES",
    "ForAllValues:StringLike, *, YES",
    "StringNotLikeIfExists, " + NEVER + ", YES",
    "NumericEquals, five, NO",
    "Bool, maybe, NO"
  })
  void whatNoValueWouldTurnIsSettled(String operator, String value, Truth.Answer answer) {
    assertThat(test(WITHOUT, operator, value)).isEqualTo(new Truth(answer, Set.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "NumericNotEquals, five, 5, false",
    "NumericNotEquals, 5, five, false",
    "NumericNotEquals, 5, 6, true",
    "NumericNotEquals, 5, 5.0, false",
    "DateNotEquals, 2026-01-01T00:00:00Z, today, false",
    "DateNotEquals, today, 2026-01-01T00:00:00Z, false",
    "DateNotEquals, 2026-01-01T00:00:00Z, 2026-01-02T00:00:00Z, true",
    "NotIpAddress, 10.0.0.0/8, here, false",
    "NotIpAddress, here, 10.0.0.1, false",
    "NotIpAddress, 10.0.0.0/8, 11.0.0.1, true",
    "ArnNotEquals, arn:aws:s3:::a, bucket, false",
    "ArnNotEquals, bucket, arn:aws:s3:::a, false",
    "ArnNotLike, arn:aws:s3:::a*, arn:aws:s3:::b, true",
    "ArnNotLike, " + NEVER + ", arn:aws:s3:::b, true",
    "StringNotEquals, 5, five, true",
    "StringNotLike, f*, five, false",
    "BinaryEquals, QUJD, QUJD, true",
    "BinaryEquals, QUJD, ****, false",
    "BinaryEquals, ****, QUJD, false",
    "Bool, TRUE, true, true",
    "Bool, true, yes, false"
  })
  void whatCannotBeReadMatchesNeither(String operator, String value, String found, boolean holds) {
    assertThat(test(WITHOUT.with(KEY, found), operator, value)).isEqualTo(Truth.of(holds));
  }

  @ParameterizedTest
  @CsvSource({
    "StringEquals, x, MAYBE",
    "StringEquals, " + NEVER + ", NO",
    "StringLike, *, YES",
    "StringNotLike, *, NO",
    "StringNotEquals, " + NEVER + ", YES",
    "ArnNotLike, " + NEVER + ", MAYBE",
    "ForAllValues:StringEquals, " + NEVER + ", MAYBE",
    "ForAnyValue:StringLike, *, MAYBE",
    "ForAllValues:StringLike, *, YES",
    "ForAnyValue:StringEquals, " + NEVER + ", NO",
    "NumericNotEquals, five, NO",
    "Null, false, YES",
    "Null, true, NO"
  })
  void aKeyWhoseValueNobodyKnows(String operator, String value, Truth.Answer answer) {
    var context = doubtful(WITHOUT.with(KEY, "y"), Doubt.VALUE);
    assertThat(test(context, operator, value)).isEqualTo(new Truth(answer, Set.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "StringEquals, x, NO",
    "StringEquals, y, MAYBE",
    "StringEqualsIfExists, y, YES",
    "StringEqualsIfExists, x, MAYBE",
    "StringNotEquals, x, YES",
    "StringNotEquals, y, MAYBE",
    "Null, true, MAYBE"
  })
  void aKeyOfWhichNobodyKnowsWhetherItIsThere(String operator, String value, Truth.Answer answer) {
    var context = doubtful(WITHOUT.with(KEY, "y"), Doubt.PRESENCE);
    assertThat(test(context, operator, value)).isEqualTo(new Truth(answer, Set.of()));
  }

  @Test
  void aMissingKeyWhoseValueIsDoubtedIsMissing() {
    assertThat(test(doubtful(WITHOUT, Doubt.VALUE), "StringEquals", "x")).isEqualTo(Truth.NO);
    assertThat(test(doubtful(WITHOUT, Doubt.BOTH), "StringEquals", "x")).isEqualTo(Truth.MAYBE);
    assertThat(test(doubtful(WITHOUT, Doubt.BOTH), "StringLikeIfExists", "*")).isEqualTo(Truth.YES);
  }

  @Test
  void variablesWithoutWhichNothingMatchesAreNamed() {
    var variable = "${aws:PrincipalTag/none}";
    assertThat(test(WITHOUT, "StringEquals", variable).turnedBy())
        .containsExactly("aws:PrincipalTag/none", KEY);
    assertThat(test(WITHOUT, "StringEquals", variable, "x").turnedBy()).containsExactly(KEY);
    assertThat(test(WITHOUT, "Bool", variable).turnedBy())
        .containsExactly("aws:PrincipalTag/none", KEY);
    assertThat(test(WITHOUT.with(KEY, "x"), "StringEquals", variable).turnedBy())
        .containsExactly("aws:PrincipalTag/none");
  }
}
