package io.outcrop.sandbox.directory.desk;

import io.outcrop.json.Json;
import io.outcrop.sandbox.trace.LastUse;

/// The last use of a role as IAM shows it.
public final class RoleUse {
  private RoleUse() {}

  /// When and where the role `name` of `account` was used last; nothing in it if it never was.
  public static Json.Obj shown(LastUse lastUse, String account, String name) {
    return lastUse
        .ofRole(account, name)
        .map(use -> Output.of("LastUsedDate", use.at(), "Region", use.region()))
        .orElseGet(Json::object);
  }
}
