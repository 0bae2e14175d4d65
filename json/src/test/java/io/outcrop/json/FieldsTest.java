package io.outcrop.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FieldsTest {
  private final List<Problem> problems = new ArrayList<>();

  @Test
  void allProblemsOfADocumentAreFoundAtOnce() {
    var fields = fields("{\"name\":7,\n\"users\":[{\"id\":\"a\"},{\"idd\":\"b\"}],\n\"typo\":1}");
    fields.text("name");
    fields.text("missing");
    fields.objects("users", user -> user.text("id"));
    fields.finish();
    assertThat(problems)
        .extracting(Problem::toString)
        .containsExactly(
            "line 1, column 9: `/name`: found a number, expected a string",
            "line 1, column 1: `/missing`: member `missing` is missing",
            "line 2, column 21: `/users/1/id`: member `id` is missing",
            "line 2, column 22: `/users/1/idd`: unknown member `idd`",
            "line 3, column 1: `/typo`: unknown member `typo`");
  }

  @Test
  void whatIsMissingFromNoObjectIsMissingWhereThatStands() {
    var fields = fields(" 7");
    fields.text("name");
    assertThat(problems)
        .extracting(Problem::toString)
        .containsExactly(
            "line 1, column 2: found a number, expected an object",
            "line 1, column 2: `/name`: member `name` is missing");
  }

  @Test
  void aPointerEscapesSlashAndTilde() {
    var fields = fields("{\"a/b~c\":{\"x\":1}}");
    fields.map("a/b~c", value -> value).clear();
    assertThat(fields.pointer("a/b~c")).isEqualTo("/a~1b~0c");
  }

  @Test
  void whatIsGivenIsRead() {
    var fields = fields("{\"n\":3,\"f\":true,\"t\":[\"a\",\"b\"],\"m\":{\"k\":\"v\"}}");
    assertThat(fields.whole("n", 0)).isEqualTo(3);
    assertThat(fields.whole("absent", 9)).isEqualTo(9);
    assertThat(fields.flag("f", false)).isTrue();
    assertThat(fields.texts("t")).containsExactly("a", "b");
    assertThat(fields.textMap("m")).containsExactly(java.util.Map.entry("k", "v"));
    fields.finish();
    assertThat(problems).isEmpty();
  }

  private Fields fields(String text) {
    return new Fields(((JsonReading.Read) JsonReader.read(text)).value(), "", problems);
  }
}
