package io.outcrop.sandbox.dialects;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Call;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.conversation.Completion;
import io.outcrop.sandbox.conversation.Piece;
import io.outcrop.sandbox.rules.Refusal;
import io.outcrop.sandbox.rules.Sentence;
import io.outcrop.sandbox.traits.Traits;
import io.outcrop.sandbox.visit.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Anthropic's Messages on Anthropic's own path, as Bedrock's runtime and Mantle serve it: model
/// and `stream` in the body, version and beta flags in headers, server-sent events. Source: Amazon
/// Bedrock User Guide, "Inference using Anthropic Messages API", read 2026-10.
///
/// @param judgement who says what is wrong
public record AnthropicRoute(Judgement judgement) implements Dialect {
  private static final Set<String> VERSIONS = Set.of("2023-06-01", "2026-10-21");

  /// What Bedrock takes as a value of request metadata. Source: Amazon Bedrock API Reference,
  /// Converse, `requestMetadata`.
  private static final String METADATA = "^[a-zA-Z0-9\\s:_@$#=/+,-.]{0,256}$";

  private static final Pattern METADATA_PATTERN = Pattern.compile(METADATA);

  @Override
  public Reading read(Call call, Traits traits) {
    var version = call.headers().getOrDefault("anthropic-version", "");
    if (version.isEmpty()) {
      return judgement.invalid(Refusal.of(Sentence.VERSION_HEADER));
    }
    if (!VERSIONS.contains(version)) {
      return judgement.invalid(Refusal.of(Sentence.VERSION_HEADER_UNKNOWN, version));
    }
    return nameless(call)
        .<Reading>map(Reading.Invalid::new)
        .orElseGet(() -> read(call, Bodies.object(call.body()).orElseThrow(), traits));
  }

  private Reading read(Call call, Json.Obj body, Traits traits) {
    for (var name : List.of("anthropic_version", "anthropic_beta")) {
      if (body.get(name).isPresent()) {
        return judgement.invalid(Refusal.of(Sentence.EXTRA, name));
      }
    }
    var user = body.object("metadata").flatMap(data -> data.text("user_id")).orElse("");
    if (!METADATA_PATTERN.matcher(user).matches()) {
      return judgement.invalid(Refusal.of(Sentence.USER_ID, METADATA));
    }
    var betas = Bodies.flags(call.headers().getOrDefault("anthropic-beta", ""));
    return judgement.of(Bodies.ask(body, betas), traits);
  }

  /// Reads what is only to be counted: it need not say how long an answer may be.
  public Reading readForCount(Call call, Json.Obj body, Traits traits) {
    return read(
        call,
        body.get("max_tokens").isPresent() ? body : body.with("max_tokens", Json.of(1)),
        traits);
  }

  /// The model that `call` names; empty if it names none.
  public static String model(Call call) {
    return Bodies.object(call.body()).flatMap(body -> body.text("model")).orElse("");
  }

  /// Why `call` is for no model at all: its body is no object, or names none.
  public static Optional<Reply.Fault> nameless(Call call) {
    var body = Bodies.object(call.body());
    if (body.isEmpty()) {
      return Optional.of(Faults.invalid(Refusal.of(Sentence.MALFORMED).text()));
    }
    return body.get().text("model").isPresent()
        ? Optional.empty()
        : Optional.of(Faults.invalid(Refusal.of(Sentence.REQUIRED, "model").text()));
  }

  /// Whether `call` wants its answer as a stream.
  public static boolean streams(Call call) {
    return Bodies.object(call.body())
        .flatMap(body -> body.get("stream"))
        .filter(Json.of(true)::equals)
        .isPresent();
  }

  @Override
  public Reply whole(Speaker speaker, Completion completion) {
    return new Reply.Output(AnthropicSpelling.message(speaker, completion).json());
  }

  @Override
  public Teller teller(Speaker speaker) {
    return piece -> {
      var events = new ArrayList<Reply.Event>();
      for (var event : AnthropicSpelling.events(speaker, piece)) {
        events.add(new Reply.Event(false, event.text("type").orElse("message"), event));
      }
      if (piece instanceof Piece.BlockBegun(int index, _) && index == 0) {
        events.addAll(tellPing(speaker));
      }
      return events;
    };
  }

  /// Anthropic sends a sign of life when the first block begins.
  private static List<Reply.Event> tellPing(Speaker speaker) {
    return AnthropicSpelling.events(speaker, new Piece.Ping()).stream()
        .map(event -> new Reply.Event(false, "ping", event))
        .toList();
  }
}
