package io.outcrop.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.http.Response;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.wire.descriptor.Descriptors;
import io.outcrop.sandbox.wire.descriptor.Operation;
import io.outcrop.sandbox.wire.descriptor.Protocol;
import io.outcrop.sandbox.wire.descriptor.ServiceModel;
import io.outcrop.sandbox.wire.dialect.Dialect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Calls every operation of every descriptor once, in each of its service's protocols: it is
/// answered by its model, or refused by its name. `docs/sandbox-operations.md` says which;
/// `-Dgolden=write` writes it anew.
class EveryOperationTest {
  private static final Path PAGE = Path.of("..", "docs", "sandbox-operations.md");
  private static final String KEY = "AKIAIOSFODNN7EXAMPLE";

  private final Descriptors descriptors = new Descriptors();

  @Test
  void isAnsweredOrRefusedByName(@TempDir Path folder) throws IOException {
    var refused = new LinkedHashMap<String, List<String>>();
    var count = 0;
    try (var playground = new Playground(folder.resolve("world"), "healthy")) {
      for (var name : descriptors.names()) {
        var model = descriptors.model(name);
        for (var operation : model.operations().names()) {
          count++;
          if (!isAnswered(playground, model, model.operations().find(operation).orElseThrow())) {
            refused.computeIfAbsent(name, _ -> new ArrayList<>()).add(operation);
          }
        }
      }
    }
    assertThat(count).isGreaterThanOrEqualTo(808);
    var page = page(refused);
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).as("-Dgolden=write writes it anew").isEqualTo(page);
  }

  /// The samples are what the models let pass, but for a few whose expressions want more.
  @Test
  void mostSamplesAreWhatTheModelLetsPass() {
    var fitting = 0;
    var all = 0;
    for (var name : descriptors.names()) {
      var model = descriptors.model(name);
      for (var operation : model.operations().names()) {
        all++;
        var sample = new Sample(model, model.operations().find(operation).orElseThrow());
        fitting += sample.fits() ? 1 : 0;
      }
    }
    assertThat(fitting).isGreaterThan(all * 7 / 10);
  }

  private static boolean isAnswered(
      Playground playground, ServiceModel model, Operation operation) {
    var input = new Sample(model, operation).input().toString();
    var reply = playground.call(KEY, model.service(), operation.name(), input, "{}");
    var refusal =
        "operation `%s` of `%s` is not part of this sandbox"
            .formatted(operation.name(), model.service());
    if (reply instanceof Reply.Fault fault && fault.message().equals(refusal)) {
      model
          .protocols()
          .forEach(protocol -> assertIsRefused(Dialect.of(model, protocol), protocol, fault));
      return false;
    }
    for (var protocol : model.protocols()) {
      assertIsEncoded(Dialect.of(model, protocol), operation, reply);
    }
    return true;
  }

  private static void assertIsEncoded(Dialect dialect, Operation operation, Reply reply) {
    switch (reply) {
      case Reply.Output output ->
          assertThat(dialect.output(operation, output.output(), "id").status()).isBetween(200, 299);
      case Reply.Fault fault -> {
        assertThat(fault.code()).as(operation.name()).isNotEmpty();
        assertThat(dialect.fault(fault, "id").status()).as(operation.name()).isBetween(400, 499);
      }
      case Reply.Payload payload -> assertThat(payload.contentType()).isNotEmpty();
      case Reply.Events events -> events.stream().close();
      case Reply.Severed _ -> throw new AssertionError(operation);
    }
  }

  private static void assertIsRefused(Dialect dialect, Protocol protocol, Reply.Fault fault) {
    var response = dialect.fault(fault, "id");
    var body = new String(((Response.Body.Whole) response.body()).bytes(), StandardCharsets.UTF_8);
    assertThat(response.status()).isBetween(400, 404);
    assertThat(body).contains(fault.message());
    switch (protocol) {
      case REST_JSON ->
          assertThat(response.headers().first("x-amzn-errortype").orElse(""))
              .startsWith("UnknownOperationException:");
      case JSON_1_0, JSON_1_1, RPC_CBOR -> assertThat(body).contains("UnknownOperationException");
      case QUERY, EC2 -> assertThat(body).contains("<Code>InvalidAction</Code>");
      case ANTHROPIC -> assertThat(body).contains("not_found_error");
    }
  }

  private String page(Map<String, List<String>> refused) {
    var page =
        new StringBuilder(
            """
            # What the sandbox answers

            The sandbox reads every operation below in its service's own protocols, checks it against its model and verifies who
            signed it. It answers those that are part of it, and refuses the others by name: `operation X of Y is not part of this
            sandbox`. It never makes an answer up. This page is generated (`EveryOperationTest`, `-Dgolden=write`).
            """);
    for (var name : descriptors.names()) {
      var operations = new ArrayList<>(descriptors.model(name).operations().names());
      var missing = refused.getOrDefault(name, List.of());
      operations.removeAll(missing);
      page.append(
          "\n## %s: %d of %d\n"
              .formatted(name, operations.size(), operations.size() + missing.size()));
      paragraph(page, "Answered", operations);
      paragraph(page, "Refused", missing);
    }
    return page.toString();
  }

  private static void paragraph(StringBuilder page, String what, List<String> operations) {
    if (!operations.isEmpty()) {
      page.append("\n**").append(what).append("**: ").append(String.join(", ", operations));
      page.append(".\n");
    }
  }
}
