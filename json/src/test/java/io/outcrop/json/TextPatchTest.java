package io.outcrop.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextPatchTest {
  private static final String POLICY =
      """
      {
          "Version" : "2012-10-17",

          "Statement": [
              { "Effect": "Allow", "Action": ["a:B", "c:D"], "Resource": "*" },
              {
                  "Effect": "Deny",
                  "Action": [
                      "e:F",
                      "g:H"
                  ]
              }
          ]
      }
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "replace | /Statement/0/Action/1 | \"x:Y\" | \"c:D\" | \"x:Y\"",
        "replace | /Statement/0/Resource | [\"r\",\"s\"] | \"Resource\": \"*\" | \"Resource\":"
            + " [\"r\", \"s\"]",
        "remove  | /Statement/0/Action/0 | | [\"a:B\", \"c:D\"] | [\"c:D\"]",
        "remove  | /Statement/0/Action/1 | | [\"a:B\", \"c:D\"] | [\"a:B\"]",
        "remove  | /Statement/0/Effect | | \"Effect\": \"Allow\",~ | ``",
        "remove  | /Statement/0/Resource | | , \"Resource\": \"*\" | ``",
        "remove  | /Statement/1/Action/1 | | ,/                \"g:H\" | ``",
        "add     | /Statement/1/Action/- | \"i:J\" | \"g:H\" | \"g:H\",/                \"i:J\"",
        "add     | /Statement/1/Action/0 | \"i:J\" | \"e:F\" | \"i:J\",/                \"e:F\"",
        "add     | /Statement/0/Sid | \"S\" | \"Resource\": \"*\" | \"Resource\": \"*\", \"Sid\":"
            + " \"S\"",
        "add     | /Id | \"S\" | `` | ``",
      })
  void onlyWhatThePatchTouchesChanges(
      String op, String path, String value, String before, String after) {
    var patch =
        "[{\"op\":\"%s\",\"path\":\"%s\"%s}]"
            .formatted(op, path, value == null ? "" : ",\"value\":" + value);
    var patched = TextPatch.apply(POLICY, patch(patch)).orElseThrow();
    if (before.isEmpty()) {
      assertThat(patched).endsWith("    ],\n    \"Id\": \"S\"\n}\n");
    } else {
      assertThat(patched)
          .isEqualTo(POLICY.replace(unfolded(before), after == null ? "" : unfolded(after)));
    }
  }

  private static String unfolded(String text) {
    return text.replace("/", "\n").replace("~", " ");
  }

  @Test
  void aStatementIsAddedAsTheOthersAreWritten() {
    var patch =
        "[{\"op\":\"add\",\"path\":\"/Statement/-\",\"value\":{\"Effect\":\"Deny\",\"Action\":[\"a\"]}}]";
    assertThat(TextPatch.apply(POLICY, patch(patch)).orElseThrow())
        .endsWith(
            """
                    },
                    {
                        "Effect": "Deny",
                        "Action": [
                            "a"
                        ]
                    }
                ]
            }
            """);
  }

  @Test
  void nothingIsDoneToWhatIsNoJsonOrDoesNotFit() {
    assertThat(TextPatch.apply("{,}", patch("[]"))).isEmpty();
    assertThat(TextPatch.apply("{}", patch("[{\"op\":\"remove\",\"path\":\"/a\"}]"))).isEmpty();
    assertThat(TextPatch.apply("{ }\n", patch("[]"))).contains("{ }\n");
  }

  /// Whatever the values and however they are written, the text says what the patched value says,
  /// and was not printed anew: the blanks before it are still there.
  @Test
  void theTextSaysWhatThePatchedValueSays() {
    var seed = new Random().nextLong();
    var random = new Random(seed);
    for (var i = 0; i < 2000; i++) {
      var before = value(random, 4);
      var after = random.nextBoolean() ? value(random, 4) : changed(before, random);
      var text =
          " \n" + (random.nextBoolean() ? JsonWriter.pretty(before) : spaced(before, random));
      var patched = TextPatch.apply(text, JsonPatch.between(before, after));
      assertThat(patched.orElseThrow()).as("seed %d: %s", seed, text).startsWith(" \n");
      assertThat(read(patched.get())).as("seed %d: %s", seed, text).isEqualTo(after);
    }
  }

  private static Json changed(Json value, Random random) {
    return switch (value) {
      case Json.Obj object -> {
        var members = new LinkedHashMap<String, Json>();
        object
            .members()
            .forEach((name, member) -> {
              if (random.nextInt(5) > 0) {
                members.put(name, changed(member.value(), random));
              }
            });
        members.put("new" + random.nextInt(3), value(random, 1));
        yield Json.object(members);
      }
      case Json.Arr array -> {
        var elements = new ArrayList<Json>();
        for (var element : array.elements()) {
          if (random.nextInt(5) > 0) {
            elements.add(changed(element, random));
          }
        }
        yield Json.array(elements);
      }
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ ->
          random.nextInt(4) == 0 ? value(random, 1) : value;
    };
  }

  private static Json value(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 3)) {
      case 0 -> Json.of("a\"b\\" + random.nextInt(4) + "é{]");
      case 1 -> Json.of(random.nextInt(5));
      case 2 -> Json.of(random.nextBoolean());
      case 3 -> {
        var elements = new ArrayList<Json>();
        for (var i = random.nextInt(4); i > 0; i--) {
          elements.add(value(random, depth - 1));
        }
        yield Json.array(elements);
      }
      default -> {
        var members = new LinkedHashMap<String, Json>();
        for (var i = random.nextInt(4); i > 0; i--) {
          members.put(
              Map.of(0, "a/b", 1, "c~", 2, "\"q", 3, "d").get(random.nextInt(4)),
              value(random, depth - 1));
        }
        yield Json.object(members);
      }
    };
  }

  private static String spaced(Json value, Random random) {
    var out = new StringBuilder();
    var inString = false;
    var text = JsonWriter.compact(value);
    for (var i = 0; i < text.length(); i++) {
      var letter = text.charAt(i);
      out.append(letter);
      if (letter == '\\') {
        out.append(text.charAt(++i));
      } else if (letter == '"') {
        inString = !inString;
      }
      if (!inString && "{}[],:\"".indexOf(letter) >= 0) {
        out.repeat(random.nextInt(3) == 0 ? "\n" : " ", random.nextInt(3));
      }
    }
    return out.toString();
  }

  private static Json read(String text) {
    return ((JsonReading.Read) JsonReader.read(text)).value();
  }

  private static JsonPatch patch(String text) {
    return ((JsonPatch.Parsing.Parsed) JsonPatch.parse(read(text))).patch();
  }
}
