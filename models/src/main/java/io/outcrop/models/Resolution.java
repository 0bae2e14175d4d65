package io.outcrop.models;

import io.outcrop.models.catalogue.Lifecycle;
import io.outcrop.models.catalogue.Model;
import io.outcrop.models.route.Route;
import java.time.Instant;
import java.util.List;

/// What a model id means in a region at a date.
public sealed interface Resolution {
  /// The id can be called as it is.
  ///
  /// @param stage active or legacy
  record Found(Model model, Route route, Lifecycle.Stage stage, String origin)
      implements Resolution {}

  /// The model lives there, but does not answer to its own id: one of these profiles is needed.
  record ProfileNeeded(Model model, List<Route> routes, Lifecycle.Stage stage, String origin)
      implements Resolution {
    public ProfileNeeded {
      routes = List.copyOf(routes);
    }
  }

  /// The model exists, but not by this id in this region.
  ///
  /// @param regions where this id can be called at that date, sorted; where a profile leads to the
  ///   model, if it answers to its own id nowhere
  /// @param here what can be called here instead: other routes to the same model, else its
  ///   replacements
  record NotInRegion(Model model, List<String> regions, List<Route> here) implements Resolution {
    public NotInRegion {
      regions = List.copyOf(regions);
      here = List.copyOf(here);
    }
  }

  /// The model is announced for later.
  record NotYet(Model model, Instant start) implements Resolution {}

  /// The model's life is over there.
  ///
  /// @param end when it ended
  /// @param instead what can be called here now, best first
  record Ended(Model model, Instant end, List<Route> instead) implements Resolution {
    public Ended {
      instead = List.copyOf(instead);
    }
  }

  /// No such id.
  ///
  /// @param reason how it misses
  /// @param nearest what was probably meant, as it can be called here, best first
  /// @param why one sentence
  record Unknown(ModelReference reference, Reason reason, List<Route> nearest, String why)
      implements Resolution {
    public Unknown {
      nearest = List.copyOf(nearest);
    }
  }

  /// How an unknown id misses the real ones.
  enum Reason {
    /// The right model with a missing or invented date, version or suffix.
    SUFFIX,
    /// An id of another API (Anthropic, Vertex), or a marketing name.
    ALIAS,
    /// A real model behind a geography prefix under which no region knows it.
    PREFIX,
    /// A provisioned-throughput variant (`:200k`).
    CONTEXT_SUFFIX,
    /// Nothing is near, or a model that is not on Bedrock.
    NOT_ON_BEDROCK
  }
}
