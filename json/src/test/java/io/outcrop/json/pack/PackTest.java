package io.outcrop.json.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PackTest {
  @Test
  void whatWasWrittenIsReadInOrder() {
    var packer = new Packer();
    packer.text("a … ü 😀");
    packer.number(0);
    packer.number(127);
    packer.number(128);
    packer.number(Integer.MAX_VALUE);
    packer.flag(true);
    packer.flag(false);
    packer.texts(List.of("b", "a … ü 😀", ""));
    packer.list(List.of(3, 2, 1), Packer::number);
    var reader = new Unpacker(packer.bytes());
    assertThat(reader.text()).isEqualTo("a … ü 😀");
    assertThat(IntStream.range(0, 4).map(_ -> reader.number()))
        .containsExactly(0, 127, 128, Integer.MAX_VALUE);
    assertThat(reader.flag()).isTrue();
    assertThat(reader.flag()).isFalse();
    assertThat(reader.texts()).containsExactly("b", "a … ü 😀", "");
    assertThat(reader.list(Unpacker::number)).containsExactly(3, 2, 1);
  }

  @Test
  void aBlockCanBeReadLater() {
    var packer = new Packer();
    packer.block(inner -> {
      inner.text("later");
      inner.block(innermost -> innermost.number(300));
    });
    packer.text("now");
    var reader = new Unpacker(packer.bytes());
    var block = reader.block();
    assertThat(reader.text()).isEqualTo("now");
    assertThat(block.text()).isEqualTo("later");
    assertThat(block.block().number()).isEqualTo(300);
  }

  @Test
  void listsByNameKeepTheirOrder() {
    var seed = new Random().nextLong();
    var random = new Random(seed);
    for (var round = 0; round < 200; round++) {
      Map<String, List<String>> lists = new LinkedHashMap<>();
      for (var i = random.nextInt(5); i > 0; i--) {
        lists.put(
            word(random), random.ints(random.nextInt(4)).mapToObj(Integer::toString).toList());
      }
      var packer = new Packer();
      packer.lists(lists);
      var read = new Unpacker(packer.bytes()).lists();
      assertThat(read).as("seed " + seed).isEqualTo(lists);
      assertThat(read.keySet()).as("seed " + seed).containsExactlyElementsOf(lists.keySet());
    }
  }

  @Test
  void aJsonValueIsTheSameAgain() {
    var text = "{\"a\":[1,\"x\",true,false,null,{\"b\":{}},[]],\"c\":\"x\"}";
    var value = ((JsonReading.Read) JsonReader.read(text)).value();
    var packer = new Packer();
    packer.json(value);
    assertThat(new Unpacker(packer.bytes()).json()).isEqualTo(value).hasToString(text);
  }

  @Test
  void whereNoPackLiesNoneIsFound() {
    assertThat(PackFile.beside(PackTest.class, "no-such.pack")).isEmpty();
    assertThat(PackFile.beside(String.class, "no-such.pack")).isEmpty();
  }

  @Test
  void noNumberIsNegative() {
    assertThatThrownBy(() -> new Packer().number(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  private static String word(Random random) {
    return Integer.toString(random.nextInt(1 << 20), 36);
  }
}
