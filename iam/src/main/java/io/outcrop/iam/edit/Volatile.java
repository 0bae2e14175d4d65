package io.outcrop.iam.edit;

import java.util.Locale;
import java.util.Set;

/// Condition keys that a policy edit leaves free. Source: IAM User Guide, "AWS global condition
/// context keys", read 2026-11.
final class Volatile {
  /// Another value the next time, for the same call of the same caller.
  private static final Set<String> VOLATILE =
      Set.of(
          "aws:currenttime",
          "aws:epochtime",
          "aws:tokenissuetime",
          "aws:multifactorauthage",
          "aws:sourceip",
          "aws:vpcsourceip",
          "aws:ec2instancesourceprivateipv4",
          "aws:userid",
          "aws:useragent",
          "aws:referer",
          "sts:rolesessionname",
          "s3:signatureage");

  /// They follow from the caller, who is named in other ways.
  private static final Set<String> OF_CALLER =
      Set.of(
          "aws:principalarn",
          "aws:principalaccount",
          "aws:principaltype",
          "aws:principalorgid",
          "aws:principalorgpaths",
          "aws:principalisawsservice",
          "aws:principalservicename",
          "aws:principalservicenameslist",
          "aws:username");

  /// They follow from the resource, which is named, too.
  private static final Set<String> OF_RESOURCE =
      Set.of("aws:resourceaccount", "aws:resourceorgid", "aws:resourceorgpaths");

  private Volatile() {}

  /// Whether requests that differ in `key` alone count as one request.
  static boolean isFree(String key) {
    var name = key.toLowerCase(Locale.ROOT);
    return VOLATILE.contains(name) || OF_CALLER.contains(name) || OF_RESOURCE.contains(name);
  }
}
