package io.outcrop.grants.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Compares every form of every handover of `grants/form` with the file beside it. `-Dgolden=write`
/// rewrites the files, for review.
final class FormSuiteTest {
  static Stream<Arguments> forms() throws IOException {
    return Handovers.all()
        .flatMap(one ->
            Stream.of(Form.values()).map(form -> Arguments.of(one.get()[0], form, one.get()[1])));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("forms")
  void readsAsTheFileSays(String name, Form form, Handover handover) throws IOException {
    var file = Handovers.SUITE.resolve(name + "." + form.word() + ".txt");
    var actual =
        switch (Forms.render(form, handover)) {
          case Rendering.Rendered(var text, var does, var undo) ->
              text + "---- does\n" + does + "\n---- undo\n" + undo;
          case Rendering.NotPossible(var why, var help) ->
              "---- not possible\n" + why + "\n---- help\n" + help + "\n";
        };
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(file, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(file));
  }

  @Test
  void aFormIsFoundByItsWord() {
    assertThat(List.of(Form.values())).allMatch(form -> Form.of(form.word()).get() == form);
    assertThat(Form.of("pulumi")).isEmpty();
  }
}
