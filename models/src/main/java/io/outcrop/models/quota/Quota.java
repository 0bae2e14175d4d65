package io.outcrop.models.quota;

import io.outcrop.models.route.Route;
import java.math.BigDecimal;
import java.util.List;

/// One quota of Bedrock with AWS's default for it.
///
/// @param code `L-…`
/// @param name as Service Quotas shows it
/// @param model the model it is about; `*` for all of them together
/// @param scope the routes it is about
/// @param kind what is counted
/// @param value the default
/// @param adjustable whether Service Quotas takes requests for it
public record Quota(
    String code,
    String name,
    String model,
    Scope scope,
    Kind kind,
    BigDecimal value,
    boolean adjustable) {

  /// The model of a quota that counts the whole account, every model together.
  public static final String ACCOUNT = "*";

  /// The routes that share a quota.
  public enum Scope {
    /// A model by its own id.
    ON_DEMAND,
    /// Profiles of a geography.
    GEOGRAPHIC,
    /// The global profile.
    GLOBAL,
    /// All routes.
    ANY;

    /// The routes with which `route` shares its quotas. An application inference profile shares
    /// those of what it was copied from; a copy of a model leads to the called region only.
    public static Scope of(Route route) {
      return switch (route) {
        case Route.OnDemand _ -> ON_DEMAND;
        case Route.Geographic(var id, _, var region, var destinations)
            when id.startsWith("arn:") && destinations.equals(List.of(region)) ->
            ON_DEMAND;
        case Route.Geographic _ -> GEOGRAPHIC;
        case Route.Global _ -> GLOBAL;
      };
    }
  }

  /// What is counted.
  public enum Kind {
    REQUESTS_PER_MINUTE("requests per minute"),
    TOKENS_PER_MINUTE("tokens per minute"),
    TOKENS_PER_DAY("tokens per day");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /// The kind in AWS's words.
    public String words() {
      return words;
    }
  }
}
