package io.outcrop.access.handoff;

import io.outcrop.access.handoff.Script.Purpose;
import io.outcrop.access.handoff.Script.ShellKind;
import io.outcrop.grants.form.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The scripts of a hand-off, each for both shells.
final class Scripts {
  private final Material material;
  private final Caller caller;
  private final Changes changes;

  Scripts(Material material, Caller caller, Changes changes) {
    this.material = material;
    this.caller = caller;
    this.changes = changes;
  }

  List<Script> all() {
    var scripts = new ArrayList<Script>();
    for (var kind : ShellKind.values()) {
      account(kind).forEach(scripts::add);
      local(kind).forEach(scripts::add);
      material.asked().ifPresent(asked -> tests(kind, asked, scripts));
    }
    return scripts;
  }

  private void tests(ShellKind kind, AskedCall asked, List<Script> scripts) {
    var call = new TestCall(asked, material.style());
    scripts.add(script(Purpose.TEST_CALL, "test-call", kind, call.does(), call.text(kind)));
    var check = new PermissionCheck(caller, asked, material.style());
    scripts.add(script(Purpose.VERIFY, "verify", kind, PermissionCheck.DOES, check.text(kind)));
  }

  private List<Script> account(ShellKind kind) {
    if (changes.inAccount().isEmpty()) {
      return List.of();
    }
    var who =
        "run it as an administrator of "
            + (caller.accountIsKnown() ? "account " + caller.account() : "the account");
    var commands = new CureCommands(shell(kind), caller.credentials().region());
    var back = changes.inAccount().reversed().stream().flatMap(one -> Inverse.of(one).stream());
    var cure = "mends the account; " + who;
    var undo = "takes back what `cure-account%s` did; ".formatted(kind.ending()) + who;
    return Stream.of(
            script(
                Purpose.CURE_ACCOUNT,
                "cure-account",
                kind,
                cure,
                text(kind, cure, changes.inAccount().stream().map(commands::of))),
            script(
                Purpose.UNDO_ACCOUNT,
                "undo-account",
                kind,
                undo,
                text(kind, undo, back.map(commands::of))))
        .toList();
  }

  private static String text(ShellKind kind, String does, Stream<String> commands) {
    return shell(kind).head(does)
        + commands.map(one -> "\n" + one + "\n").collect(Collectors.joining());
  }

  private List<Script> local(ShellKind kind) {
    if (changes.local().isEmpty()) {
      return List.of();
    }
    var does =
        "mends what the program calls; run it in the folder that holds `.env`, then start the"
            + " program anew";
    var text = new StringBuilder(EnvCommands.head(kind, does.replace("`", "")));
    changes.local().forEach(change -> text.append('\n').append(EnvCommands.of(kind, change)));
    return List.of(script(Purpose.CURE_CALLER, "cure-caller", kind, does, text.toString()));
  }

  static Shell shell(ShellKind kind) {
    return switch (kind) {
      case SH -> Shell.posix();
      case POWERSHELL -> Shell.powershell();
    };
  }

  private static Script script(
      Purpose purpose, String name, ShellKind kind, String does, String text) {
    return new Script(purpose, name + kind.ending(), kind, does, text);
  }
}
