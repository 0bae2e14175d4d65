package io.outcrop.sandbox.organizations;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The operations of AWS Account Management: which regions an account may use.
public final class Accounts {
  private final Map<String, Boolean> isOptIn;

  private Accounts(Map<String, Boolean> isOptIn) {
    this.isOptIn = isOptIn;
  }

  /// All that are here.
  public static Map<String, Operation> operations() {
    var accounts = new Accounts(regions());
    return Map.of(
        "GetRegionOptStatus", accounts::status,
        "ListRegions", accounts::list);
  }

  private static Map<String, Boolean> regions() {
    try (var in = Accounts.class.getResourceAsStream("/io/outcrop/sandbox/regions.json")) {
      if (in != null
          && JsonReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8))
              instanceof JsonReading.Read(Json.Obj data)) {
        var regions = new LinkedHashMap<String, Boolean>();
        for (var region : data.list("enabledByDefault")) {
          region.asText().ifPresent(name -> regions.put(name, false));
        }
        for (var region : data.list("optIn")) {
          region.asText().ifPresent(name -> regions.put(name, true));
        }
        return regions;
      }
      throw new IllegalStateException("the list of regions is missing");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private String status(Visit visit, String region) {
    if (!isOptIn.getOrDefault(region, false)) {
      return "ENABLED_BY_DEFAULT";
    }
    return visit.account().standing().optedIn().contains(region) ? "ENABLED" : "DISABLED";
  }

  private Reply status(Visit visit) {
    var denied = visit.denied(Guard.Wish.of("account:GetRegionOptStatus", resource(visit)));
    if (denied.isPresent()) {
      return denied.get();
    }
    var region = visit.required("RegionName");
    return isOptIn.containsKey(region)
        ? new Reply.Output(shown(visit, region))
        : Faults.invalid("The region " + region + " does not exist.");
  }

  private Reply list(Visit visit) {
    var denied = visit.denied(Guard.Wish.of("account:ListRegions", resource(visit)));
    if (denied.isPresent()) {
      return denied.get();
    }
    List<String> wanted =
        visit.call().input().list("RegionOptStatusContains").stream()
            .flatMap(value -> value.asText().stream())
            .toList();
    var regions = new ArrayList<Json>();
    for (var region : isOptIn.keySet()) {
      if (wanted.isEmpty() || wanted.contains(status(visit, region))) {
        regions.add(shown(visit, region));
      }
    }
    return new Reply.Output(Json.object().with("Regions", Json.array(regions)));
  }

  private Json.Obj shown(Visit visit, String region) {
    return Json.object()
        .with("RegionName", Json.of(region))
        .with("RegionOptStatus", Json.of(status(visit, region)));
  }

  private static String resource(Visit visit) {
    return "arn:aws:account::" + visit.account().id() + ":account";
  }
}
