package io.outcrop.access.examination;

import io.outcrop.cloud.client.Setting;
import java.util.List;
import java.util.Optional;

/// The result of one examination.
///
/// @param subject what was examined
/// @param status the verdict
/// @param findings the root cause first, then what would break next, in order; empty when healthy
/// @param notes hints that are no findings
/// @param stages every stage, in order
/// @param given what the examination was told, each value with where it came from
/// @param support the text for AWS Support, where only AWS can settle it; none or one
/// @param beside what was found beside the call, which does not need it: the verdict takes no
///   account of it
public record Examination(
    Subject subject,
    Status status,
    List<Finding> findings,
    List<String> notes,
    List<Stage> stages,
    List<Setting> given,
    List<SupportCase> support,
    List<Finding> beside) {
  /// An examination that only AWS need not settle.
  public Examination(
      Subject subject,
      Status status,
      List<Finding> findings,
      List<String> notes,
      List<Stage> stages) {
    this(subject, status, findings, notes, stages, List.of(), List.of(), List.of());
  }

  public Examination {
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
    stages = List.copyOf(stages);
    given = List.copyOf(given);
    support = List.copyOf(support);
    beside = List.copyOf(beside);
  }

  /// The verdict.
  public enum Status {
    /// The call goes through, or nothing that could be looked at speaks against it.
    HEALTHY("healthy"),
    /// A cause was found.
    BROKEN("broken"),
    /// It could not be found out.
    UNKNOWN("unknown");

    private final String id;

    Status(String id) {
      this.id = id;
    }

    /// The word in JSON.
    public String id() {
      return id;
    }
  }

  /// What was examined.
  ///
  /// @param model the model id that is called; empty if none was named
  /// @param region the region that is called; empty if none was found
  /// @param principal the ARN that AWS knows the caller by; empty if nobody could be asked
  /// @param credentialSource where the credentials come from; empty if there are none
  /// @param endpoint the endpoint if it is not AWS's own; empty for AWS
  /// @param at the date for which the catalogue was asked, ISO 8601
  public record Subject(
      String model,
      String region,
      String principal,
      String credentialSource,
      String endpoint,
      String at) {}

  /// The cause that explains the answer AWS gives to this call.
  public Optional<Finding> root() {
    return findings.isEmpty() ? Optional.empty() : Optional.of(findings.getFirst());
  }

  /// What would break next, in order.
  public List<Finding> next() {
    return findings.isEmpty() ? List.of() : findings.subList(1, findings.size());
  }
}
