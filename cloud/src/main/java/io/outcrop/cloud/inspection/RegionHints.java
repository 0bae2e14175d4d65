package io.outcrop.cloud.inspection;

import io.outcrop.cloud.client.Nearest;
import io.outcrop.cloud.client.Setting;
import io.outcrop.cloud.inspection.Hint.Kind;

/// Which region is called, and which other clients would call.
final class RegionHints {
  private RegionHints() {}

  static void add(Looking looking) {
    if (!looking.userClient().isSaid()) {
      differ(looking);
    }
    unknown(looking);
    switches(looking);
  }

  /// What other clients than the one that reads both would do.
  private static void differ(Looking looking) {
    var region = looking.variables().get("AWS_REGION");
    var fallback = looking.variables().get("AWS_DEFAULT_REGION");
    var same = region.value().strip().equals(fallback.value().strip());
    if (fallback.isSet() && !region.isSet()) {
      looking.add(
          Kind.ONLY_DEFAULT_REGION,
          ("only `AWS_DEFAULT_REGION` is set (%s): boto3 and the AWS CLI read it, the Java and"
                  + " JavaScript SDKs read `AWS_REGION` alone")
              .formatted(fallback.whence()),
          fallback.whence(),
          "export AWS_REGION=" + printable(fallback.value().strip()));
    } else if (region.isSet() && !fallback.isSet() && !profileHasRegion(looking)) {
      looking.add(
          Kind.ONLY_AWS_REGION,
          ("only `AWS_REGION` is set (%s): the Java and JavaScript SDKs and version 2 of the AWS"
                  + " CLI read it, boto3 reads `AWS_DEFAULT_REGION` alone")
              .formatted(region.whence()),
          region.whence(),
          "export AWS_DEFAULT_REGION=" + printable(region.value().strip()));
    } else if (region.isSet() && fallback.isSet() && !same) {
      looking.add(
          Kind.REGIONS_DIFFER,
          ("`AWS_REGION` is `%s` and `AWS_DEFAULT_REGION` is `%s`: the Java and JavaScript SDKs"
                  + " use the first, boto3 the second")
              .formatted(printable(region.value().strip()), printable(fallback.value().strip())),
          region.whence());
    }
  }

  private static void unknown(Looking looking) {
    var region = looking.settings().region();
    if (!region.isSet() || Regions.names().contains(region.value())) {
      return;
    }
    var near = Nearest.to(region.value().replaceAll("[a-f]$", ""), Regions.names());
    looking.add(
        Kind.REGION_UNKNOWN,
        "`%s` (%s) is no region of AWS that is known here%s%s"
            .formatted(
                printable(region.value()),
                region.whence(),
                region.value().matches("[a-z]{2}(-[a-z]+)+-\\d[a-f]") ? ", but a zone of one" : "",
                near.map(name -> ": the nearest is `" + name + "`").orElse("")),
        region.whence(),
        near.map(name -> help(region, name)).stream().toArray(String[]::new));
  }

  private static String help(Setting region, String near) {
    if (region.origin().startsWith("--")) {
      return "# on the command line: " + region.origin() + " " + near;
    }
    return region.place().isEmpty()
        ? "export " + region.name() + "=" + near
        : "# in " + region.place() + ": " + near;
  }

  private static void switches(Looking looking) {
    var fips = looking.settings().fips();
    if (fips.isSet()) {
      looking.add(
          Kind.FIPS,
          "FIPS endpoints are asked for (`%s`, %s): not every region has one for Bedrock"
              .formatted(fips.name(), fips.whence()),
          fips.whence());
    }
    var dual = looking.settings().dualStack();
    if (dual.isSet()) {
      looking.add(
          Kind.DUAL_STACK,
          "dual-stack endpoints are asked for (`%s`, %s): other host names are called"
              .formatted(dual.name(), dual.whence()),
          dual.whence());
    }
  }

  private static boolean profileHasRegion(Looking looking) {
    return looking.profile().filter(read -> read.has("region")).isPresent();
  }

  /// A region's value as far as it can be one: what else stands there may be a secret.
  static String printable(String value) {
    return value.matches("[A-Za-z0-9_ .\"'-]{1,25}") ? value : "…";
  }
}
