package io.outcrop.causes.catalogue;

import java.time.Duration;
import java.util.List;

/// One cause of failure, named by its permanent slug.
///
/// @param slug never reused, never renumbered
/// @param family `A` to `K`, as CONTRIBUTING lists them
/// @param summary one sentence, lower case, no full stop
/// @param means what it means
/// @param why why it happens
/// @param confirm how to confirm it
/// @param lookAlikes slugs of causes that say the same or nearly the same
/// @param probe the call or look that decides; empty if the text always does
/// @param cures what to do, the best first
/// @param retry what a caller should do by itself
/// @param delay how long it should wait before it does
/// @param who who has to act: `caller`, `administrator`, `organization`, `aws`
/// @param takes how long a cure takes to act, in words; empty if it acts at once
/// @param source title and date of where it was read
/// @param asOf the date of that source
/// @param outdated what widespread advice says that holds no longer, and what holds; empty if there
///   is none
public record Cause(
    String slug,
    String family,
    String summary,
    String means,
    String why,
    String confirm,
    List<String> lookAlikes,
    String probe,
    List<Cure> cures,
    Retry retry,
    Delay delay,
    String who,
    String takes,
    String source,
    String asOf,
    String outdated) {
  public Cause {
    lookAlikes = List.copyOf(lookAlikes);
    cures = List.copyOf(cures);
  }

  /// What to do.
  ///
  /// @param applicability how it can be done
  /// @param title one imperative sentence
  /// @param commands commands to type, `${model}`, `${region}`, `${account}`, `${principal}`,
  ///   `${action}`, `${resource}` standing for what is known; may be empty
  /// @param undo how to undo it, in words; empty if there is nothing to undo
  public record Cure(
      Applicability applicability, String title, List<String> commands, String undo) {
    public Cure {
      commands = List.copyOf(commands);
    }
  }

  /// How a cure can be done.
  public enum Applicability {
    /// `outcrop fix` does it.
    AUTOMATIC("automatic"),
    /// Somebody has to decide a value first.
    NEEDS_VALUES("needs-values"),
    /// Somebody else has to do it.
    SOMEONE_ELSE("someone-else");

    private final String id;

    Applicability(String id) {
      this.id = id;
    }

    /// The word in JSON.
    public String id() {
      return id;
    }
  }

  /// How long to wait. Where the answer names a time itself (`Retry-After`), that wins.
  ///
  /// @param first before the first attempt over the same route, doubled with each further one; or,
  ///   where the next route is taken, how long the one that failed is left alone
  /// @param most what it never exceeds
  public record Delay(Duration first, Duration most) {
    /// At once.
    public static final Delay NONE = new Delay(Duration.ZERO, Duration.ZERO);
  }

  /// What a caller should do by itself.
  public enum Retry {
    NEVER("never"),
    SAME_ROUTE("same-route"),
    NEXT_ROUTE("next-route");

    private final String id;

    Retry(String id) {
      this.id = id;
    }

    /// The word in JSON.
    public String id() {
      return id;
    }
  }
}
