package io.outcrop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.outcrop.sandbox.world.Worlds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// curl, which signs by itself, in every way that it can reach the sandbox.
final class CurlTest {
  @TempDir private static Path temp;
  private static Sandbox sandbox;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    assumeTrue(
        curl(List.of("--version"), "").contains("HTTP2"), "needs curl 7.75 or newer with HTTP/2");
    var folder = temp.resolve("world");
    WorldFolder.create(folder, Worlds.get("healthy"));
    sandbox = Sandbox.start(Sandbox.Options.in(folder));
  }

  @AfterAll
  static void stop() {
    if (sandbox != null) {
      sandbox.close();
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http://127.0.0.1:PORT/               | --http1.1                                  | 1.1
          http://127.0.0.1:PORT/               | --http2                                    | 2
          http://127.0.0.1:PORT/               | --http2-prior-knowledge                    | 2
          https://127.0.0.1:PORT/              | --http1.1                                  | 1.1
          https://localhost:PORT/              | --http2                                    | 2
          https://localhost:PORT/              | --tlsv1.2 --tls-max 1.2                    | 2
          https://sts.us-east-1.amazonaws.com/ | --connect-to ::127.0.0.1:PORT              | 2
          https://sts.us-east-1.amazonaws.com/ | -x http://127.0.0.1:PORT                   | 2
          https://sts.us-east-1.amazonaws.com/ | -x http://127.0.0.1:PORT --http1.1         | 1.1
          https://sts.us-east-1.amazonaws.com/ | -x https://localhost:PORT                  | 2
          http://sts.us-east-1.amazonaws.com/  | -x http://127.0.0.1:PORT                   | 1.1
          http://sts.us-east-1.amazonaws.com/  | -x http://127.0.0.1:PORT --proxytunnel     | 1.1
          """)
  void everyWayLeadsToTheSameAnswer(String url, String options, String version)
      throws IOException, InterruptedException {
    var port = Integer.toString(sandbox.endpoint().getPort());
    var arguments = new ArrayList<>(List.of(options.replace("PORT", port).split(" ")));
    arguments.addAll(List.of("-w", "\n%{http_version} %{http_code}", url.replace("PORT", port)));
    var answer = curl(arguments, settings());
    assertThat(answer)
        .contains("<Arn>" + sandbox.subject().principal() + "</Arn>")
        .endsWith("\n" + version + " 200");
  }

  /// Read from standard input: keys do not belong into an argument list.
  private static String settings() {
    var environment = sandbox.client().environment();
    return """
    silent
    show-error
    max-time = 30
    cacert = "%1$s"
    proxy-cacert = "%1$s"
    aws-sigv4 = "aws:amz:us-east-1:sts"
    user = "%2$s:%3$s"
    data = "Action=GetCallerIdentity&Version=2011-06-15"
    """
        .formatted(
            sandbox.certificate(),
            environment.getOrDefault("AWS_ACCESS_KEY_ID", ""),
            environment.getOrDefault("AWS_SECRET_ACCESS_KEY", ""));
  }

  private static String curl(List<String> arguments, String settings)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("curl", "--disable", "--noproxy", "", "-K", "-"));
    command.addAll(arguments);
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      try (var in = process.getOutputStream()) {
        in.write(settings.getBytes(StandardCharsets.UTF_8));
      }
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
      return said;
    } catch (IOException missing) {
      return "";
    }
  }
}
