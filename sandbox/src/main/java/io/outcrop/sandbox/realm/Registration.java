package io.outcrop.sandbox.realm;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How an account is registered with AWS.
///
/// @param createdAt when it was made; null for when the world began
/// @param contact whom AWS writes to, by AWS's own member names; empty if nobody said
/// @param regions the regions that were switched on or off since the world began
public record Registration(
    @Nullable Instant createdAt, Map<String, String> contact, Map<String, RegionSwitch> regions) {
  /// Nothing is known of it.
  public static final Registration UNKNOWN = new Registration(null, Map.of(), Map.of());

  public Registration {
    contact = Realm.ordered(contact);
    regions = Realm.ordered(regions);
  }

  /// A region that is switched on or off.
  ///
  /// @param on whether on
  /// @param done when that is done
  public record RegionSwitch(boolean on, Instant done) {}

  /// When it was made.
  public Optional<Instant> created() {
    return Optional.ofNullable(createdAt);
  }

  /// The same with a region switched.
  public Registration with(String region, RegionSwitch change) {
    var changed = new LinkedHashMap<>(regions);
    changed.put(region, change);
    return new Registration(createdAt, contact, changed);
  }
}
