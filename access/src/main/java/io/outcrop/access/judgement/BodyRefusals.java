package io.outcrop.access.judgement;

import io.outcrop.access.examination.ClientCall;
import io.outcrop.aws.AwsError;
import io.outcrop.json.Fields;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Tells an error that is about the body alone: whoever hears it was let through by everything
/// before. The phrases are data.
public final class BodyRefusals {
  private static final String FILE = "body-refusals.json";

  private final List<String> codes;
  private final List<String> phrases;
  private final List<String> ofOtherCalls;

  private BodyRefusals(List<String> codes, List<String> phrases, List<String> ofOtherCalls) {
    this.codes = List.copyOf(codes);
    this.phrases = List.copyOf(phrases);
    this.ofOtherCalls = List.copyOf(ofOtherCalls);
  }

  /// The phrases that come with this program.
  public static BodyRefusals shipped() {
    if (!(JsonReader.read(text()) instanceof JsonReading.Read(var value))) {
      throw new IllegalStateException("`" + FILE + "` is not JSON");
    }
    var problems = new ArrayList<Problem>();
    var fields = new Fields(value, "", problems);
    fields.whole("formatVersion", 1);
    fields.text("about");
    fields.text("source");
    fields.text("asOf");
    var result =
        new BodyRefusals(
            fields.texts("codes"), fields.texts("phrases"), fields.texts("phrasesOfOtherCalls"));
    fields.finish();
    if (!problems.isEmpty() || result.phrases.isEmpty()) {
      throw new IllegalStateException("`" + FILE + "` is not as it should be: " + problems);
    }
    return result;
  }

  /// Parts of such errors' sentences where `call` is made; one is enough.
  public List<String> phrases(ClientCall call) {
    return call == ClientCall.INVOKE
        ? phrases
        : Stream.concat(phrases.stream(), ofOtherCalls.stream()).toList();
  }

  private static String text() {
    try (var in = BodyRefusals.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("`" + FILE + "` is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  boolean matches(AwsError error) {
    return codes.stream().anyMatch(error.code()::equalsIgnoreCase)
        && Stream.concat(phrases.stream(), ofOtherCalls.stream())
            .anyMatch(error.message()::contains);
  }
}
