package io.outcrop.sandbox.functions;

import io.outcrop.sandbox.visit.Visit;
import java.util.Arrays;
import java.util.List;

/// A function as a call names it: by name, by a part of its ARN or by all of it, each with a
/// version or alias behind or without. Source: AWS Lambda API Reference, "GetFunction", read
/// 2026-11.
///
/// @param region where it is
/// @param account whose it is
/// @param name what it is called
/// @param qualifier a version or alias; empty for the newest
record FunctionName(String region, String account, String name, String qualifier) {
  static FunctionName of(Visit visit) {
    List<String> parts = Arrays.asList(visit.required("FunctionName").split(":", -1));
    var qualifier = visit.required("Qualifier");
    var region = visit.region();
    var account = visit.account().id();
    var at = 0;
    if (parts.size() >= 7 && parts.getFirst().equals("arn")) {
      region = parts.get(3);
      account = parts.get(4);
      at = 6;
    } else if (parts.size() >= 3 && parts.get(1).equals("function")) {
      account = parts.getFirst();
      at = 2;
    } else if (parts.size() >= 2 && parts.getFirst().equals("function")) {
      at = 1;
    }
    return new FunctionName(
        region, account, parts.get(at), parts.size() > at + 1 ? parts.get(at + 1) : qualifier);
  }

  /// Whether it names what runs now; other versions and aliases are none here.
  boolean isLatest() {
    return qualifier.isEmpty() || qualifier.equals("$LATEST");
  }

  String arn() {
    return "arn:aws:lambda:%s:%s:function:%s%s"
        .formatted(region, account, name, qualifier.isEmpty() ? "" : ":" + qualifier);
  }
}
