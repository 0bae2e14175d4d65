package io.outcrop.sandbox.wire.smithy;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.sandbox.wire.PathFinder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.knowledge.TopDownIndex;
import software.amazon.smithy.model.loader.ModelAssembler;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.protocoltests.traits.AppliesTo;
import software.amazon.smithy.protocoltests.traits.HttpMalformedRequestTestsTrait;
import software.amazon.smithy.protocoltests.traits.HttpRequestTestsTrait;
import software.amazon.smithy.protocoltests.traits.HttpResponseTestsTrait;

/// Every case of Smithy's protocol tests that is about servers and about a protocol that is spoken
/// here either passes or is listed in `left-out.json` with its reason.
class SmithyProtocolTest {
  private static final Map<String, String> PROTOCOLS =
      Map.of(
          "aws.protocols#restJson1", "rest-json",
          "aws.protocols#awsJson1_0", "json-1.0",
          "aws.protocols#awsJson1_1", "json-1.1",
          "aws.protocols#awsQuery", "query",
          "aws.protocols#ec2Query", "ec2",
          "smithy.protocols#rpcv2Cbor", "rpc-v2-cbor");

  @Test
  void everyCasePassesOrIsLeftOutForAReason() throws IOException {
    var leftOut = leftOut();
    var failed = new TreeMap<String, String>();
    var passed = new TreeSet<String>();
    var cases = cases();
    for (var one : cases) {
      // A parameterized case has a number; they stand or fall together.
      var name = one.name().replaceAll("_case\\d+$", "");
      difference(one).ifPresentOrElse(what -> failed.put(name, what), () -> passed.add(name));
    }
    write(failed);
    var unexpected = new TreeMap<>(failed);
    unexpected.keySet().removeAll(leftOut.keySet());
    assertThat(unexpected).as("cases that fail and are not listed").isEmpty();
    var stale = new TreeSet<>(leftOut.keySet());
    stale.removeAll(failed.keySet());
    assertThat(stale).as("cases that are listed and do not fail").isEmpty();
    assertThat(cases).hasSizeGreaterThan(1_000);
    assertThat(passed).hasSizeGreaterThan(450);
  }

  private static Optional<String> difference(SmithyCase one) {
    try {
      return one.difference();
    } catch (RuntimeException thrown) {
      return Optional.of("threw " + thrown);
    }
  }

  /// What fails now, for whoever changes something.
  private static void write(Map<String, String> failed) throws IOException {
    var lines = new ArrayList<String>();
    failed.forEach((name, what) -> lines.add(name + "\t" + what.replace('\n', ' ')));
    Files.createDirectories(Path.of("target"));
    Files.write(Path.of("target", "smithy-failed.tsv"), lines);
  }

  private static Map<String, String> leftOut() throws IOException {
    try (var stream =
        SmithyProtocolTest.class.getResourceAsStream("/sandbox/smithy/left-out.json")) {
      var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      var list = (Json.Obj) ((JsonReading.Read) JsonReader.read(text)).value();
      var result = new LinkedHashMap<String, String>();
      for (var group : list.list("leftOut")) {
        var reason = ((Json.Obj) group).text("reason").orElseThrow();
        assertThat(reason).hasSizeGreaterThan(15);
        for (var name : ((Json.Obj) group).list("cases")) {
          assertThat(result.put(name.asText().orElseThrow(), reason)).isNull();
        }
      }
      return result;
    }
  }

  private static List<SmithyCase> cases() {
    var model =
        Model.assembler()
            .discoverModels(SmithyProtocolTest.class.getClassLoader())
            .putProperty(ModelAssembler.ALLOW_UNKNOWN_TRAITS, true)
            .disableValidation()
            .assemble()
            .getResult()
            .orElseThrow();
    var cases = new ArrayList<SmithyCase>();
    for (var service : model.getServiceShapes()) {
      PROTOCOLS.forEach((trait, protocol) -> {
        if (service.hasTrait(trait)) {
          addTo(cases, model, service, trait, protocol);
        }
      });
    }
    return cases;
  }

  private static void addTo(
      List<SmithyCase> cases, Model model, ServiceShape service, String trait, String protocol) {
    var descriptor = SmithyDescriptor.of(model, service, protocol);
    var paths = new PathFinder(descriptor);
    var shortName = trait.substring(trait.indexOf('#') + 1);
    for (var operation : TopDownIndex.of(model).getContainedOperations(service)) {
      var place =
          new SmithyCase.Place(
              model,
              descriptor,
              protocol.equals("rest-json")
                  ? (method, target) ->
                      paths
                          .find(method, target)
                          .map(found ->
                              new SmithyCase.Finder.Found(found.getKey(), found.getValue()))
                  : (_, _) ->
                      Optional.of(
                          new SmithyCase.Finder.Found(operation.getId().getName(), Map.of())),
              shortName);
      requests(cases, place, operation, trait);
      responses(cases, place, operation, service, trait);
    }
  }

  private static void requests(
      List<SmithyCase> cases, SmithyCase.Place place, OperationShape operation, String trait) {
    operation
        .getTrait(HttpRequestTestsTrait.class)
        .ifPresent(tests ->
            tests.getTestCasesFor(AppliesTo.SERVER).stream()
                .filter(test -> test.getProtocol().toString().equals(trait))
                .forEach(test -> cases.add(new SmithyCase.Incoming(place, operation, test))));
    operation
        .getTrait(HttpMalformedRequestTestsTrait.class)
        .ifPresent(tests ->
            tests.getTestCases().stream()
                .filter(test -> test.getProtocol().toString().equals(trait))
                .forEach(test -> cases.add(new SmithyCase.Malformed(place, operation, test))));
  }

  private static void responses(
      List<SmithyCase> cases,
      SmithyCase.Place place,
      OperationShape operation,
      ServiceShape service,
      String trait) {
    var shapes = new ArrayList<>(operation.getErrors(service));
    shapes.add(operation.getId());
    for (var id : shapes) {
      var tested = place.model().expectShape(id);
      var shape =
          tested.isOperationShape()
              ? place.model().expectShape(operation.getOutputShape())
              : tested;
      tested
          .getTrait(HttpResponseTestsTrait.class)
          .ifPresent(tests ->
              tests.getTestCasesFor(AppliesTo.SERVER).stream()
                  .filter(test -> test.getProtocol().toString().equals(trait))
                  .forEach(
                      test -> cases.add(new SmithyCase.Outgoing(place, operation, shape, test))));
    }
  }
}
