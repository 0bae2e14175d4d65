package io.outcrop.cli.demo;

import io.outcrop.access.examination.Examination;
import io.outcrop.cli.cure.Course;

/// What happened in one world.
///
/// @param world its name
/// @param call what the failing call was answered
/// @param before the first examination
/// @param course every plan, and what became of it
/// @param proof the streamed answer at the end
record Scene(String world, CallSeen call, Examination before, Course course, Proof proof) {
  /// What a call was answered.
  ///
  /// @param went whether it went through
  /// @param words one sentence: the status, the exception and AWS's own words, or why nothing was
  ///   sent
  record CallSeen(boolean went, String words) {}

  /// A streamed answer.
  ///
  /// @param complete whether it came to its regular end with some text
  /// @param model the id that was called
  /// @param text what was said
  /// @param events how many events came
  /// @param why what went wrong; empty if nothing did
  record Proof(boolean complete, String model, String text, int events, String why) {}

  boolean streamed() {
    return proof.complete();
  }
}
