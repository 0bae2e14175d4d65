package io.outcrop.cli.sandbox;

import io.outcrop.aws.Secret;
import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Option;
import io.outcrop.cli.place.Serving;
import io.outcrop.cli.place.Wishes;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.Session;
import io.outcrop.sandbox.Sandbox;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/// The options that say how a world is served.
final class ServingOptions {
  /// Who answers in the models' places.
  static final List<Option> ANSWERS =
      List.of(
          Option.of(
              "--answers-from",
              "URL",
              "let an endpoint that speaks Anthropic's Messages answer in the models' places; its"
                  + " key is taken from OUTCROP_ANSWERS_KEY"),
          Option.of(
              "--answers-model",
              "NAME",
              "by which name that endpoint knows the model it answers as"));

  /// How clients come in that have AWS's hosts built in.
  static final Option PROXY =
      Option.flag(
          "--proxy", "lead clients by HTTPS_PROXY and AWS_CA_BUNDLE instead of AWS_ENDPOINT_URL");

  static final Option HOST =
      Option.of(
          "--host", "ADDRESS", "the address to listen on (127.0.0.1); any other lets others in");

  static final Option PORT =
      Option.of("--port", "PORT", "the port of that address; 0 for any free one (4599)");

  private static final int USUAL_PORT = 4599;
  private static final int LAST_PORT = 65535;

  /// What an address in digits is made of.
  private static final String ADDRESS = "[0-9]+([.][0-9]+){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*";

  private ServingOptions() {}

  /// A world on any port, with the answers that are wished for.
  static Serving of(Arguments arguments, Session session) {
    return Serving.usual()
        .at(Wishes.clock(arguments, session))
        .answeredBy(upstream(arguments, session));
  }

  static InetAddress host(Arguments arguments) {
    var text = arguments.value("--host").orElse("127.0.0.1");
    try {
      if (text.matches(ADDRESS)) {
        return InetAddress.ofLiteral(text);
      }
    } catch (IllegalArgumentException _) {
      // the complaint is the same
    }
    throw Complaint.usage("`--host` is `" + text + "`, which is no address", "--host 127.0.0.1");
  }

  static int port(Arguments arguments) {
    var text = arguments.value("--port").orElse(Integer.toString(USUAL_PORT));
    if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > LAST_PORT) {
      throw Complaint.usage("`--port` is `" + text + "`, which is no port", "--port 4599");
    }
    return Integer.parseInt(text);
  }

  private static List<Sandbox.AnswersFrom> upstream(Arguments arguments, Session session) {
    var model = arguments.value("--answers-model").orElse("");
    var from = arguments.value("--answers-from");
    if (from.isEmpty() && !model.isEmpty()) {
      throw Complaint.usage(
          "`--answers-model` names a model of no endpoint", "--answers-from URL names it");
    }
    return from
        .flatMap(ServingOptions::http)
        .map(url ->
            new Sandbox.AnswersFrom(url, Secret.of(session.variable("OUTCROP_ANSWERS_KEY")), model))
        .stream()
        .toList();
  }

  private static Optional<URI> http(String text) {
    try {
      var url = new URI(text);
      if (List.of("http", "https").contains(String.valueOf(url.getScheme()))
          && url.getHost() != null) {
        return Optional.of(url);
      }
    } catch (URISyntaxException _) {
      // the complaint is the same
    }
    throw Complaint.usage(
        "`--answers-from` is `" + text + "`, which is no address of an endpoint",
        "--answers-from http://127.0.0.1:8080");
  }
}
