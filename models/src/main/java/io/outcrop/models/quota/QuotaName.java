package io.outcrop.models.quota;

import io.outcrop.models.route.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What the name of a quota of model calls says.
///
/// @param scope the routes that draw on it
/// @param kind what it counts
/// @param model the model as AWS calls it, without its maker: `Claude Sonnet 4.5`; empty for all
///   models of the account together
public record QuotaName(Quota.Scope scope, Quota.Kind kind, String model) {

  /// Reads `name` as Service Quotas shows it; nothing if it is not about calls to a model.
  public static Optional<QuotaName> parse(String name) {
    return NamePatterns.shipped().read(name);
  }

  /// One of an account's quotas on which a call draws.
  ///
  /// @param <T> how the quota was read
  public record Drawn<T>(T quota, QuotaName name) {}

  /// Those of `quotas` on which a call over `route` draws: of each kind those of the route's own
  /// scope, where there are none those that all routes share, and those of the whole account.
  ///
  /// @param name the name of a quota, as Service Quotas shows it
  /// @param displayName what the route's model is called
  public static <T> List<Drawn<T>> drawnOn(
      List<T> quotas, Function<T, String> name, Route route, String displayName) {
    var scope = Quota.Scope.of(route);
    var own = new ArrayList<Drawn<T>>();
    var shared = new ArrayList<Drawn<T>>();
    var account = new ArrayList<Drawn<T>>();
    for (var quota : quotas) {
      parse(name.apply(quota))
          .ifPresent(read -> {
            if (read.model().isEmpty()) {
              account.add(new Drawn<>(quota, read));
            } else if (read.model().equalsIgnoreCase(displayName)) {
              if (read.scope() == scope) {
                own.add(new Drawn<>(quota, read));
              } else if (read.scope() == Quota.Scope.ANY) {
                shared.add(new Drawn<>(quota, read));
              }
            }
          });
    }
    var drawn = new ArrayList<>(own);
    shared.stream()
        .filter(one -> own.stream().noneMatch(two -> two.name().kind() == one.name().kind()))
        .forEach(drawn::add);
    drawn.addAll(account);
    return List.copyOf(drawn);
  }
}
