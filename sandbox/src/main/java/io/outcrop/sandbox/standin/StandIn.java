package io.outcrop.sandbox.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/// Answers in place of a model, and says so. The same seed, model and prompt give the same words.
public final class StandIn {
  private static final Pattern TOKEN = Pattern.compile("\\s*\\S+");
  private static final int QUOTED = 160;

  private static final List<String> ENDINGS =
      List.of(
          "Ask the real one when this call reaches AWS.",
          "What matters here is that the call came through.",
          "The words are made up; signature, policies and model access were checked for real.",
          "Nothing was billed, and nothing left this machine.");

  private final long seed;

  /// A stand-in with this seed.
  public StandIn(long seed) {
    this.seed = seed;
  }

  /// What it answers in place of the model that people call `modelName`.
  public Completion answer(String modelName, Prompt prompt) {
    var text = text(modelName, prompt);
    var stopped = "";
    for (var stop : prompt.stopSequences()) {
      var at = stop.isEmpty() ? -1 : text.indexOf(stop);
      if (at >= 0) {
        text = text.substring(0, at);
        stopped = stop;
      }
    }
    var pieces = pieces(text);
    if (pieces.size() > prompt.maxTokens()) {
      var cut = pieces.subList(0, (int) prompt.maxTokens());
      return new Completion(cut, Completion.End.MAX_TOKENS, "", prompt.inputTokens(), cut.size());
    }
    var end = stopped.isEmpty() ? Completion.End.END_TURN : Completion.End.STOP_SEQUENCE;
    return new Completion(pieces, end, stopped, prompt.inputTokens(), pieces.size());
  }

  private String text(String modelName, Prompt prompt) {
    var random = new Random(seed * 31 + (modelName + prompt.inputText()).hashCode());
    var text =
        new StringBuilder("I am Outcrop's stand-in for ")
            .append(modelName)
            .append(". You said: \"")
            .append(quoted(prompt.lastUser()))
            .append("\".");
    if (!prompt.system().isEmpty()) {
      text.append(" My instructions begin: \"").append(quoted(prompt.system())).append("\".");
    }
    return text.append(' ').append(ENDINGS.get(random.nextInt(ENDINGS.size()))).toString();
  }

  private static String quoted(String text) {
    var line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= QUOTED ? line : line.substring(0, QUOTED) + "…";
  }

  private static List<String> pieces(String text) {
    var pieces = new ArrayList<String>();
    var tokens = TOKEN.matcher(text);
    while (tokens.find()) {
      pieces.add(tokens.group());
    }
    return pieces;
  }
}
