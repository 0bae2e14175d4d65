package io.outcrop.cli.demo;

import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.cloud.AwsAccount;
import io.outcrop.cloud.Connection;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.call.BedrockRuntime;
import io.outcrop.cloud.credentials.CredentialSearch;
import io.outcrop.cloud.credentials.CredentialSearches;
import io.outcrop.cloud.credentials.Credentials;
import io.outcrop.cloud.credentials.SourceTried;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Calls the model as the program that failed does: with whatever credentials its side offers.
final class ModelCalls {
  private static final String BODY =
      """
      {"anthropic_version":"bedrock-2023-05-31","max_tokens":100,\
      "messages":[{"role":"user","content":"Say in one sentence that this call works."}]}\
      """;

  private final ExaminationRequest request;
  private final InstantSource machine;

  ModelCalls(ExaminationRequest request, InstantSource machine) {
    this.request = request;
    this.machine = machine;
  }

  /// One plain call.
  Scene.CallSeen plain() {
    var search = CredentialSearches.search(request.client(), request.profile(), machine);
    if (search.winner().isEmpty()) {
      return new Scene.CallSeen(
          false, "not sent: no source has credentials (" + tried(search) + ")");
    }
    try (var account = open(search.winner().get())) {
      var answer = account.runtime().invoke(request.model().value(), BODY);
      return new Scene.CallSeen(answer instanceof Answer.Succeeded<String>, words(answer));
    }
  }

  /// One streaming call; `listener` is told every piece of text as it comes.
  Scene.Proof streamed(Consumer<String> listener) {
    var model = request.model().value();
    var winner = CredentialSearches.search(request.client(), request.profile(), machine).winner();
    if (winner.isEmpty()) {
      return new Scene.Proof(false, model, "", 0, "no source has credentials");
    }
    try (var account = open(winner.get())) {
      return switch (account.runtime().stream(model, BODY)) {
        case Answer.Succeeded<BedrockRuntime.Chunks>(var chunks, var _) ->
            read(model, chunks, listener);
        case Answer.Refused<BedrockRuntime.Chunks> refused ->
            new Scene.Proof(false, model, "", 0, words(refused));
        case Answer.Unreachable<BedrockRuntime.Chunks> lost ->
            new Scene.Proof(false, model, "", 0, words(lost));
      };
    }
  }

  private static Scene.Proof read(
      String model, BedrockRuntime.Chunks chunks, Consumer<String> listener) {
    var text = new StringBuilder();
    var stopped = false;
    try (chunks) {
      while (chunks.hasNext()) {
        var event = event(chunks.next());
        var piece = event.flatMap(ModelCalls::text).orElse("");
        stopped |=
            event.flatMap(found -> found.text("type")).stream().anyMatch("message_stop"::equals);
        if (!piece.isEmpty()) {
          text.append(piece);
          listener.accept(piece);
        }
      }
      return switch (chunks.end()) {
        case Answer.Succeeded<Integer>(var count, var _) ->
            new Scene.Proof(
                stopped && !text.isEmpty(),
                model,
                text.toString(),
                count,
                stopped ? "" : "the stream ended without `message_stop`");
        case Answer.Refused<Integer> refused ->
            new Scene.Proof(false, model, text.toString(), 0, words(refused));
        case Answer.Unreachable<Integer> lost ->
            new Scene.Proof(false, model, text.toString(), 0, words(lost));
      };
    }
  }

  private static Optional<Json.Obj> event(String payload) {
    return JsonReader.read(payload) instanceof JsonReading.Read(Json.Obj event)
        ? Optional.of(event)
        : Optional.empty();
  }

  private static Optional<String> text(Json.Obj event) {
    return event.object("delta").flatMap(delta -> delta.text("text"));
  }

  private AwsAccount open(Credentials credentials) {
    return AwsAccount.open(
        new Connection(
            request.client(),
            credentials,
            request.region().value(),
            request.endpoint(),
            request.timeout()));
  }

  private static String words(Answer<?> answer) {
    return switch (answer) {
      case Answer.Succeeded<?> _ -> "200, answered";
      case Answer.Refused<?>(var _, var error, var _) ->
          error.status() + " " + error.code() + ": " + error.message();
      case Answer.Unreachable<?>(var _, var _, var _, var why) -> "not answered: " + why;
    };
  }

  private static String tried(CredentialSearch search) {
    return search.tried().stream()
        .filter(source -> source.outcome() != SourceTried.Outcome.SKIPPED)
        .map(SourceTried::name)
        .collect(Collectors.joining(", "));
  }
}
