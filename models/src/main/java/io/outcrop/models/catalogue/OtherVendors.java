package io.outcrop.models.catalogue;

import java.util.Set;
import java.util.regex.Pattern;

/// Vendors whose models Bedrock serves and this catalogue does not know: `other-vendors.json`.
public final class OtherVendors {
  /// What stands before the vendor in the id of a geography's profile: `us.`, `us-gov.`, `global.`.
  private static final Pattern GEOGRAPHY = Pattern.compile("[a-z-]{2,8}");

  private OtherVendors() {}

  /// Read when an id is met that the catalogue does not know.
  private static final class Shipped {
    static final Set<String> VENDORS =
        Document.read(
            "other-vendors.json",
            fields -> {
              fields.whole("formatVersion", 1);
              fields.text("about");
              var vendors = Set.copyOf(fields.texts("vendors"));
              Sources.read().check(fields);
              return vendors;
            });
  }

  /// How ids of their models begin, without the dot: `amazon`, `meta`.
  public static Set<String> vendors() {
    return Shipped.VENDORS;
  }

  /// Whether `id` begins as that of one of their models: `amazon.nova-2-lite-v1:0`.
  public static boolean isModel(String id) {
    var dot = id.indexOf('.');
    return dot > 0 && dot < id.length() - 1 && Shipped.VENDORS.contains(id.substring(0, dot));
  }

  /// Whether `id` begins as that of a profile that leads to their models: `us.amazon.nova-…`.
  public static boolean isProfile(String id) {
    var dot = id.indexOf('.');
    return dot > 0
        && GEOGRAPHY.matcher(id.substring(0, dot)).matches()
        && isModel(id.substring(dot + 1));
  }
}
