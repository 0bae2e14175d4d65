package io.outcrop.sandbox.wire.constraint;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.wire.descriptor.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// What services say with words of their own where an input breaks their model; a resource file,
/// with its sources.
///
/// The framework in front of a service looks first, and leaves such values alone: a service names
/// one of them only if the framework finds nothing. A value that a service refuses itself is not
/// refused for its length, too.
///
/// @param data by service, refusals by expression and by path
record OwnWords(Json.Obj data) {
  static final OwnWords SHIPPED = read();

  /// @param framed what the framework in front of the service refuses
  /// @param own what the service does
  record Judged(List<Violation> framed, List<Violation> own) {}

  /// Who refuses what; of one of both there is at least one.
  Judged judged(String service, List<Violation> violations) {
    var own = violations.stream().filter(one -> words(service, one).isPresent()).toList();
    var paths = own.stream().map(Violation::path).collect(Collectors.toCollection(HashSet::new));
    return new Judged(violations.stream().filter(one -> !paths.contains(one.path())).toList(), own);
  }

  /// The service's refusal of a violation that is its own.
  Reply.Fault fault(String service, Violation violation) {
    var words = words(service, violation).orElseThrow();
    return new Reply.Fault(
        400,
        words.text("code").orElseThrow(),
        words.text("message").orElseThrow().replace("{member}", violation.path()),
        false);
  }

  private Optional<Json.Obj> words(String service, Violation violation) {
    return data.object(service)
        .flatMap(ofService ->
            switch (violation.broken()) {
              case Violation.Broken.Of(Rule.Matches(String expression)) ->
                  ofService.object("expressions").flatMap(all -> all.object(expression));
              case Violation.Broken.Of(Rule.Range _) ->
                  ofService.object("paths").flatMap(all -> all.object(violation.path()));
              case Violation.Broken.Of _, Violation.Broken.Required _ -> Optional.empty();
            });
  }

  private static OwnWords read() {
    try (var in = OwnWords.class.getResourceAsStream("/io/outcrop/sandbox/wire/refusals.json")) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      if (JsonReader.read(text) instanceof JsonReading.Read(Json.Obj data)) {
        return new OwnWords(data);
      }
      throw new IllegalStateException("refusals.json holds no object");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
