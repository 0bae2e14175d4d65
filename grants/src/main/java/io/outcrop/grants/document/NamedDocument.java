package io.outcrop.grants.document;

import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import java.util.regex.Pattern;

/// A policy document with the name that it gets in IAM.
///
/// @param name of at most 128 letters, digits and `+=,.@_-`
/// @param document what it says
public record NamedDocument(String name, Json.Obj document) {
  /// What stands for an account id that nobody has named.
  public static final String ACCOUNT = "ACCOUNT_ID";

  /// The same where it stands in an ARN.
  public static final String IN_ARN = ":" + ACCOUNT + ":";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9+=,.@_-]{1,128}");

  public NamedDocument {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("`" + name + "` is no name of a policy");
    }
  }

  /// Its size as IAM counts it: characters, without the white space between them. Source: IAM User
  /// Guide, "IAM and AWS STS quotas", read 2026-11.
  public int characters() {
    return JsonWriter.compact(document).length();
  }

  /// Whether an account id is missing in it.
  public boolean lacksAccount() {
    return JsonWriter.compact(document).contains(IN_ARN);
  }
}
