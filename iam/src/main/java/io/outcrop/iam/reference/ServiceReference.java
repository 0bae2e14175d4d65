package io.outcrop.iam.reference;

import io.outcrop.iam.match.Glob;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// AWS's service authorization reference, as it was at [#asOf]: what is not in it may be newer.
/// Services are read when they are first asked for. Safe for many threads. Source: Service
/// Authorization Reference, by way of a data set that NOTICE names.
public final class ServiceReference {
  private final ServiceTable table;
  private final Map<String, Optional<Service>> read = new ConcurrentHashMap<>();

  private ServiceReference(ServiceTable table) {
    this.table = table;
  }

  /// The global keys, read when somebody first asks for a key.
  private static final class Globals {
    private static final List<ConditionKey> KEYS = List.copyOf(GlobalKeys.shipped());
    private static final Map<String, ConditionKey> BY_NAME =
        KEYS.stream().collect(Collectors.toUnmodifiableMap(key -> lower(key.name()), key -> key));
  }

  /// The reference that comes with this program, read anew from its resource files.
  public static ServiceReference shipped() {
    return new ServiceReference(ServiceTable.shipped());
  }

  /// The date of the data.
  public String asOf() {
    return table.asOf();
  }

  /// The prefixes of all services.
  public Set<String> services() {
    return table.prefixes();
  }

  /// Whether a service has the prefix `prefix`, in any case.
  public boolean isService(String prefix) {
    return table.prefixes().contains(lower(prefix));
  }

  /// The service with this prefix, in any case.
  public Optional<Service> service(String prefix) {
    return read.computeIfAbsent(lower(prefix), table::read);
  }

  /// The action that a policy calls `service:Name`, in any case.
  public Optional<Action> action(String action) {
    var colon = action.indexOf(':');
    return colon < 0
        ? Optional.empty()
        : service(action.substring(0, colon))
            .flatMap(service -> service.action(action.substring(colon + 1)));
  }

  /// The actions that `pattern` matches, by service and name; for `*` the actions of all services.
  public List<Action> matching(String pattern) {
    if (pattern.equals("*")) {
      return table.prefixes().stream()
          .flatMap(prefix -> service(prefix).stream())
          .flatMap(service -> service.actions().stream())
          .toList();
    }
    var colon = pattern.indexOf(':');
    if (colon < 0) {
      return List.of();
    }
    var name = lower(pattern.substring(colon + 1));
    var service = service(pattern.substring(0, colon));
    if (name.indexOf('*') < 0 && name.indexOf('?') < 0) {
      return service.flatMap(found -> found.action(name)).stream().toList();
    }
    return service.map(found -> found.matching(Glob.of(name))).orElse(List.of());
  }

  /// The key that a policy calls `name`, in any case: a global one, or one of the service that its
  /// prefix names. A tag key is answered by its pattern.
  public Optional<ConditionKey> key(String name) {
    var exact = Globals.BY_NAME.get(lower(name));
    return Optional.ofNullable(exact)
        .or(() -> Globals.KEYS.stream().filter(key -> key.covers(name)).findFirst())
        .or(() -> serviceKey(name));
  }

  /// The global keys: those that a request may bring whatever the action is.
  public List<ConditionKey> globalKeys() {
    return Globals.KEYS;
  }

  /// The action that was probably meant by `action`, which does not exist.
  public Optional<Action> nearestAction(String action) {
    var colon = action.indexOf(':');
    var prefix = action.substring(0, Math.max(0, colon));
    var name = action.substring(colon + 1);
    if (colon < 0) {
      return Stream.of("bedrock", "bedrock-mantle", "iam", "sts", "s3")
          .flatMap(likely -> service(likely).stream())
          .flatMap(service -> service.action(name).stream())
          .findFirst();
    }
    return service(prefix)
        .or(() -> nearestService(prefix).flatMap(this::service))
        .flatMap(service -> service.nearest(name));
  }

  /// The service prefix that was probably meant by `prefix`, which does not exist.
  public Optional<String> nearestService(String prefix) {
    return Nearest.of(lower(prefix), table.prefixes().stream());
  }

  /// The condition key that was probably meant by `key`, which does not exist.
  public Optional<String> nearestKey(String key) {
    var colon = key.indexOf(':');
    var prefix = colon < 0 ? "" : lower(key.substring(0, colon));
    var own = service(prefix).or(() -> nearestService(prefix).flatMap(this::service));
    var names =
        Stream.concat(
                Globals.KEYS.stream(), own.stream().flatMap(service -> service.keys().stream()))
            .map(ConditionKey::name);
    return Nearest.of(key, names);
  }

  private Optional<ConditionKey> serviceKey(String name) {
    var colon = name.indexOf(':');
    return colon < 0
        ? Optional.empty()
        : service(name.substring(0, colon))
            .flatMap(
                service -> service.keys().stream().filter(key -> key.covers(name)).findFirst());
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
