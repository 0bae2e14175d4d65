package io.outcrop.access.examination;

import io.outcrop.cloud.call.Door;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the user's own client calls: that is what is probed and predicted.
public enum ClientCall {
  INVOKE(Door.INVOKE),
  CONVERSE(Door.CONVERSE),
  MESSAGES(Door.MESSAGES),
  MANTLE(Door.MANTLE),
  COUNT_TOKENS("count-tokens", "CountTokens", "bedrock-runtime"),
  /// Looking an inference profile up, as wrappers do before they call it.
  GET_INFERENCE_PROFILE("get-inference-profile", "GetInferenceProfile", "bedrock"),
  /// Listing models, as wrappers do to offer them.
  LIST_MODELS("list-models", "ListFoundationModels", "bedrock");

  private final String id;
  private final String operation;
  private final String host;
  private final @Nullable Door door;

  ClientCall(Door door) {
    this.id = door.id();
    this.operation = door.operation(false);
    this.host = door.host();
    this.door = door;
  }

  ClientCall(String id, String operation, String host) {
    this.id = id;
    this.operation = operation;
    this.host = host;
    this.door = null;
  }

  /// The call of that word, if there is one.
  public static Optional<ClientCall> named(String word) {
    return Arrays.stream(values()).filter(call -> call.id.equals(word)).findFirst();
  }

  /// All words, in order.
  public static List<String> names() {
    return Arrays.stream(values()).map(ClientCall::id).toList();
  }

  /// The word for it on the command line.
  public String id() {
    return id;
  }

  /// Its operation, and then the streaming one, if there is one.
  public List<String> operations() {
    return door == null ? List.of(operation) : List.of(operation, door.operation(true));
  }

  /// The prefix of its host.
  public String host() {
    return host;
  }

  /// The door to the model, if a model answers, plain and streaming: that is paid for.
  public Optional<Door> door() {
    return Optional.ofNullable(door);
  }

  /// Whether it is authorised on a model, and not on the catalogue of them.
  public boolean reachesModel() {
    return !host.equals("bedrock");
  }
}
