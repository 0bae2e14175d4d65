package io.outcrop.cloud.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outcrop.cloud.answer.UnreadableAnswerException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class XmlTest {
  private static final String ANSWER =
      """
      <?xml version="1.0"?>
      <ListResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/">
        <ListResult><Names><member>a &amp; b</member><member><![CDATA[<c>]]></member></Names></ListResult>
      </ListResponse>
      """;

  @Test
  void elementsAreFoundByTheirNames() {
    var result = Xml.read(ANSWER).in("ListResult");

    assertThat(result.list("Names").map(Xml::text)).containsExactly("a & b", "<c>");
    assertThat(result.text("Marker")).isEmpty();
    assertThat(result.child("Marker")).isEmpty();
    assertThat(result.in("Nobody").list("Names")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "<a>",
        "<a></b>",
        "<html><br></html>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>"
      })
  void whatIsNoAnswerIsToldSo(String document) {
    assertThatThrownBy(() -> Xml.read(document)).isInstanceOf(UnreadableAnswerException.class);
  }

  @Test
  void noDepthIsTooMuchForTheStack() {
    var deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);

    assertThatThrownBy(() -> Xml.read(deep)).isInstanceOf(UnreadableAnswerException.class);
  }

  @Test
  void whateverComesIsReadOrToldToBeUnreadable() {
    var random = new Random(20261129);
    var pieces = List.of("<", ">", "&", ";", "]]>", "<!--", "<?", "\"", "\u0000", "\ufffe", "</a>");
    for (var round = 0; round < 20_000; round++) {
      var text = new StringBuilder(ANSWER);
      for (var change = random.nextInt(4); change >= 0; change--) {
        var at = random.nextInt(text.length());
        text.replace(
            at,
            Math.min(text.length(), at + random.nextInt(3)),
            pieces.get(random.nextInt(pieces.size())));
      }
      try {
        assertThat(Xml.read(text.toString()).name()).isNotEmpty();
      } catch (UnreadableAnswerException said) {
        assertThat(said).hasMessageStartingWith("the answer is no XML: ");
      }
    }
  }
}
