package io.outcrop.sandbox.traits;

import java.util.List;
import java.util.Set;

/// What a model accepts in a request.
///
/// @param id `anthropic.claude-…`
/// @param limits how long prompts and answers may be
/// @param cache what it keeps between calls
/// @param sampling how far the caller may choose its words' temperature
/// @param thinking which of `enabled`, `adaptive` and `disabled` it accepts; empty if it cannot
///   think aloud
/// @param abilities what else it does
/// @param mantle where Mantle serves it
public record Traits(
    String id,
    Limits limits,
    Cache cache,
    Sampling sampling,
    Set<String> thinking,
    Set<Ability> abilities,
    Mantle mantle) {
  public Traits {
    thinking = Set.copyOf(thinking);
    abilities = Set.copyOf(abilities);
  }

  /// How long prompts and answers may be, in tokens.
  public record Limits(long contextTokens, long maxOutputTokens) {}

  /// Prompt caching.
  ///
  /// @param minimum the shortest prefix that is kept, in tokens; 0 without caching
  /// @param ttls `5m`, `1h`
  public record Cache(long minimum, Set<String> ttls) {
    public Cache {
      ttls = Set.copyOf(ttls);
    }

    /// Whether it keeps anything.
    public boolean isThere() {
      return minimum > 0;
    }
  }

  /// Where Mantle serves the model.
  ///
  /// @param id by which id
  public record Mantle(String id, List<String> regions) {
    public Mantle {
      regions = List.copyOf(regions);
    }
  }

  /// How far `temperature`, `top_p` and `top_k` may be chosen.
  public enum Sampling {
    /// Freely.
    FREE,
    /// `temperature` or `top_p`, not both.
    ONE_OF_TWO,
    /// Only the values that are meant anyway: 1 and at least 0.99, and no `top_k`.
    DEFAULT_ONLY,
    /// Not at all.
    NONE
  }

  /// Something that a model does or does not.
  public enum Ability {
    TOOLS("tools"),
    IMAGES("images"),
    FORCED_TOOLS("forcedTools"),
    STRICT_TOOLS("strictTools"),
    STRUCTURED_OUTPUTS("structuredOutputs"),
    COUNT_TOKENS("countTokens"),
    MESSAGES_ON_RUNTIME("messagesOnRuntime"),
    PREFILL("prefill"),
    API_2026_10_21("api20261021"),
    THINKING_SHOWN("thinkingShown");

    private final String fact;

    Ability(String fact) {
      this.fact = fact;
    }

    String fact() {
      return fact;
    }
  }

  /// Whether it has this ability.
  public boolean can(Ability ability) {
    return abilities.contains(ability);
  }

  /// `claude-3-5-sonnet-20241022`: the id without provider and version.
  public String shortName() {
    var name = id.startsWith("anthropic.") ? id.substring("anthropic.".length()) : id;
    var version = name.lastIndexOf("-v");
    return version > 0
            && name.length() > version + 2
            && Character.isDigit(name.charAt(version + 2))
            && name.chars().filter(c -> c == '-').count() > 1
        ? name.substring(0, version)
        : name;
  }
}
