package io.outcrop.sandbox.upstream;

import io.outcrop.aws.Secret;
import io.outcrop.http.client.Caller;
import io.outcrop.sandbox.conversation.Voice;
import io.outcrop.sandbox.rules.MessagesRules;
import io.outcrop.sandbox.runtime.Voices;
import java.net.URI;

/// An endpoint that speaks Anthropic's Messages and answers in the models' places. Whether a call
/// may be made at all is decided before it is asked.
///
/// @param caller how it is called; its owner closes it
/// @param endpoint what stands before `/v1/messages`
/// @param key its key, sent as `x-api-key`; empty if it wants none
/// @param model by which name it knows the model; empty for the name of the model that is called
public record Upstream(Caller caller, URI endpoint, Secret key, String model) implements Voices {
  @Override
  public Voice voice(Part part) {
    var name = model.isEmpty() ? part.traits().shortName() : model;
    return new UpstreamVoice(this, name);
  }

  URI messages() {
    var base = endpoint.toString();
    var trimmed = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    return URI.create(trimmed + "/v1/messages");
  }

  /// The endpoint knows its own thoughts.
  @Override
  public MessagesRules.Signatures signatures() {
    return new MessagesRules.Signatures() {
      @Override
      public boolean isGenuine(String thought, String signature) {
        return true;
      }

      @Override
      public boolean isRedacted(String data) {
        return true;
      }
    };
  }
}
