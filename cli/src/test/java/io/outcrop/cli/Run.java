package io.outcrop.cli;

import io.outcrop.cli.session.Session;
import io.outcrop.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One run of a command, in this process, in folders of its own.
///
/// @param code the exit code
/// @param out what standard output got
/// @param err what standard error got
record Run(int code, String out, String err) {
  /// Where runs take place.
  ///
  /// @param folder for state, home and working directory
  /// @param environment variables besides
  /// @param input standard input
  /// @param attached which streams are a terminal
  record Stage(
      Path folder, Map<String, String> environment, String input, Terminal.Attached attached) {
    static Stage in(Path folder) {
      return new Stage(folder, Map.of(), "", Terminal.Attached.nowhere());
    }

    Stage reading(String text) {
      return new Stage(folder, environment, text, attached);
    }

    Stage with(String name, String value) {
      var more = new HashMap<>(environment);
      more.put(name, value);
      return new Stage(folder, more, input, attached);
    }

    Stage attached(boolean in, boolean out, boolean err) {
      return new Stage(folder, environment, input, new Terminal.Attached(in, out, err, 80));
    }

    Run run(String... words) {
      return run(input.getBytes(StandardCharsets.UTF_8), words);
    }

    Run run(byte[] bytes, String... words) {
      var out = new ByteArrayOutputStream();
      var err = new ByteArrayOutputStream();
      var terminal = new Terminal(new ByteArrayInputStream(bytes), out, err, attached);
      var code = Outcrop.run(List.of(words), session(terminal));
      return new Run(
          code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    Session session(Terminal terminal) {
      var variables = new HashMap<>(environment);
      variables.put("OUTCROP_STATE_HOME", folder.resolve("state").toString());
      variables.put("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
      variables.put("AWS_EC2_METADATA_DISABLED", "true");
      return new Session(terminal, variables, folder, folder, InstantSource.system());
    }
  }
}
