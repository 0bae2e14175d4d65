package io.outcrop.models.route;

import java.util.List;

/// A way from a region to a model, as `modelId` of a call names it. Source: Amazon Bedrock User
/// Guide, "Supported Regions and models for inference profiles", read 2026-10.
public sealed interface Route {
  /// What goes into `modelId`.
  String id();

  /// The model that answers.
  String modelId();

  /// The region that is called.
  String region();

  /// The model by its own id, in the called region.
  record OnDemand(String modelId, String region) implements Route {
    @Override
    public String id() {
      return modelId;
    }
  }

  /// A profile that AWS defines for a geography: `us.`, `eu.`, `apac.`.
  ///
  /// @param destinations the regions that may answer, sorted; never empty
  record Geographic(String id, String modelId, String region, List<String> destinations)
      implements Route {
    public Geographic {
      destinations = List.copyOf(destinations);
    }
  }

  /// A `global.` profile: any commercial region may answer.
  record Global(String id, String modelId, String region) implements Route {}
}
