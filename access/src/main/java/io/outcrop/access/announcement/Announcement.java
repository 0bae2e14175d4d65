package io.outcrop.access.announcement;

import io.outcrop.json.Json;
import java.util.List;

/// What a run of doctor would do, said before it is done.
///
/// @param calls in the order of the stages
/// @param policies what the doctor itself needs, one for each who signs
/// @param detections published detections that the calls can set off
/// @param userAgent what every request says of the program
/// @param sessionName the name of every session that it begins
/// @param notes what else leaves this machine, and what is not listed
public record Announcement(
    List<AnnouncedCall> calls,
    List<OwnPolicy> policies,
    List<Detection> detections,
    String userAgent,
    String sessionName,
    List<String> notes) {
  public Announcement {
    calls = List.copyOf(calls);
    policies = List.copyOf(policies);
    detections = List.copyOf(detections);
    notes = List.copyOf(notes);
  }

  /// One operation that may be called.
  ///
  /// @param stage the stage that needs it
  /// @param operation `iam:GetUser`
  /// @param host where it goes
  /// @param signer who signs it, in words; empty for nobody
  /// @param actions what IAM is asked for it; none where no permission is needed
  /// @param examined whether it is what is examined: the program needs it, not the doctor
  /// @param paid whether it costs something
  /// @param times how often; empty for once
  /// @param onlyIf on what condition; empty for always
  /// @param tells what is learned from it
  /// @param event what CloudTrail records
  public record AnnouncedCall(
      String stage,
      String operation,
      String host,
      String signer,
      List<String> actions,
      boolean examined,
      boolean paid,
      String times,
      String onlyIf,
      String tells,
      Event event) {
    public AnnouncedCall {
      actions = List.copyOf(actions);
    }
  }

  /// An event in CloudTrail.
  ///
  /// @param source `iam.amazonaws.com`
  /// @param name `GetUser`
  /// @param region in which region's event history it stands
  /// @param data whether it is a data event, which no event history shows
  public record Event(String source, String name, String region, boolean data) {}

  /// A policy that lets the doctor look, and nothing else.
  ///
  /// @param signer for whom, in words
  public record OwnPolicy(String signer, Json.Obj document) {}

  /// A published detection.
  ///
  /// @param id its permanent name here
  /// @param title what it takes the calls for
  /// @param sees what it looks for
  /// @param source where it was published
  public record Detection(String id, String title, String sees, String source) {}
}
