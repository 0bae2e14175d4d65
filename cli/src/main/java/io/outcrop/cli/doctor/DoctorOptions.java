package io.outcrop.cli.doctor;

import io.outcrop.cli.arguments.Option;
import java.util.List;

/// What `outcrop doctor` understands besides where to look and how to show it.
final class DoctorOptions {
  static final List<Option> OPTIONS =
      List.of(
          Option.flag("--all-models", "every model that can be called in the region"),
          Option.flag("--all-regions", "every region that has the models"),
          Option.of("--as", "ROLE_ARN", "as a session of this role, or judged by its policies"),
          Option.flag("--judge-only", "with --as: judge the role, do not assume it"),
          Option.of("--hop", "FUNCTION", "a Lambda function calls, by name or ARN: judge its role"),
          Option.of("--only", "STAGE,…", "look at these stages alone; may be repeated"),
          Option.flag("--list-stages", "list the stages"),
          Option.flag(
              "--explain-calls", "say which calls would be made and what they need; make none"),
          Option.of("--save-evidence", "FILE", "keep what was seen, without secrets"),
          Option.of("--evidence", "FILE", "judge what was kept; nothing is called"),
          Option.flag("--watch", "examine again and again until it is cured"),
          Option.of("--every", "TIME", "with --watch: how often; 30s (the default), 2m"),
          Option.flag(
              "--yes", "do not ask: agree to paid calls, and to a sweep with a long-term key"));

  private DoctorOptions() {}
}
