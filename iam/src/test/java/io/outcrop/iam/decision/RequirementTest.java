package io.outcrop.iam.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.iam.decision.Requirement.Constant;
import io.outcrop.iam.decision.Requirement.Test;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

class RequirementTest {
  private static final Requirement YES = new Constant(true);
  private static final Requirement NO = new Constant(false);
  private static final Requirement A = of("a");
  private static final Requirement B = of("b");
  private static final Requirement C = of("c");

  private static Test of(String key) {
    return new Test(unknown(key), true, Set.of());
  }

  private static Unknown unknown(String key) {
    return new Unknown.OfCondition("StringEquals", key, List.of("x"));
  }

  @org.junit.jupiter.api.Test
  void joinsAsSimplyAsCanBeSeen() {
    assertThat(Requirement.all(List.of())).isEqualTo(YES);
    assertThat(Requirement.any(List.of())).isEqualTo(NO);
    assertThat(Requirement.all(List.of(A, NO))).isEqualTo(NO);
    assertThat(Requirement.any(List.of(A, YES))).isEqualTo(YES);
    assertThat(Requirement.all(List.of(A, YES))).isEqualTo(A);
    assertThat(Requirement.any(List.of(A, NO, A))).isEqualTo(A);
    assertThat(Requirement.all(List.of(Requirement.all(List.of(A, B)), C)))
        .isEqualTo(new Requirement.All(List.of(A, B, C)));
    assertThat(Requirement.any(List.of(Requirement.any(List.of(A, B)), C)))
        .isEqualTo(new Requirement.Any(List.of(A, B, C)));
    assertThat(Requirement.any(List.of(Requirement.all(List.of(A, B)), C)))
        .isEqualTo(new Requirement.Any(List.of(new Requirement.All(List.of(A, B)), C)));
  }

  @org.junit.jupiter.api.Test
  void turnsAround() {
    var formula = Requirement.any(List.of(Requirement.all(List.of(A, B)), C));
    assertThat(formula.not())
        .isEqualTo(Requirement.all(List.of(Requirement.any(List.of(A.not(), B.not())), C.not())));
    assertThat(YES.not()).isEqualTo(NO);
    assertThat(A.not().not()).isEqualTo(A);
  }

  @org.junit.jupiter.api.Test
  void holdsByWhatIsSo() {
    var formula = Requirement.any(List.of(Requirement.all(List.of(A, B.not())), C));
    assertThat(formula.holds(Set.of(unknown("a"))::contains)).isTrue();
    assertThat(formula.holds(Set.of(unknown("a"), unknown("b"))::contains)).isFalse();
    assertThat(formula.holds(Set.of(unknown("b"), unknown("c"))::contains)).isTrue();
    assertThat(formula.holds(_ -> false)).isFalse();
    assertThat(formula.unknowns()).containsExactly(unknown("a"), unknown("b"), unknown("c"));
    assertThat(formula.words())
        .containsExactly("condition key `a`", "condition key `b`", "condition key `c`");
  }

  @org.junit.jupiter.api.Test
  void leavesOutWhatMakesNoDifference() {
    assertThat(Requirement.any(List.of(A, A.not())).simplified()).isEqualTo(YES);
    assertThat(Requirement.all(List.of(A, A.not())).simplified()).isEqualTo(NO);
    assertThat(Requirement.any(List.of(A, Requirement.all(List.of(A, B)))).simplified())
        .isEqualTo(A);
    assertThat(Requirement.all(List.of(A, Requirement.any(List.of(A, B)))).simplified())
        .isEqualTo(A);
    assertThat(
            Requirement.any(
                    List.of(Requirement.all(List.of(A, B)), Requirement.all(List.of(A, B.not()))))
                .simplified())
        .isEqualTo(A);
    var aOrC =
        Requirement.any(
            List.of(A, Requirement.all(List.of(B, C)), Requirement.all(List.of(B.not(), C))));
    assertThat(aOrC.simplified()).isEqualTo(Requirement.any(List.of(A, C)));
    var all = Requirement.all(List.of(A, B));
    assertThat(all.simplified()).isEqualTo(all);
    assertThat(all.simplified().isAlways()).isFalse();
    assertThat(all.simplified().isNever()).isFalse();
    assertThat(YES.isAlways()).isTrue();
    assertThat(YES.isNever()).isFalse();
    assertThat(NO.isNever()).isTrue();
    assertThat(NO.isAlways()).isFalse();
  }

  @org.junit.jupiter.api.Test
  void agreesByMeaning() {
    var distributed =
        Requirement.any(List.of(Requirement.all(List.of(A, B)), Requirement.all(List.of(A, C))));
    var joined = Requirement.all(List.of(A, Requirement.any(List.of(B, C))));
    assertThat(Requirement.agree(distributed, joined)).isTrue();
    assertThat(Requirement.agree(distributed, A)).isFalse();
    assertThat(Requirement.agree(A, B)).isFalse();
  }

  @org.junit.jupiter.api.Test
  void triesUpToTwelveUnknownThings() {
    var twelve = new ArrayList<Requirement>();
    for (var i = 0; i < 12; i++) {
      twelve.add(of("k" + i));
    }
    var any = Requirement.any(twelve);
    assertThat(Requirement.agree(any, Requirement.any(twelve.reversed()))).isTrue();
    twelve.add(A);
    var thirteen = Requirement.any(twelve);
    assertThat(Requirement.agree(thirteen, thirteen)).isTrue();
    assertThat(Requirement.agree(thirteen, Requirement.any(twelve.reversed()))).isFalse();
  }
}
