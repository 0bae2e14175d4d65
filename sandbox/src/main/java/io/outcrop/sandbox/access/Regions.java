package io.outcrop.sandbox.access;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.realm.Account;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// AWS's regions, which accounts use them, and what is said to an account that does not; a resource
/// file.
///
/// @param isOptIn every region, and whether an account has to switch it on
/// @param delay how long that takes
/// @param refusals by service, what is said where it is off; `*` for all others
public record Regions(
    Map<String, Boolean> isOptIn, Duration delay, Map<String, Reply.Fault> refusals) {
  /// Those that come with the program.
  public static final Regions SHIPPED = read();

  public Regions {
    refusals = Map.copyOf(refusals);
  }

  /// How an account stands with a region, in the words of AWS Account Management.
  public enum Status {
    ENABLED,
    ENABLING,
    DISABLING,
    DISABLED,
    ENABLED_BY_DEFAULT
  }

  /// How `account` stands with `region` at `now`; a region that nobody knows is no matter of ours.
  public Status status(Account account, String region, Instant now) {
    if (!isOptIn(region)) {
      return Status.ENABLED_BY_DEFAULT;
    }
    var change = account.registration().regions().get(region);
    if (change == null) {
      return account.standing().optedIn().contains(region) ? Status.ENABLED : Status.DISABLED;
    }
    if (now.isBefore(change.done())) {
      return change.on() ? Status.ENABLING : Status.DISABLING;
    }
    return change.on() ? Status.ENABLED : Status.DISABLED;
  }

  /// Whether accounts have to switch `region` on.
  public boolean isOptIn(String region) {
    return isOptIn.getOrDefault(region, false);
  }

  /// Whether `account` may use `region` at `now`.
  public boolean isEnabled(Account account, String region, Instant now) {
    return switch (status(account, region, now)) {
      case ENABLED, ENABLED_BY_DEFAULT, DISABLING -> true;
      case ENABLING, DISABLED -> false;
    };
  }

  /// Whether `region` is one of AWS GovCloud (US).
  public static boolean isGovCloud(String region) {
    return region.startsWith("us-gov-");
  }

  /// What `service` says to `account` in `region`, if it does not use it.
  public Optional<Reply.Fault> refusal(
      String service, Account account, String region, Instant now) {
    if (isEnabled(account, region, now)) {
      return Optional.empty();
    }
    var fault =
        Optional.ofNullable(refusals.get(service)).or(() -> Optional.ofNullable(refusals.get("*")));
    return fault.map(said ->
        new Reply.Fault(
            said.status(),
            said.code(),
            said.message().replace("{account}", account.id()),
            said.fromFrontDoor()));
  }

  private static Regions read() {
    try (var in = Regions.class.getResourceAsStream("/io/outcrop/sandbox/regions.json")) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      if (JsonReader.read(text) instanceof JsonReading.Read(Json.Obj data)) {
        return read(data);
      }
      throw new IllegalStateException("regions.json holds no object");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Regions read(Json.Obj data) {
    var regions = new LinkedHashMap<String, Boolean>();
    texts(data, "enabledByDefault").forEach(region -> regions.put(region, false));
    texts(data, "optIn").forEach(region -> regions.put(region, true));
    var refusals = new LinkedHashMap<String, Reply.Fault>();
    var said = data.object("refusals").flatMap(all -> all.object("values")).orElseThrow();
    for (var service : said.members().keySet()) {
      var fault = said.object(service).orElseThrow();
      refusals.put(
          service,
          new Reply.Fault(
              403, fault.text("code").orElseThrow(), fault.text("message").orElseThrow(), true));
    }
    var delay = data.object("delay").flatMap(entry -> entry.text("value")).orElseThrow();
    return new Regions(regions, Duration.parse(delay), refusals);
  }

  private static List<String> texts(Json.Obj data, String name) {
    return data.list(name).stream().flatMap(value -> value.asText().stream()).toList();
  }
}
