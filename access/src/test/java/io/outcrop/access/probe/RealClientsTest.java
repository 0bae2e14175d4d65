package io.outcrop.access.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.client.EnvFile;
import io.outcrop.cloud.client.Settings;
import io.outcrop.cloud.client.UserClient;
import io.outcrop.cloud.client.Variables;
import io.outcrop.cloud.credentials.CredentialSearch;
import io.outcrop.cloud.credentials.CredentialSearches;
import io.outcrop.cloud.credentials.SourceTried;
import io.outcrop.cloud.credentials.Trouble;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Holds our reading of every layout to the clients themselves: botocore (where Python has it), the
/// AWS SDK for Java (which we ship), and the JavaScript SDK (where `OUTCROP_NODE_MODULES` names its
/// packages). What they find only over the network is not compared.
final class RealClientsTest {
  private static final int FEWEST = 100;
  private static final Set<Trouble> NETWORK =
      EnumSet.of(
          Trouble.SSO_MISSING,
          Trouble.SSO_ENDED,
          Trouble.LOGIN_ENDED,
          Trouble.MFA_WANTED,
          Trouble.TOKEN_MISSING,
          Trouble.TOKEN_ENDED,
          Trouble.CONTAINER_UNUSABLE);

  @TempDir private static Path temp;
  private static final List<Side> ANYBODYS = new ArrayList<>();

  @BeforeAll
  static void writeAll() throws IOException {
    for (var name : ClientLayoutsTest.layouts(ClientLayoutsTest.root())) {
      var layout = Layout.read(ClientLayoutsTest.root().resolve(name + ".json"));
      var written = layout.in(temp.resolve(name));
      if (!isHalfAndHalf(written)) {
        ANYBODYS.add(new Side(name, withoutApiKey(written), layout.profile()));
      }
    }
  }

  @Test
  void botocoreFindsWhatWeSayItDoes() throws IOException {
    Assumptions.assumeTrue(runs("python3", "-c", "import botocore"), "Python with botocore");
    var sides = sides("boto3");
    var answers =
        ask(sides, "python3", resource("/access/real-clients/botocore_client.py").toString());
    compare(sides, answers);
  }

  /// Asked only where somebody has its packages and says where.
  @TestFactory
  Stream<DynamicTest> theJavaScriptSdkFindsWhatWeSayItDoes() {
    return Stream.of(System.getenv().getOrDefault("OUTCROP_NODE_MODULES", ""))
        .filter(modules -> !modules.isEmpty())
        .map(modules -> DynamicTest.dynamicTest(modules, () -> javaScript(modules)));
  }

  private static void javaScript(String modules) throws IOException {
    var sides = sides("js");
    var script = resource("/access/real-clients/javascript_client.mjs").toString();
    compare(sides, ask(sides, "node", script, modules, Reading.NOW.toString()));
  }

  @Test
  void theJavaSdkFindsWhatWeSayItDoes() throws IOException {
    var sides = sides("java");
    var answers = new ArrayList<Found>();
    for (var side : sides) {
      answers.add(JavaSdk.look(side.client(), side.profile()));
    }
    compare(sides, answers);
  }

  /// A layout on disk.
  private record Side(String name, ClientSide client, String profile) {
    CredentialSearch search() {
      return CredentialSearches.search(client, profile, () -> Reading.NOW);
    }

    String region() {
      return Settings.of(client, profile).region().value();
    }
  }

  /// What a client found.
  record Found(String way, String region) {}

  private static List<Side> sides(String clientId) {
    var client = UserClient.named(clientId).orElseThrow();
    return ANYBODYS.stream()
        .map(side -> new Side(side.name(), side.client().with(client), side.profile()))
        .toList();
  }

  /// A key of which `.env` and the environment hold a half each is no key of one place.
  private static boolean isHalfAndHalf(ClientSide client) {
    var variables = Variables.of(client);
    return variables.inEnvFile("AWS_ACCESS_KEY_ID").isSet()
            != variables.inEnvFile("AWS_SECRET_ACCESS_KEY").isSet()
        && variables.inEnvironment("AWS_ACCESS_KEY_ID").isSet();
  }

  /// Bedrock's key comes before all that is compared here; what reads `.env` has read it.
  private static ClientSide withoutApiKey(ClientSide client) throws IOException {
    var environment = new LinkedHashMap<>(client.environment());
    var file = EnvFile.of(client);
    for (var name : EnvFile.NAMES) {
      if (!file.value(name).isEmpty()) {
        environment.putIfAbsent(name, file.value(name));
      }
    }
    Files.deleteIfExists(client.workingDirectory().resolve(".env"));
    environment.remove("AWS_BEARER_TOKEN_BEDROCK");
    return new ClientSide(
        environment, client.home(), client.workingDirectory(), client.clockOffset(), false);
  }

  private static void compare(List<Side> sides, List<Found> answers) {
    var differences = new ArrayList<String>();
    var compared = 0;
    for (var i = 0; i < sides.size(); i++) {
      var ours = ours(sides.get(i));
      var theirs = answers.get(i);
      if (ours.way().equals("unknown") || theirs.way().equals("unknown")) {
        continue;
      }
      compared++;
      var sameRegion =
          (theirs.region().isEmpty() && theirs.way().equals("nothing"))
              || theirs.region().strip().equals(ours.region());
      if (!ours.way().equals(theirs.way()) || !sameRegion) {
        differences.add("%s: we say %s, it says %s".formatted(sides.get(i).name(), ours, theirs));
      }
    }
    assertThat(differences).isEmpty();
    assertThat(compared).isGreaterThanOrEqualTo(FEWEST);
  }

  /// What we say, in the words that the clients' answers are put into.
  private static Found ours(Side side) {
    var search = side.search();
    var winner =
        search.tried().stream()
            .filter(source -> source.outcome() == SourceTried.Outcome.WINS)
            .findFirst();
    var way = winner.map(RealClientsTest::way).orElse(needsNetwork(search) ? "unknown" : "nothing");
    return new Found(way, side.region());
  }

  /// Whether it is the network that would have said no, or somebody's answer to a question.
  private static boolean needsNetwork(CredentialSearch search) {
    return search.tried().stream()
        .anyMatch(source ->
            NETWORK.contains(source.trouble())
                || source.why().contains("no role's ARN")
                || source.why().contains("no number"));
  }

  private static String way(SourceTried source) {
    var why = source.why();
    return switch (source.name()) {
      case "environment", ".env" -> "keys of variables";
      case "web identity" -> "a token";
      case "container role" -> "unknown";
      default -> {
        if (why.contains("EcsContainer") || why.contains("to be renewed")) {
          yield "unknown";
        }
        if (why.startsWith("role ")) {
          yield why.contains("SSO")
              ? "unknown"
              : why.contains("by the token") ? "a token" : "a role";
        }
        yield why.startsWith("SSO")
            ? "a sign-in"
            : why.startsWith("asks the program")
                ? "a program"
                : why.startsWith("`aws login`") ? "a login" : "keys of a profile";
      }
    };
  }

  private static List<Found> ask(List<Side> sides, String... command) throws IOException {
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    var writing = Thread.ofVirtual().start(() -> write(process, sides));
    var found = new ArrayList<Found>();
    try (var lines = process.inputReader()) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (JsonReader.read(line) instanceof JsonReading.Read(Json.Obj answer)) {
          found.add(
              new Found(answer.text("way").orElseThrow(), answer.text("region").orElseThrow()));
        }
      }
    }
    assertThat(found.size()).as("answers of " + command[0]).isEqualTo(sides.size());
    writing.interrupt();
    return found;
  }

  private static void write(Process process, List<Side> sides) {
    try (var out = process.outputWriter()) {
      for (var side : sides) {
        out.write(JsonWriter.compact(json(side)));
        out.newLine();
      }
    } catch (IOException lost) {
      fail(lost);
    }
  }

  private static Json.Obj json(Side side) {
    var environment = Json.object();
    for (Map.Entry<String, String> variable : side.client().environment().entrySet()) {
      environment = environment.with(variable.getKey(), Json.of(variable.getValue()));
    }
    return Json.object()
        .with("environment", environment)
        .with("home", Json.of(side.client().home().toString()))
        .with("work", Json.of(side.client().workingDirectory().toString()))
        .with("profile", Json.of(side.profile()));
  }

  private static boolean runs(String... command) {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Path resource(String name) {
    return ClientLayoutsTest.root().resolve("../..").resolve(name.substring(1)).normalize();
  }
}
