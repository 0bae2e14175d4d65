package io.outcrop.iam.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.iam.request.Knowledge;
import io.outcrop.iam.request.Knowledge.Doubt;
import io.outcrop.iam.request.RequestContext;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
  private static final RequestContext CONTEXT =
      RequestContext.empty()
          .with("aws:PrincipalTag/team", "blue")
          .with("aws:PrincipalTag/star", "b*e")
          .withAll("aws:TagKeys", List.of("a", "b"));

  private static RequestView view(RequestContext context) {
    return RequestView.of(Asking.request("s3:GetObject", "*", context));
  }

  private static Truth truth(String pattern, String value, Knowledge knowledge) {
    return Template.pattern(pattern, true)
        .truth(view(CONTEXT.known(knowledge)), glob -> glob.matches(value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain | plain | true",
        "'' | '' | true",
        "pl*n | plain | true",
        "${aws:PrincipalTag/team} | blue | true",
        "${AWS:principaltag/TEAM} | blue | true",
        "x/${aws:PrincipalTag/team}/* | x/blue/y | true",
        "${aws:PrincipalTag/team}${aws:PrincipalTag/team} | blueblue | true",
        "${aws:PrincipalTag/star} | b*e | true",
        "${aws:PrincipalTag/star} | blue | false",
        "${*} | * | true",
        "${*} | x | false",
        "${?} | ? | true",
        "${?} | x | false",
        "${$}{a} | ${a} | true",
        "${aws:PrincipalTag/team, 'red'} | blue | true",
        "${aws:PrincipalTag/team | ${aws:PrincipalTag/team | true",
        "{aws:PrincipalTag/team} | {aws:PrincipalTag/team} | true",
        "${aws:TagKeys} | a | false"
      })
  void variablesArePutIn(String pattern, String value, boolean matches) {
    assertThat(truth(pattern, value, Knowledge.COMPLETE)).isEqualTo(Truth.of(matches));
  }

  @Test
  void aMissingKeyCouldTurnIt() {
    var open = truth("x/${aws:PrincipalTag/none}", "x/y", Knowledge.COMPLETE);
    assertThat(open).isEqualTo(Truth.open(false, Set.of("aws:PrincipalTag/none")));
    var byDefault = truth("x/${aws:PrincipalTag/none, 'y'}", "x/y", Knowledge.COMPLETE);
    assertThat(byDefault).isEqualTo(Truth.open(true, Set.of("aws:PrincipalTag/none")));
    assertThat(truth("x/${aws:PrincipalTag/none,'y'}", "z/y", Knowledge.COMPLETE))
        .isEqualTo(Truth.NO);
    assertThat(truth("x/${aws:PrincipalTag/none, ''}", "x/", Knowledge.COMPLETE).holds()).isTrue();
    assertThat(truth("x/${aws:PrincipalTag/none, y}", "x/y", Knowledge.COMPLETE).turnedBy())
        .containsExactly("aws:PrincipalTag/none, y");
  }

  @Test
  void aKeyWithManyValuesIsNeverPutIn() {
    var resolved =
        Template.pattern("${aws:TagKeys}${aws:PrincipalTag/none}", true).resolve(view(CONTEXT));
    assertThat(resolved.known()).isFalse();
    assertThat(resolved.missing()).isEmpty();
    assertThat(resolved.isPossible()).isFalse();
    assertThat(
            Template.pattern("${aws:PrincipalTag/none}", true).resolve(view(CONTEXT)).isPossible())
        .isTrue();
    assertThat(Template.pattern("*", true).resolve(view(CONTEXT)).isPossible()).isTrue();
  }

  @Test
  void whatNobodyKnowsMayBe() {
    var team = "aws:PrincipalTag/team";
    for (var doubt : List.of(Doubt.VALUE, Doubt.PRESENCE, Doubt.BOTH)) {
      var knowledge = Knowledge.COMPLETE.with(team, doubt);
      assertThat(truth("x/${aws:PrincipalTag/team}", "x/y", knowledge)).isEqualTo(Truth.MAYBE);
      assertThat(truth("x/${aws:PrincipalTag/team}", "z/y", knowledge)).isEqualTo(Truth.NO);
    }
    var missing = Knowledge.COMPLETE.with("aws:PrincipalTag/none", Doubt.VALUE);
    assertThat(truth("x/${aws:PrincipalTag/none}", "x/y", missing))
        .isEqualTo(Truth.open(false, Set.of("aws:PrincipalTag/none")));
    var unknown =
        Template.pattern("${aws:PrincipalTag/team}", true)
            .resolve(view(CONTEXT.known(Knowledge.NONE)));
    assertThat(unknown.isPossible()).isTrue();
    assertThat(unknown.unknown()).containsExactly(team);
  }

  @Test
  void withoutVariablesTheyArePlainText() {
    var template = Template.pattern("${aws:PrincipalTag/team}", false);
    assertThat(template.truth(view(CONTEXT), glob -> glob.matches("blue"))).isEqualTo(Truth.NO);
    assertThat(template.truth(view(CONTEXT), glob -> glob.matches("${aws:PrincipalTag/team}")))
        .isEqualTo(Truth.YES);
    assertThat(Template.text("a*", false).truth(view(CONTEXT), glob -> glob.matches("ab")))
        .isEqualTo(Truth.NO);
    assertThat(
            Template.lowerCaseText("A${aws:PrincipalTag/TEAM}", true)
                .truth(view(CONTEXT), glob -> glob.matches("ablue")))
        .isEqualTo(Truth.YES);
  }
}
