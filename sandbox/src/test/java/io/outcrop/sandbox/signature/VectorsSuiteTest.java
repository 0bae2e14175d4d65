package io.outcrop.sandbox.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.aws.Secret;
import io.outcrop.http.Headers;
import io.outcrop.http.Request;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.sandbox.call.Keys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// AWS's own signing test suite, read from the verifier's side: every signed request of it holds,
/// but those that `refused.json` names, with the reason why AWS's services would refuse them too.
final class VectorsSuiteTest {
  private static final Path SUITE = Path.of("src", "test", "resources", "sandbox", "sigv4");
  private static final long SEED = 20261128;
  private static final Json.Obj REFUSED = object(SUITE.resolve("refused.json"));

  static Stream<String> vectors() throws IOException {
    try (var folders = Files.list(SUITE)) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> String.valueOf(folder.getFileName()))
          .sorted()
          .flatMap(name -> Stream.of(name + "/header", name + "/query"))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void signedRequestHolds(String vector) throws IOException {
    var folder = SUITE.resolve(vector.substring(0, vector.indexOf('/')));
    var context = object(folder.resolve("context.json"));
    var kind = vector.substring(vector.indexOf('/') + 1);
    var request = request(Files.readString(folder.resolve(kind + "-signed-request.txt")));
    var verification = verifier(context).verify(request, context.text("service").orElseThrow());
    if (REFUSED.get(vector).isPresent()) {
      assertThat(verification).isInstanceOf(Verification.Refused.class);
    } else {
      assertThat(verification)
          .isEqualTo(new Verification.Signed("AKIDEXAMPLE", context.text("region").orElseThrow()));
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void signedRequestWithOneOtherByteIsRefused(String vector) throws IOException {
    var folder = SUITE.resolve(vector.substring(0, vector.indexOf('/')));
    var context = object(folder.resolve("context.json"));
    var kind = vector.substring(vector.indexOf('/') + 1);
    var text = Files.readString(folder.resolve(kind + "-signed-request.txt"));
    var signature = text.indexOf("Signature=") + "Signature=".length();
    for (var at : List.of(signature, signature + 31, signature + 63)) {
      var other = text.charAt(at) == '0' ? '1' : '0';
      var changed = request(text.substring(0, at) + other + text.substring(at + 1));
      assertThat(verifier(context).verify(changed, context.text("service").orElseThrow()))
          .isInstanceOf(Verification.Refused.class);
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void signedRequestWithOneOtherCharacterAnywhereHoldsNoMore(String vector) throws IOException {
    var folder = SUITE.resolve(vector.substring(0, vector.indexOf('/')));
    var context = object(folder.resolve("context.json"));
    var kind = vector.substring(vector.indexOf('/') + 1);
    var request = request(Files.readString(folder.resolve(kind + "-signed-request.txt")));
    var random = new Random(SEED + vector.hashCode());
    for (var i = 0; i < 24; i++) {
      var changed = changed(request, random);
      assertThat(verifier(context).verify(changed, context.text("service").orElseThrow()))
          .as("seed %d, change %d: %s %s", SEED, i, changed.target(), changed.text())
          .isInstanceOfAny(Verification.Refused.class, Verification.Unsigned.class);
    }
  }

  /// The request with one character of its method, target, host or body replaced.
  private static Request changed(Request request, Random random) {
    var host = request.headers().first("host").orElseThrow();
    return switch (random.nextInt(request.body().length == 0 ? 3 : 4)) {
      case 0 -> with(request, changed(request.method(), random), request.target(), host, "");
      case 1 -> with(request, request.method(), changedTarget(request.target(), random), host, "");
      case 2 -> with(request, request.method(), request.target(), changed(host, random), "");
      default ->
          with(request, request.method(), request.target(), host, changed(request.text(), random));
    };
  }

  /// Another target; of one with `..` another end, since what stands before it does not count.
  private static String changedTarget(String target, Random random) {
    return target.contains("..") ? target + "q" : changed(target, random);
  }

  private static String changed(String text, Random random) {
    var at = random.nextInt(text.length());
    var other = text.charAt(at) == 'q' ? 'z' : 'q';
    return text.substring(0, at) + other + text.substring(at + 1);
  }

  private static Request with(
      Request request, String method, String target, String host, String body) {
    var headers = new LinkedHashMap<String, String>();
    request.headers().forEach((name, value) -> headers.merge(name, value, (a, b) -> a + "," + b));
    headers.put("host", host);
    var bytes = body.isEmpty() ? request.body() : body.getBytes(StandardCharsets.UTF_8);
    return new Request(method, target, "", Headers.of(headers), bytes);
  }

  private static SignatureVerifier verifier(Json.Obj context) {
    var credentials = context.object("credentials").orElseThrow();
    var key =
        new Keys.Key.Active(
            Secret.of(credentials.text("secret_access_key").orElseThrow()),
            Secret.of(credentials.text("token").orElse("")));
    var signed = Instant.parse(context.text("timestamp").orElseThrow());
    return new SignatureVerifier(_ -> key, InstantSource.fixed(signed));
  }

  /// Reads a request as the suite writes it; a line that begins with a space goes on with the
  /// header before.
  private static Request request(String text) {
    var blank = text.indexOf("\n\n");
    var head = blank < 0 ? text : text.substring(0, blank);
    var body = blank < 0 ? "" : text.substring(blank + 2).replaceAll("\n+$", "");
    var lines = new ArrayList<>(Arrays.asList(head.split("\n(?! )", -1)));
    var first = lines.removeFirst();
    var target = first.substring(first.indexOf(' ') + 1, first.lastIndexOf(" HTTP/1.1"));
    var headers = Headers.none();
    for (var line : lines) {
      var colon = line.indexOf(':');
      if (colon > 0) {
        headers = headers.with(line.substring(0, colon), line.substring(colon + 1));
      }
    }
    return new Request(
        first.substring(0, first.indexOf(' ')),
        target,
        "",
        headers,
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static Json.Obj object(Path file) {
    try {
      if (JsonReader.read(Files.readString(file)) instanceof JsonReading.Read(Json.Obj object)) {
        return object;
      }
      throw new IllegalStateException("`" + file + "` holds no object");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
