package io.outcrop.sandbox.standin;

import io.outcrop.json.JsonWriter;
import io.outcrop.sandbox.conversation.Usage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Which beginnings of prompts were read lately, by whom, with which model, where. It lives as long
/// as the sandbox runs, on the world's clock. Safe for many threads. Source: Anthropic, "Prompt
/// caching"; Amazon Bedrock User Guide, "Prompt caching".
public final class PromptCache {
  /// How many parts before a mark are looked at.
  private static final int LOOK_BACK = 20;

  /// From how many entries on those that are over are swept out.
  private static final int MANY = 10_000;

  private static final Duration SHORT = Duration.ofMinutes(5);
  private static final Duration LONG = Duration.ofHours(1);

  private final Map<String, Instant> entries = new ConcurrentHashMap<>();

  /// A prefix of a prompt.
  ///
  /// @param key what it is
  /// @param tokens how long it is
  /// @param ttl how long it is to be kept; empty if the caller did not mark it
  private record Prefix(String key, long tokens, String ttl) {}

  /// What reading `prompt` takes, and remembers what is to be kept of it.
  ///
  /// @param owner account, region and model
  /// @param minimum the shortest prefix that is kept; 0 if none is
  public Usage read(String owner, PromptTokens prompt, long minimum, Instant now) {
    var total = prompt.total();
    if (minimum == 0 || !prompt.isKept()) {
      return Usage.of(total, 0);
    }
    if (entries.size() > MANY) {
      entries.values().removeIf(end -> !end.isAfter(now));
    }
    var prefixes = prefixes(owner, prompt);
    var read = hit(prefixes, minimum, now);
    var written = new long[2];
    var last = read;
    for (var prefix : prefixes) {
      if (!prefix.ttl().isEmpty() && prefix.tokens() >= minimum) {
        entries.put(prefix.key(), now.plus(life(prefix.ttl())));
        if (prefix.tokens() > last) {
          written[prefix.ttl().equals("1h") ? 1 : 0] += prefix.tokens() - last;
          last = prefix.tokens();
        }
      }
    }
    return new Usage(total - last, 0, read, written[0], written[1]);
  }

  private static Duration life(String ttl) {
    return ttl.equals("1h") ? LONG : SHORT;
  }

  /// How many tokens the longest prefix has that is kept and near a mark.
  private long hit(List<Prefix> prefixes, long minimum, Instant now) {
    var mark = -1;
    for (var i = prefixes.size() - 1; i >= 0; i--) {
      var prefix = prefixes.get(i);
      if (!prefix.ttl().isEmpty()) {
        mark = i;
      }
      if (mark >= 0 && mark - i < LOOK_BACK && prefix.tokens() >= minimum) {
        var end = entries.get(prefix.key());
        if (end != null && end.isAfter(now)) {
          return prefix.tokens();
        }
      }
    }
    return 0;
  }

  private static List<Prefix> prefixes(String owner, PromptTokens prompt) {
    var digest = sha256();
    digest.update(owner.getBytes(StandardCharsets.UTF_8));
    var prefixes = new ArrayList<Prefix>();
    var tokens = 0L;
    for (var part : prompt.parts()) {
      digest.update((byte) 0);
      digest.update(JsonWriter.compact(part.block()).getBytes(StandardCharsets.UTF_8));
      tokens += part.tokens();
      prefixes.add(new Prefix(soFar(digest), tokens, part.ttl()));
    }
    return prefixes;
  }

  private static String soFar(MessageDigest digest) {
    try {
      var copy = (MessageDigest) digest.clone();
      return Base64.getEncoder().encodeToString(copy.digest());
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
