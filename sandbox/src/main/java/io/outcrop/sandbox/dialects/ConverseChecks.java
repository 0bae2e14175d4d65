package io.outcrop.sandbox.dialects;

import io.outcrop.json.Json;
import io.outcrop.json.JsonPointer;
import io.outcrop.sandbox.conversation.Ask;
import io.outcrop.sandbox.rules.Refusal;
import io.outcrop.sandbox.rules.Sentence;
import io.outcrop.sandbox.traits.Traits;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What Converse itself finds wrong before it asks the model.
final class ConverseChecks {
  private static final Set<String> UNSUPPORTED =
      Set.of("video", "audio", "toolAddition", "toolRemoval");

  /// What a document may be called: so that its name gives the model no instructions. Source:
  /// Amazon Bedrock API Reference, "DocumentBlock".
  private static final Pattern NAME = Pattern.compile("(?!.*\\s\\s)[A-Za-z0-9\\s()\\[\\]-]*");

  private final Json.Obj input;
  private final Traits traits;

  ConverseChecks(Json.Obj input, Traits traits) {
    this.input = input;
    this.traits = traits;
  }

  Optional<Refusal> problem() {
    return roles().or(this::contents).or(this::tools).or(this::settings).or(this::pointers);
  }

  private Optional<Refusal> roles() {
    var messages = Ask.objects(input.list("messages"));
    var before = "";
    for (var message : messages) {
      var role = message.text("role").orElse("");
      if (role.equals(before)) {
        return refused(Sentence.CONVERSE_ALTERNATE);
      }
      before = role.equals("system") ? before : role;
    }
    return messages.isEmpty()
            || messages.getFirst().text("role").filter("assistant"::equals).isPresent()
        ? refused(Sentence.CONVERSE_FIRST)
        : Optional.empty();
  }

  private Optional<Refusal> contents() {
    var messages = Ask.objects(input.list("messages"));
    for (var i = 0; i < messages.size(); i++) {
      var blocks = Ask.objects(messages.get(i).list("content"));
      if (blocks.isEmpty()) {
        return refused(Sentence.CONVERSE_EMPTY, i);
      }
      var problem = documents(blocks);
      for (var j = 0; j < blocks.size() && problem.isEmpty(); j++) {
        problem = block(i, j, blocks.get(j));
      }
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private Optional<Refusal> block(int turn, int index, Json.Obj block) {
    if (block.text("text").filter(String::isBlank).isPresent()) {
      return refused(Sentence.CONVERSE_BLANK, turn, index);
    }
    for (var name : UNSUPPORTED) {
      if (block.get(name).isPresent()) {
        return refused(Sentence.CONVERSE_UNSUPPORTED, name);
      }
    }
    var image = block.object("image");
    if (image.isPresent() && !traits.can(Traits.Ability.IMAGES)) {
      return refused(Sentence.IMAGES_UNSUPPORTED);
    }
    if (isInS3(image) || isInS3(block.object("document"))) {
      return refused(Sentence.CONVERSE_UNSUPPORTED, "s3Location");
    }
    var result = block.object("toolResult");
    var isEmptyError =
        result.flatMap(it -> it.text("status")).filter("error"::equals).isPresent()
            && result.get().list("content").isEmpty();
    return isEmptyError ? refused(Sentence.CONVERSE_RESULT_EMPTY, turn, index) : Optional.empty();
  }

  private static boolean isInS3(Optional<Json.Obj> media) {
    return media
        .flatMap(it -> it.object("source"))
        .flatMap(source -> source.get("s3Location"))
        .isPresent();
  }

  private static Optional<Refusal> documents(List<Json.Obj> blocks) {
    var names = new HashSet<String>();
    var hasText = blocks.stream().anyMatch(block -> block.get("text").isPresent());
    for (var block : blocks) {
      var document = block.object("document");
      if (document.isPresent()) {
        if (!NAME.matcher(document.get().text("name").orElse("")).matches()) {
          return refused(Sentence.CONVERSE_DOCUMENT_CHARACTERS);
        }
        if (!names.add(document.get().text("name").orElse(""))) {
          return refused(Sentence.CONVERSE_DOCUMENT_NAMES);
        }
        if (!hasText) {
          return refused(Sentence.CONVERSE_DOCUMENT_TEXT);
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Refusal> tools() {
    var messages = Ask.objects(input.list("messages"));
    Set<String> open = Set.of();
    var areUsed = false;
    for (var i = 0; i < messages.size(); i++) {
      var blocks = Ask.objects(messages.get(i).list("content"));
      var results = ids(blocks, "toolResult");
      var problem = pairs(i, open, results);
      if (problem.isPresent()) {
        return problem;
      }
      open = ids(blocks, "toolUse");
      areUsed |= !open.isEmpty() || !results.isEmpty();
    }
    if (areUsed && input.object("toolConfig").isEmpty()) {
      return refused(Sentence.CONVERSE_NO_TOOL_CONFIG);
    }
    var areThere = input.object("toolConfig").isPresent();
    return areThere && !traits.can(Traits.Ability.TOOLS)
        ? refused(Sentence.TOOLS_UNSUPPORTED)
        : Optional.empty();
  }

  private static Optional<Refusal> pairs(int turn, Set<String> open, Set<String> results) {
    if (results.size() > open.size()) {
      return refused(Sentence.CONVERSE_RESULTS_MANY, turn);
    }
    var missing = new LinkedHashSet<>(open);
    missing.removeAll(results);
    return missing.isEmpty()
        ? Optional.empty()
        : refused(Sentence.CONVERSE_RESULTS_MISSING, turn, String.join(", ", missing));
  }

  private static Set<String> ids(List<Json.Obj> blocks, String member) {
    var ids = new LinkedHashSet<String>();
    for (var block : blocks) {
      block.object(member).flatMap(it -> it.text("toolUseId")).ifPresent(ids::add);
    }
    return ids;
  }

  private Optional<Refusal> settings() {
    return Offered.refusal(
        input.object("serviceTier").flatMap(it -> it.text("type")),
        input.object("performanceConfig").flatMap(it -> it.text("latency")),
        traits);
  }

  private Optional<Refusal> pointers() {
    return Ask.texts(input.list("additionalModelResponseFieldPaths")).stream()
        .filter(path -> JsonPointer.parse(path).isEmpty())
        .findFirst()
        .map(path -> Refusal.of(Sentence.CONVERSE_POINTER, path));
  }

  private static Optional<Refusal> refused(Sentence sentence, Object... parts) {
    return Optional.of(Refusal.of(sentence, parts));
  }
}
