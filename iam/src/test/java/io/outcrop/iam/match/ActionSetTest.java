package io.outcrop.iam.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionSetTest {
  private static ActionSet actions(boolean negated, String... texts) {
    return ActionSet.of(Asking.patterns(negated, texts));
  }

  @ParameterizedTest
  @CsvSource({
    "s3:GetObject, true",
    "S3:getobject, true",
    "s3:Get*, true",
    "s3:GetObject?, false",
    "*, true",
    "**, true",
    "*:*, true",
    "*:GetObject, false",
    "s*:GetObject, false",
    "s?:GetObject, false",
    "?3:GetObject, false",
    "ec2:GetObject, false",
    "'', false",
    ":GetObject, false",
    ":*, false",
    "s3, false",
    "s3:, false",
    "'s3:Get*,s3:Put*', false",
    "'s3:Get* ', false",
    "' s3:Get*', false",
    "*?, false"
  })
  void matchesAnAction(String pattern, boolean matches) {
    var request = Asking.view("s3:GetObject", Asking.OBJECT);
    assertThat(actions(false, pattern).matches(request)).isEqualTo(matches);
    assertThat(actions(true, pattern).matches(request)).isEqualTo(!matches);
  }

  @Test
  void namesWhatItHoldsForAService() {
    var set = actions(false, "s3:Get*", "EC2:Run", "*", "nothing");
    assertThat(set.services()).containsExactlyInAnyOrder("s3", "ec2", "");
    assertThat(set.names("s3")).containsExactly("get*", "*");
    assertThat(set.names("ec2")).containsExactly("run", "*");
    assertThat(set.isNegated()).isFalse();
    assertThat(actions(true, "s3:Get*").isNegated()).isTrue();
  }

  @Test
  void mayBeAboutAnyService() {
    assertThat(actions(false, "s3:Get*").isOfAnyService()).isFalse();
    assertThat(actions(false, "s3:Get*", "*").isOfAnyService()).isTrue();
    assertThat(actions(true, "s3:Get*").isOfAnyService()).isTrue();
  }

  @Test
  void anActionWithoutAServiceIsOfNone() {
    assertThat(actions(false, "s3:Get*").matches(Asking.view("GetObject", "*"))).isFalse();
    assertThat(actions(false, "*").matches(Asking.view("GetObject", "*"))).isTrue();
  }
}
