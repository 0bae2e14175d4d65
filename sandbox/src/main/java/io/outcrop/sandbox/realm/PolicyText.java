package io.outcrop.sandbox.realm;

import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;

/// A policy as it was written: AWS keeps blanks and line breaks, shows them again and counts places
/// by them. Only a text that says more than its document does is kept. Source: AWS Organizations
/// User Guide, "Quotas and service limits for AWS Organizations", policies are saved exactly as
/// provided; of IAM, documents with line breaks in AWS's own examples ("AWS Tools for PowerShell
/// Cmdlet Reference", Get-IAMUserPolicy); read 2026-11.
public final class PolicyText {
  private PolicyText() {}

  /// What has to be kept of `text`, which says `document`; empty if that is all.
  public static String kept(String text, Json.Obj document) {
    return text.equals(JsonWriter.compact(document)) ? "" : text;
  }

  /// The text of `document`, of which `kept` was kept.
  public static String of(Json.Obj document, String kept) {
    return kept.isEmpty() ? JsonWriter.compact(document) : kept;
  }
}
