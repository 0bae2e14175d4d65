package io.outcrop.sandbox.rules;

import io.outcrop.json.Json;
import io.outcrop.sandbox.conversation.Ask;
import io.outcrop.sandbox.traits.Traits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Images and documents: kinds, sizes, and that they are what they claim to be. Source: Anthropic,
/// "Vision", "PDF support"; Amazon Bedrock User Guide, "Anthropic Claude Messages API".
final class Media implements Rule {
  private static final Set<String> IMAGES =
      Set.of("image/jpeg", "image/png", "image/gif", "image/webp");
  private static final int MOST_BYTES = 5 * 1024 * 1024;
  private static final int MOST_PIXELS = 8000;
  private static final int MOST_PIXELS_OF_MANY = 2000;
  private static final int MANY = 20;
  private static final int MOST_PAGES = 100;
  private static final int MOST = 100;
  private static final int MOST_OF_LONG_CONTEXT = 600;
  private static final long LONG_CONTEXT = 1_000_000;

  @Override
  public Optional<Refusal> refusal(MessagesRequest request) {
    var places = new ArrayList<Place>();
    var turns = request.messages();
    for (var i = 0; i < turns.size(); i++) {
      collect("messages." + i + ".content.", MessagesRequest.blocks(turns.get(i)), places);
    }
    var images = places.stream().filter(place -> place.is("image")).count();
    if (images > 0 && !request.traits().can(Traits.Ability.IMAGES)) {
      return Refusal.because(Sentence.IMAGES_UNSUPPORTED);
    }
    var most =
        request.traits().limits().contextTokens() < LONG_CONTEXT ? MOST : MOST_OF_LONG_CONTEXT;
    if (places.size() > most) {
      return Refusal.because(Sentence.MEDIA_MANY, images, places.size() - images, most);
    }
    for (var place : places) {
      var problem = place.is("image") ? image(place, images > MANY) : document(place);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private record Place(String path, Json.Obj block) {
    boolean is(String type) {
      return MessagesRequest.type(block).equals(type);
    }

    Json.Obj source() {
      return block.object("source").orElseGet(Json::object);
    }

    String at() {
      return path + "." + MessagesRequest.type(block);
    }
  }

  private static void collect(String path, List<Json.Obj> blocks, List<Place> places) {
    for (var i = 0; i < blocks.size(); i++) {
      var block = blocks.get(i);
      switch (MessagesRequest.type(block)) {
        case "image", "document" -> places.add(new Place(path + i, block));
        case "tool_result" ->
            collect(path + i + ".tool_result.content.", Ask.objects(block.list("content")), places);
        default -> {}
      }
    }
  }

  private static Optional<Refusal> image(Place place, boolean isOneOfMany) {
    var source = place.source();
    if (!source.text("type").orElse("").equals("base64")) {
      return tag(place, "'base64'");
    }
    var type = source.text("media_type").orElse("");
    if (!IMAGES.contains(type)) {
      return Refusal.because(Sentence.IMAGE_TYPE, place.at());
    }
    var bytes = decoded(source);
    if (bytes.isEmpty()) {
      return Refusal.because(Sentence.IMAGE_BASE64, place.at());
    }
    if (bytes.get().length > MOST_BYTES) {
      return Refusal.because(Sentence.IMAGE_BYTES, place.at(), bytes.get().length);
    }
    return looks(place, type, bytes.get(), isOneOfMany);
  }

  private static Optional<Refusal> looks(
      Place place, String type, byte[] bytes, boolean isOneOfMany) {
    var head = ImageHead.read(bytes);
    if (head.isEmpty()) {
      return Refusal.because(Sentence.IMAGE_UNREADABLE);
    }
    if (!head.get().type().equals(type)) {
      return Refusal.because(Sentence.IMAGE_MISMATCH, place.at(), type, head.get().type());
    }
    var longest = Math.max(head.get().width(), head.get().height());
    if (longest > MOST_PIXELS) {
      return Refusal.because(Sentence.IMAGE_PIXELS, place.at());
    }
    return Refusal.unless(
        !isOneOfMany || longest <= MOST_PIXELS_OF_MANY, Sentence.IMAGE_PIXELS_MANY, place.at());
  }

  private static Optional<Refusal> document(Place place) {
    var source = place.source();
    return switch (source.text("type").orElse("")) {
      case "text", "content" -> Optional.empty();
      case "base64" -> pdf(place, source);
      default -> tag(place, "'base64', 'content', 'text'");
    };
  }

  private static Optional<Refusal> pdf(Place place, Json.Obj source) {
    if (!source.text("media_type").orElse("").equals("application/pdf")) {
      return Refusal.because(Sentence.DOCUMENT_TYPE, place.at());
    }
    var bytes = decoded(source);
    if (bytes.isEmpty()) {
      return Refusal.because(Sentence.IMAGE_BASE64, place.at());
    }
    var text = new String(bytes.get(), StandardCharsets.ISO_8859_1);
    if (!text.startsWith("%PDF")) {
      return Refusal.because(Sentence.DOCUMENT_PDF, place.at());
    }
    return Refusal.unless(Pages.in(text) <= MOST_PAGES, Sentence.DOCUMENT_PAGES);
  }

  private static Optional<Refusal> tag(Place place, String expected) {
    return Refusal.because(
        Sentence.SOURCE_TAG, place.at(), place.source().text("type").orElse(""), expected);
  }

  private static Optional<byte[]> decoded(Json.Obj source) {
    try {
      return Optional.of(Base64.getDecoder().decode(source.text("data").orElse("")));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
