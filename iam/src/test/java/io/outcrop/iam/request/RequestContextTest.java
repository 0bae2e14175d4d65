package io.outcrop.iam.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.iam.request.Knowledge.Doubt;
import io.outcrop.iam.request.RequestContext.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestContextTest {
  @Test
  void keysAreOneWhateverTheirCase() {
    var context = RequestContext.of(Map.of("aws:Username", "alice")).with("AWS:USERNAME", "bob");
    assertThat(context.keys()).containsExactly("aws:username");
    assertThat(context.get("Aws:UserName").orElseThrow().texts()).containsExactly("bob");
    assertThat(context.get("Aws:UserName").orElseThrow().multivalued()).isFalse();
    assertThat(context.without("aws:USERNAME").keys()).isEmpty();
    assertThat(context.get("aws:userid")).isEmpty();
  }

  @Test
  void aListStaysAList() {
    var context = RequestContext.empty().withAll("aws:TagKeys", List.of());
    assertThat(context.get("aws:tagkeys").orElseThrow().multivalued()).isTrue();
    assertThat(context.get("aws:tagkeys").orElseThrow().texts()).isEmpty();
  }

  @Test
  void ofTwoValuesWithOneNameTheLaterCounts() {
    var context =
        RequestContext.of(
            List.of(
                new Value("aws:A", false, List.of("1")), new Value("AWS:a", true, List.of("2"))));
    assertThat(context.get("aws:a")).contains(new Value("AWS:a", true, List.of("2")));
    assertThat(context.keys()).containsExactly("aws:a");
    assertThat(context.knowledge()).isSameAs(Knowledge.COMPLETE);
  }

  @Test
  void allIsKnownUnlessSomebodySaysOtherwise() {
    var complete = RequestContext.empty().with("a", "b").knowledge();
    assertThat(complete.isOfAllKeys()).isTrue();
    assertThat(complete.isOfSessionName()).isTrue();
    assertThat(complete.doubt("x")).isEqualTo(Doubt.NONE);
    assertThat(complete.withoutSessionName().isOfSessionName()).isFalse();
    assertThat(complete.withoutSessionName().isOfAllKeys()).isTrue();
  }

  @Test
  void oneKeyGoesBeforeMany() {
    var known =
        Knowledge.COMPLETE
            .with("aws:PrincipalTag/*", Doubt.BOTH)
            .with("aws:PrincipalTag/Team", Doubt.VALUE);
    assertThat(known.isOfAllKeys()).isFalse();
    assertThat(known.isOfSessionName()).isTrue();
    assertThat(known.doubt("aws:principaltag/team")).isEqualTo(Doubt.VALUE);
    assertThat(known.doubt("aws:principaltag/env")).isEqualTo(Doubt.BOTH);
    assertThat(known.doubt("aws:sourceip")).isEqualTo(Doubt.NONE);
    assertThat(known.doubt("/")).isEqualTo(Doubt.NONE);
    assertThat(Knowledge.NONE.doubt("aws:sourceip")).isEqualTo(Doubt.BOTH);
    assertThat(Knowledge.NONE.isOfAllKeys()).isFalse();
    assertThat(Knowledge.NONE.with("a", Doubt.NONE).doubt("a")).isEqualTo(Doubt.NONE);
    assertThat(RequestContext.empty().known(known).knowledge()).isSameAs(known);
  }
}
