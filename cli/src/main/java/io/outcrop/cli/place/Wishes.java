package io.outcrop.cli.place;

import io.outcrop.access.examination.ClientCall;
import io.outcrop.access.examination.ExaminationRequest.Probing;
import io.outcrop.access.examination.Scope;
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
/// @param client the AWS client by whose order the client side is judged
/// @param scope what the user's client calls, the guardrail that goes with it, and who is meant to
///   call
public record Wishes(
    Named named, Where where, Probing probing, Duration timeout, UserClient client, Scope scope) {
  /// What is called, and as whom; each empty if it is not given.
  public record Named(String model, String region, String profile, String adminProfile) {
    /// Nothing.
    public static final Named NOTHING = new Named("", "", "", "");
  }

  /// Where to look.
  public sealed interface Where {
    /// At AWS.
    ///
    /// @param endpoint none or one
    record Aws(List<URI> endpoint) implements Where {
      public Aws {
        endpoint = List.copyOf(endpoint);
      }
    }

    /// At a world.
    ///
    /// @param name its name or file
    /// @param clock none or one: where its clock is to be moved
    record InWorld(String name, List<Instant> clock) implements Where {
      public InWorld {
        clock = List.copyOf(clock);
      }
    }
  }

  private static final Duration USUAL = Duration.ofSeconds(30);
  private static final Pattern TIME = Pattern.compile("([0-9]{1,6})(ms|s|m)?");
  private static final Set<String> OFF = Set.of("", "0", "false", "no", "off");
  private static final Set<String> ON = Set.of("1", "true", "yes", "on");

  /// What `arguments` say.
  ///
  /// @throws Complaint if they say what cannot be
  public static Wishes of(Arguments arguments, Session session) {
    return new Wishes(
        new Named(
            arguments.text("--model"),
            arguments.text("--region"),
            arguments.text("--profile"),
            arguments.text("--admin-profile")),
        where(arguments, session),
        probing(arguments.value("--probe").orElse("free")),
        arguments.value("--timeout").map(text -> time(text, "--timeout")).orElse(USUAL),
        arguments.value("--client").map(Wishes::client).orElseGet(UserClient::any),
        arguments.value("--call").map(Wishes::scope).orElse(Scope.ALL));
  }

  private static Where where(Arguments arguments, Session session) {
    var world = world(arguments, session);
    if (world.isEmpty() && arguments.has("--clock")) {
      throw Complaint.usage(
          "`--clock` moves the clock of a world, and none is named", "--world NAME");
    }
    if (!world.isEmpty() && arguments.has("--endpoint-url")) {
      throw Complaint.usage(
          "`--endpoint-url` and a world exclude each other", "leave one of them out");
    }
    return world.isEmpty()
        ? new Where.Aws(
            arguments.value("--endpoint-url").map(text -> endpoint(text, "--endpoint-url")).stream()
                .toList())
        : new Where.InWorld(world, clock(arguments, session));
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

  private static Scope scope(String word) {
    return ClientCall.named(word)
        .map(call -> call == ClientCall.INVOKE ? Scope.ALL : Scope.ALL.of(call))
        .orElseThrow(() ->
            Complaint.usage(
                "`--call` is %s, not `%s`".formatted(String.join(", ", ClientCall.names()), word),
                "--call " + Nearest.to(word, ClientCall.names()).orElse("invoke")));
  }

  /// These wishes for one model and region by one profile; what is empty stays as it is.
  public Wishes of(String model, String region, String profile) {
    var one =
        new Named(
            model.isEmpty() ? named.model() : model,
            region.isEmpty() ? named.region() : region,
            profile.isEmpty() ? named.profile() : profile,
            named.adminProfile());
    return new Wishes(one, where, probing, timeout, client, scope);
  }

  /// These wishes for what `other` says of the call.
  public Wishes within(Scope other) {
    return new Wishes(named, where, probing, timeout, client, other);
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
