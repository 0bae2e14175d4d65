package io.outcrop.cli.place;

import io.outcrop.access.examination.ClientCall;
import io.outcrop.access.examination.ExaminationRequest.Probing;
import io.outcrop.access.examination.ExpectedPrincipal;
import io.outcrop.access.examination.NamedGuardrail;
import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Nearest;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.Session;
import io.outcrop.cloud.client.UserClient;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What the command line says about where to look, checked.
///
/// @param model empty if it is not given; so are `region`, `profile` and `adminProfile`
/// @param endpoint none or one
/// @param world the name or file of a world; empty to look at AWS
/// @param clock none or one: where a world's clock is to be moved
/// @param client the AWS client by whose order the client side is judged
/// @param call what the user's client calls
/// @param guardrail the guardrail that goes with it; none or one
/// @param expected who is meant to call; none where nobody said, else one
public record Wishes(
    String model,
    String region,
    String profile,
    String adminProfile,
    List<URI> endpoint,
    Probing probing,
    Duration timeout,
    String world,
    List<Instant> clock,
    UserClient client,
    ClientCall call,
    List<NamedGuardrail> guardrail,
    List<ExpectedPrincipal> expected) {
  private static final Duration USUAL = Duration.ofSeconds(30);
  private static final Pattern TIME = Pattern.compile("([0-9]{1,6})(ms|s|m)?");
  private static final Set<String> OFF = Set.of("", "0", "false", "no", "off");
  private static final Set<String> ON = Set.of("1", "true", "yes", "on");

  public Wishes {
    endpoint = List.copyOf(endpoint);
    clock = List.copyOf(clock);
    guardrail = List.copyOf(guardrail);
    expected = List.copyOf(expected);
  }

  /// What `arguments` say.
  ///
  /// @throws Complaint if they say what cannot be
  public static Wishes of(Arguments arguments, Session session) {
    var world = world(arguments, session);
    if (world.isEmpty() && arguments.has("--clock")) {
      throw Complaint.usage(
          "`--clock` moves the clock of a world, and none is named", "--world NAME");
    }
    if (!world.isEmpty() && arguments.has("--endpoint-url")) {
      throw Complaint.usage(
          "`--endpoint-url` and a world exclude each other", "leave one of them out");
    }
    return new Wishes(
        arguments.text("--model"),
        arguments.text("--region"),
        arguments.text("--profile"),
        arguments.text("--admin-profile"),
        arguments.value("--endpoint-url").map(text -> endpoint(text, "--endpoint-url")).stream()
            .toList(),
        probing(arguments.value("--probe").orElse("free")),
        arguments.value("--timeout").map(text -> time(text, "--timeout")).orElse(USUAL),
        world,
        arguments.value("--clock").map(text -> instant(text, session)).stream().toList(),
        arguments.value("--client").map(Wishes::client).orElseGet(UserClient::any),
        arguments.value("--call").map(Wishes::call).orElse(ClientCall.INVOKE),
        List.of(),
        List.of());
  }

  /// The world that a command which always needs one is to use.
  public static String worldOrHealthy(Arguments arguments, Session session) {
    var world = world(arguments, session);
    return world.isEmpty() ? "healthy" : world;
  }

  /// Where a world's clock is to be moved; none or one.
  public static List<Instant> clock(Arguments arguments, Session session) {
    return arguments.value("--clock").map(text -> instant(text, session)).stream().toList();
  }

  static URI endpoint(String text, String origin) {
    try {
      var uri = new URI(text.strip());
      var web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (web && uri.getHost() != null) {
        return uri;
      }
    } catch (URISyntaxException _) {
      // said below
    }
    throw Complaint.usage(
        "`" + origin + "` is `" + text + "`, which is no http or https address",
        "http://127.0.0.1:4599");
  }

  private static String world(Arguments arguments, Session session) {
    var named = arguments.text("--world");
    if (!named.isEmpty()) {
      return named;
    }
    var variable = session.variable("OUTCROP_SANDBOX").strip();
    if (!OFF.contains(variable) && !ON.contains(variable)) {
      return variable;
    }
    return arguments.has("--sandbox") || ON.contains(variable) ? "healthy" : "";
  }

  private static Probing probing(String word) {
    return switch (word) {
      case "none" -> Probing.NONE;
      case "free" -> Probing.FREE;
      case "paid" -> Probing.PAID;
      default ->
          throw Complaint.usage(
              "`--probe` is free, none or paid, not `" + word + "`", "--probe free");
    };
  }

  private static UserClient client(String word) {
    return UserClient.named(word)
        .orElseThrow(() ->
            Complaint.usage(
                "`--client` is %s, not `%s`".formatted(String.join(", ", UserClient.names()), word),
                "--client " + Nearest.to(word, UserClient.names()).orElse("java")));
  }

  private static ClientCall call(String word) {
    return ClientCall.named(word)
        .orElseThrow(() ->
            Complaint.usage(
                "`--call` is %s, not `%s`".formatted(String.join(", ", ClientCall.names()), word),
                "--call " + Nearest.to(word, ClientCall.names()).orElse("invoke")));
  }

  /// These wishes for one model and region by one profile; what is empty stays as it is.
  public Wishes of(String oneModel, String oneRegion, String oneProfile) {
    return new Wishes(
        oneModel.isEmpty() ? model : oneModel,
        oneRegion.isEmpty() ? region : oneRegion,
        oneProfile.isEmpty() ? profile : oneProfile,
        adminProfile,
        endpoint,
        probing,
        timeout,
        world,
        clock,
        client,
        call,
        guardrail,
        expected);
  }

  /// These wishes for a call under the guardrail `named`.
  public Wishes under(NamedGuardrail named) {
    return new Wishes(
        model,
        region,
        profile,
        adminProfile,
        endpoint,
        probing,
        timeout,
        world,
        clock,
        client,
        call,
        List.of(named),
        expected);
  }

  /// These wishes where `principal` is meant to call.
  public Wishes expecting(ExpectedPrincipal principal) {
    return new Wishes(
        model,
        region,
        profile,
        adminProfile,
        endpoint,
        probing,
        timeout,
        world,
        clock,
        client,
        call,
        guardrail,
        List.of(principal));
  }

  /// The time that the value of `option` says.
  ///
  /// @throws Complaint if it says none
  public static Duration time(String text, String option) {
    var match = TIME.matcher(text);
    if (!match.matches() || Long.parseLong(match.group(1)) == 0) {
      throw Complaint.usage(
          "`" + option + "` is `" + text + "`, which is no time", option + " 30s");
    }
    var number = Long.parseLong(match.group(1));
    return switch (match.group(2) == null ? "s" : match.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofSeconds(number);
    };
  }

  private static Instant instant(String text, Session session) {
    if (text.equals("now")) {
      return session.clock().instant();
    }
    try {
      return text.length() == 10 ? Instant.parse(text + "T00:00:00Z") : Instant.parse(text);
    } catch (DateTimeParseException _) {
      throw Complaint.usage(
          "`--clock` is `" + text + "`, which is no instant", "--clock 2026-11-20T12:00:00Z");
    }
  }
}
