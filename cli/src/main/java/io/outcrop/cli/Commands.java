package io.outcrop.cli;

import io.outcrop.cli.demo.DemoCommand;
import io.outcrop.cli.doctor.DoctorCommand;
import io.outcrop.cli.explain.ExplainCommand;
import io.outcrop.cli.explain.RedactCommand;
import io.outcrop.cli.fix.FixCommand;
import io.outcrop.cli.policy.DiffCommand;
import io.outcrop.cli.policy.ExplainDecisionCommand;
import io.outcrop.cli.policy.SimulateCommand;
import io.outcrop.cli.policy.TestCommand;
import io.outcrop.cli.policy.generate.GenerateCommand;
import io.outcrop.cli.policy.lint.LintCommand;
import io.outcrop.cli.sandbox.ClientCommand;
import io.outcrop.cli.sandbox.ClockCommand;
import io.outcrop.cli.sandbox.EnvCommand;
import io.outcrop.cli.sandbox.FaultsCommand;
import io.outcrop.cli.sandbox.LintWorldCommand;
import io.outcrop.cli.sandbox.NewCommand;
import io.outcrop.cli.sandbox.ResetCommand;
import io.outcrop.cli.sandbox.RestoreCommand;
import io.outcrop.cli.sandbox.ServeCommand;
import io.outcrop.cli.sandbox.ShowCommand;
import io.outcrop.cli.sandbox.SnapshotCommand;
import io.outcrop.cli.sandbox.WorldsCommand;
import io.outcrop.cli.sandbox.fidelity.FidelityCommand;
import io.outcrop.cli.session.Command;
import io.outcrop.cli.version.VersionCommand;
import java.util.List;
import java.util.Optional;

/// All commands by name. Only the one that is asked for is loaded.
final class Commands {
  static final List<String> NAMES =
      List.of("demo", "doctor", "explain", "fix", "policy", "redact", "sandbox", "version", "help");

  static final List<String> SANDBOX =
      List.of(
          "serve",
          "client",
          "env",
          "worlds",
          "show",
          "new",
          "lint",
          "reset",
          "snapshot",
          "restore",
          "faults",
          "clock",
          "fidelity");

  static final List<String> POLICY =
      List.of("simulate", "explain", "lint", "diff", "generate", "test");

  private Commands() {}

  /// The commands of a group; none if there is no such group.
  static List<String> of(String group) {
    return switch (group) {
      case "sandbox" -> SANDBOX;
      case "policy" -> POLICY;
      default -> List.of();
    };
  }

  static Optional<Command> find(String name) {
    return switch (name) {
      case "demo" -> Optional.of(new DemoCommand());
      case "doctor" -> Optional.of(new DoctorCommand());
      case "explain" -> Optional.of(new ExplainCommand());
      case "fix" -> Optional.of(new FixCommand());
      case "redact" -> Optional.of(new RedactCommand());
      case "version" -> Optional.of(new VersionCommand());
      case "policy simulate" -> Optional.of(new SimulateCommand());
      case "policy explain" -> Optional.of(new ExplainDecisionCommand());
      case "policy lint" -> Optional.of(new LintCommand());
      case "policy diff" -> Optional.of(new DiffCommand());
      case "policy generate" -> Optional.of(new GenerateCommand());
      case "policy test" -> Optional.of(new TestCommand());
      case "sandbox serve" -> Optional.of(new ServeCommand());
      case "sandbox client" -> Optional.of(new ClientCommand());
      case "sandbox env" -> Optional.of(new EnvCommand());
      case "sandbox reset" -> Optional.of(new ResetCommand());
      case "sandbox worlds" -> Optional.of(new WorldsCommand());
      case "sandbox show" -> Optional.of(new ShowCommand());
      case "sandbox new" -> Optional.of(new NewCommand());
      case "sandbox lint" -> Optional.of(new LintWorldCommand());
      case "sandbox snapshot" -> Optional.of(new SnapshotCommand());
      case "sandbox restore" -> Optional.of(new RestoreCommand());
      case "sandbox faults" -> Optional.of(new FaultsCommand());
      case "sandbox clock" -> Optional.of(new ClockCommand());
      case "sandbox fidelity" -> Optional.of(new FidelityCommand());
      default -> Optional.empty();
    };
  }
}
