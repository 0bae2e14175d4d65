package io.outcrop.models.catalogue;

import io.outcrop.models.route.Route;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One model, everywhere.
///
/// @param id `anthropic.claude-…`
/// @param displayName `Claude 3.5 Sonnet v2`
/// @param family `sonnet`, `haiku`, `opus`, `fable`, `mythos`, `claude` (up to 2.1 and Instant)
/// @param requestStyle how InvokeModel's body is written
/// @param productId its AWS Marketplace product; empty if unknown
/// @param restriction to whom AWS opens it, where that is not every account; empty where it is
/// @param byRegion what is known of each region that can or could call it, sorted by region
/// @param replacements ids (model or profile) to go to when its life is over, best first
/// @param source the title of the page or collection where the entry was read
/// @param asOf the date of that source
public record Model(
    String id,
    String displayName,
    String family,
    RequestStyle requestStyle,
    String productId,
    String restriction,
    Map<String, InRegion> byRegion,
    List<String> replacements,
    String source,
    String asOf) {
  public Model {
    byRegion = Collections.unmodifiableMap(new TreeMap<>(byRegion));
    replacements = List.copyOf(replacements);
  }

  /// How InvokeModel's body is written.
  public enum RequestStyle {
    MESSAGES,
    TEXT_COMPLETION
  }

  /// A model as one region knows it.
  ///
  /// @param routes on-demand if it answers to its own id there, then geographic, then global
  ///   profiles, and last those that only third-party catalogues list; empty where only its dates
  ///   are known
  /// @param lifecycle its dates there
  /// @param origin who says so: `catalogue`, `account`, `world`
  /// @param doubts what of this is not settled
  public record InRegion(
      List<Route> routes, Lifecycle lifecycle, String origin, List<Doubt> doubts) {
    public InRegion {
      routes = List.copyOf(routes);
      doubts = List.copyOf(doubts);
    }

    /// Without doubts.
    public InRegion(List<Route> routes, Lifecycle lifecycle, String origin) {
      this(routes, lifecycle, origin, List.of());
    }

    /// The route that has `id`, if there is one.
    public Optional<Route> route(String id) {
      return routes.stream().filter(route -> route.id().equals(id)).findFirst();
    }

    /// What is doubtful at `at` about the model's dates and about the route `routeId`.
    public List<Doubt> doubts(String routeId, Instant at) {
      return doubts.stream()
          .filter(doubt -> doubt.routeId().isEmpty() || doubt.routeId().equals(routeId))
          .filter(doubt -> !at.isBefore(doubt.from()))
          .toList();
    }
  }

  /// Something that the sources leave open.
  ///
  /// @param routeId the route it is about; empty for the model's dates
  /// @param from the date from which it matters
  /// @param sentence what is not settled, lower case, without a full stop
  public record Doubt(String routeId, Instant from, String sentence) {}

  /// What is known of it in `region`.
  public Optional<InRegion> in(String region) {
    return Optional.ofNullable(byRegion.get(region));
  }
}
