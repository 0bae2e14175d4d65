package io.outcrop.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.JsonPatch.Application;
import io.outcrop.json.JsonPatch.Operation;
import io.outcrop.json.JsonPatch.Parsing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonPatchTest {
  static Stream<Arguments> cases() throws IOException {
    var text = Files.readString(Path.of("src/test/resources/json/patch/cases.json"));
    return ((Json.Arr) json(text))
        .elements().stream()
            .map(Json.Obj.class::cast)
            .map(c -> Arguments.argumentSet(c.text("name").orElseThrow(), c));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void patchesAsTheCaseSays(Json.Obj given) {
    var document = given.get("document").orElseThrow();
    var expected = given.get("expected");
    switch (JsonPatch.parse(given.get("patch").orElseThrow())) {
      case Parsing.Rejected(var problems) ->
          assertThat(problems.getFirst().toString())
              .contains(given.text("rejected").orElse("a patch that can be read"));
      case Parsing.Parsed(var patch) ->
          assertThat(text(patch.apply(document)))
              .isEqualTo(
                  expected
                      .map(JsonWriter::compact)
                      .orElseGet(() -> given.text("error").orElseThrow()));
    }
  }

  private static String text(Application application) {
    return switch (application) {
      case Application.Applied(var document) -> JsonWriter.compact(document);
      case Application.DoesNotApply(var operation, var why) -> operation + ": " + why;
    };
  }

  @Test
  void writesTheFormThatItReads() {
    for (var given :
        List.of(
            "[{'op':'add','path':'/a~1b/0','value':1},{'op':'remove','path':'/m~0n'}]",
            "[{'op':'replace','path':'','value':null},{'op':'test','path':'/','value':[]}]",
            "[{'op':'move','from':'/a','path':'/b'},{'op':'copy','from':'/a','path':'/b/-'}]")) {
      var form = json(given.replace('\'', '"'));
      assertThat(JsonPatch.parse(form))
          .isInstanceOfSatisfying(
              Parsing.Parsed.class,
              parsed -> assertThat(parsed.patch()).hasToString(form.toString()));
    }
  }

  @Test
  void aPatchBetweenArraysTouchesOnlyWhatChanged() {
    assertThat(between("['first','b','third','d']", "['first','third','x','d']"))
        .isEqualTo("[{'op':'remove','path':'/1'},{'op':'add','path':'/2','value':'x'}]");
    assertThat(
            between(
                "{'S':[{'A':['x','y'],'E':'Deny'},{'A':'z'}]}",
                "{'S':[{'A':['y'],'E':'Deny'},{'A':'z'}]}"))
        .isEqualTo("[{'op':'remove','path':'/S/0/A/0'}]");
    assertThat(
            between(
                "{'S':[{'A':'a','E':'Deny'}]}",
                "{'S':[{'A':'b','E':'Allow'},{'A':'a','E':'Deny'}]}"))
        .isEqualTo("[{'op':'add','path':'/S/0','value':{'A':'b','E':'Allow'}}]");
    assertThat(between("{'a':1,'b':2}", "{'b':2,'a':1}")).isEqualTo("[]");
    assertThat(between("1", "[1]")).isEqualTo("[{'op':'replace','path':'','value':[1]}]");
  }

  @Test
  void aValueThatChangedThroughoutIsReplaced() {
    assertThat(between("{'k':['aaa','bbb','ccc']}", "{'k':['x','y','z']}"))
        .isEqualTo("[{'op':'replace','path':'/k','value':['x','y','z']}]");
  }

  @Test
  void veryLongArraysArePatchedToo() {
    var before = new ArrayList<Json>();
    var after = new ArrayList<Json>();
    for (var i = 0; i < 500; i++) {
      before.add(Json.of("element " + i));
      after.add(Json.of("element " + (i % 7 == 0 ? -i : i)));
    }
    after.removeLast();
    var patch = JsonPatch.between(Json.array(before), Json.array(after));
    assertThat(patch.apply(Json.array(before)))
        .isEqualTo(new Application.Applied(Json.array(after)));
  }

  @Test
  void aPatchBetweenAnyTwoValuesLeadsFromOneToTheOther() {
    var seed = Optional.ofNullable(Long.getLong("seed")).orElse(20261128L);
    var random = new Random(seed);
    for (var i = 0; i < 3000; i++) {
      var before = random(random, 3);
      var after = random.nextInt(3) == 0 ? random(random, 3) : mutated(before, random);
      var patch = JsonPatch.between(before, after);
      assertThat(patch.apply(before))
          .as("seed %d: %s to %s by %s", seed, before, after, patch)
          .isEqualTo(new Application.Applied(after));
      assertThat(patch.operations()).noneMatch(Operation.Test.class::isInstance);
      assertThat(JsonPatch.parse(patch.toJson())).isEqualTo(new Parsing.Parsed(patch));
      assertThat(JsonPatch.between(before, before).operations()).isEmpty();
    }
  }

  private static Json random(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 3)) {
      case 0 -> Json.of(random.nextInt(3));
      case 1 -> Json.of("s/~" + random.nextInt(4));
      case 2 -> random.nextBoolean() ? Json.ofNull() : Json.of(random.nextBoolean());
      case 3, 4 -> {
        var elements = new ArrayList<Json>();
        for (var i = random.nextInt(5); i > 0; i--) {
          elements.add(random(random, depth - 1));
        }
        yield Json.array(elements);
      }
      default -> {
        var members = new LinkedHashMap<String, Json>();
        for (var i = random.nextInt(4); i > 0; i--) {
          members.put(
              List.of("a", "b/c", "m~n", "", "0").get(random.nextInt(5)),
              random(random, depth - 1));
        }
        yield Json.object(members);
      }
    };
  }

  private static Json mutated(Json value, Random random) {
    return switch (value) {
      case Json.Arr(var elements, _) when !elements.isEmpty() -> {
        var changed = new ArrayList<>(elements);
        var at = random.nextInt(changed.size());
        switch (random.nextInt(3)) {
          case 0 -> changed.remove(at);
          case 1 -> changed.add(at, random(random, 1));
          default -> changed.set(at, mutated(changed.get(at), random));
        }
        yield Json.array(changed);
      }
      case Json.Obj object when !object.members().isEmpty() -> {
        var name =
            List.copyOf(object.members().keySet()).get(random.nextInt(object.members().size()));
        yield random.nextBoolean()
            ? object.without(name)
            : object.with(name, mutated(object.get(name).orElseThrow(), random));
      }
      case Json.Arr _, Json.Obj _, Json.Str _, Json.Num _, Json.Bool _, Json.Null _ ->
          random(random, 1);
    };
  }

  private static String between(String before, String after) {
    return JsonPatch.between(json(before.replace('\'', '"')), json(after.replace('\'', '"')))
        .toString()
        .replace('"', '\'');
  }

  private static Json json(String text) {
    return switch (JsonReader.read(text)) {
      case JsonReading.Read(var value) -> value;
      case JsonReading.Malformed(var message, _) -> throw new AssertionError(message);
    };
  }
}
