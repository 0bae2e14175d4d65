package io.outcrop.cloud.call;

/// The doors to Claude on Bedrock. Source: Amazon Bedrock User Guide, "Inference using Anthropic
/// Messages API", and API Reference, read 2026-10.
public enum Door {
  INVOKE("invoke", "InvokeModel", "InvokeModelWithResponseStream", "bedrock-runtime"),
  CONVERSE("converse", "Converse", "ConverseStream", "bedrock-runtime"),
  /// Anthropic's Messages at the runtime's own host.
  MESSAGES("messages", "CreateMessage", "CreateMessage (stream)", "bedrock-runtime"),
  MANTLE("mantle", "CreateInference", "CreateInference (stream)", "bedrock-mantle");

  private final String id;
  private final String plain;
  private final String streaming;
  private final String host;

  Door(String id, String plain, String streaming, String host) {
    this.id = id;
    this.plain = plain;
    this.streaming = streaming;
    this.host = host;
  }

  /// The word for it on the command line.
  public String id() {
    return id;
  }

  /// The plain or the streaming call.
  public String operation(boolean streams) {
    return streams ? streaming : plain;
  }

  /// The prefix of its host.
  public String host() {
    return host;
  }

  /// Whether its bodies and errors are Anthropic's own.
  public boolean isAnthropics() {
    return this == MESSAGES || this == MANTLE;
  }
}
