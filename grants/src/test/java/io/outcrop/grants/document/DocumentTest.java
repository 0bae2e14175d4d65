package io.outcrop.grants.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outcrop.json.Json;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DocumentTest {
  private static final Holder ALICE = new Holder(Holder.Kind.USER, "alice");
  private static final Limits LIMITS = Limits.shipped();

  @Test
  void everyKindOfHolderHasItsLimits() {
    assertThat(LIMITS.managed()).isEqualTo(6144);
    assertThat(LIMITS.of(Holder.Kind.USER).inline()).isEqualTo(2048);
    assertThat(LIMITS.of(Holder.Kind.GROUP).inline()).isEqualTo(5120);
    assertThat(LIMITS.of(Holder.Kind.ROLE).inline()).isEqualTo(10240);
    assertThat(LIMITS.ofHolder().values())
        .allMatch(one -> one.attached() > 0 && one.attachedAtMost() >= one.attached());
  }

  @Test
  void whiteSpaceBetweenTokensDoesNotCount() {
    assertThat(document("P", 0).characters()).isEqualTo("{\"Sid\":\"\"}".length());
    assertThat(document("P", 5).characters()).isEqualTo("{\"Sid\":\"\"}".length() + 5);
  }

  @Test
  void inlinePoliciesCountTogether() {
    var target = new Target.Inline(ALICE);
    assertThat(Fit.of(List.of(document("P", 1000), document("Q", 1000)), target, LIMITS))
        .isEqualTo(new Fit.Fits());
    assertThat(Fit.of(List.of(document("P", 1000), document("Q", 1029)), target, LIMITS))
        .isEqualTo(new Fit.TooLong(2049, 2048));
  }

  @Test
  void onlySoManyPoliciesCanBeAttached() {
    var target = new Target.Attached(ALICE);
    assertThat(Fit.of(Collections.nCopies(10, document("P", 1)), target, LIMITS))
        .isEqualTo(new Fit.Fits());
    assertThat(Fit.of(Collections.nCopies(11, document("P", 1)), target, LIMITS))
        .isEqualTo(new Fit.TooMany(11, 10, 20));
    assertThat(Fit.of(Collections.nCopies(11, document("P", 1)), new Target.Unattached(), LIMITS))
        .isEqualTo(new Fit.Fits());
  }

  @Test
  void aHolderIsReadFromItsKindAndName() {
    assertThat(Holder.of("user", "alice")).contains(ALICE);
    assertThat(Holder.of("users", "alice")).isEmpty();
    assertThat(Holder.of("user", "$(id)")).isEmpty();
    assertThat(ALICE).hasToString("user `alice`");
  }

  @Test
  void aNameThatAShellCouldMisreadCannotBeBuilt() {
    assertThatThrownBy(() -> new Holder(Holder.Kind.ROLE, "a b"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> document("a'b", 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> document("", 0)).isInstanceOf(IllegalArgumentException.class);
  }

  private static NamedDocument document(String name, int length) {
    return new NamedDocument(name, Json.object().with("Sid", Json.of("x".repeat(length))));
  }
}
