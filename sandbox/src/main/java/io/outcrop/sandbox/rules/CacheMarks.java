package io.outcrop.sandbox.rules;

import io.outcrop.json.Json;
import io.outcrop.sandbox.conversation.Ask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where a request wants its beginning to be kept: at most four marks, longer-lived ones first.
/// Source: Anthropic, "Prompt caching".
final class CacheMarks implements Rule {
  private static final int MOST = 4;

  private record Mark(String path, Json.Obj block, Json.Obj control) {
    String ttl() {
      return control.text("ttl").orElse("5m");
    }
  }

  @Override
  public Optional<Refusal> refusal(MessagesRequest request) {
    var marks = marks(request);
    if (marks.isEmpty()) {
      return Optional.empty();
    }
    if (!request.traits().cache().isThere()) {
      return Refusal.because(Sentence.CACHE_UNSUPPORTED);
    }
    var isShortSeen = false;
    for (var mark : marks) {
      var problem = problem(request, mark, isShortSeen);
      if (problem.isPresent()) {
        return problem;
      }
      isShortSeen |= mark.ttl().equals("5m");
    }
    return Refusal.unless(marks.size() <= MOST, Sentence.CACHE_BLOCKS, marks.size());
  }

  private static Optional<Refusal> problem(
      MessagesRequest request, Mark mark, boolean isShortSeen) {
    var path = mark.path() + ".cache_control.";
    if (!mark.control().text("type").orElse("").equals("ephemeral")) {
      return Refusal.because(Sentence.ONE_OF, path + "type", "'ephemeral'");
    }
    if (!request.traits().cache().ttls().contains(mark.ttl())) {
      return mark.ttl().equals("1h")
          ? Refusal.because(Sentence.EXTRA, path + "ttl")
          : Refusal.because(Sentence.ONE_OF, path + "ttl", "'5m' or '1h'");
    }
    if (mark.block().text("text").filter(String::isEmpty).isPresent()) {
      return Refusal.because(Sentence.CACHE_EMPTY, mark.path());
    }
    return Refusal.unless(
        !isShortSeen || !mark.ttl().equals("1h"), Sentence.CACHE_ORDER, mark.path());
  }

  private static List<Mark> marks(MessagesRequest request) {
    var marks = new ArrayList<Mark>();
    collect("tools.", request.ask().tools(), marks);
    collect("system.", Ask.objects(request.body().list("system")), marks);
    var turns = request.messages();
    for (var i = 0; i < turns.size(); i++) {
      collect("messages." + i + ".content.", MessagesRequest.blocks(turns.get(i)), marks);
    }
    return marks;
  }

  private static void collect(String path, List<Json.Obj> blocks, List<Mark> marks) {
    for (var i = 0; i < blocks.size(); i++) {
      var block = blocks.get(i);
      var control = block.object("cache_control");
      if (control.isPresent()) {
        marks.add(new Mark(path + i, block, control.get()));
      }
      if (MessagesRequest.type(block).equals("tool_result")) {
        collect(path + i + ".content.", Ask.objects(block.list("content")), marks);
      }
    }
  }
}
