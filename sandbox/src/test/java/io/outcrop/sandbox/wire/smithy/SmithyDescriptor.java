package io.outcrop.sandbox.wire.smithy;

import io.outcrop.json.Json;
import io.outcrop.sandbox.wire.descriptor.Descriptors;
import io.outcrop.sandbox.wire.descriptor.ServiceModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.knowledge.TopDownIndex;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.model.traits.ErrorTrait;
import software.amazon.smithy.model.traits.HttpErrorTrait;
import software.amazon.smithy.model.traits.HttpHeaderTrait;
import software.amazon.smithy.model.traits.HttpLabelTrait;
import software.amazon.smithy.model.traits.HttpPayloadTrait;
import software.amazon.smithy.model.traits.HttpPrefixHeadersTrait;
import software.amazon.smithy.model.traits.HttpQueryParamsTrait;
import software.amazon.smithy.model.traits.HttpQueryTrait;
import software.amazon.smithy.model.traits.HttpResponseCodeTrait;
import software.amazon.smithy.model.traits.HttpTrait;
import software.amazon.smithy.model.traits.JsonNameTrait;
import software.amazon.smithy.model.traits.LengthTrait;
import software.amazon.smithy.model.traits.PatternTrait;
import software.amazon.smithy.model.traits.RangeTrait;
import software.amazon.smithy.model.traits.RequiredTrait;
import software.amazon.smithy.model.traits.SensitiveTrait;
import software.amazon.smithy.model.traits.SparseTrait;
import software.amazon.smithy.model.traits.TimestampFormatTrait;
import software.amazon.smithy.model.traits.XmlFlattenedTrait;
import software.amazon.smithy.model.traits.XmlNameTrait;
import software.amazon.smithy.model.traits.XmlNamespaceTrait;

/// A service of a Smithy model in the descriptors' form, so that the protocol tests run through the
/// same reader as everything else.
final class SmithyDescriptor {
  private final Model model;
  private final String protocol;
  private final Map<String, Json> shapes = new LinkedHashMap<>();
  private final Map<String, Json> types = new LinkedHashMap<>();

  private SmithyDescriptor(Model model, String protocol) {
    this.model = model;
    this.protocol = protocol;
  }

  /// `service` as it speaks `protocol`, which is one of ours.
  static ServiceModel of(Model model, ServiceShape service, String protocol) {
    return Descriptors.parse(new SmithyDescriptor(model, protocol).descriptor(service));
  }

  private Json.Obj descriptor(ServiceShape service) {
    var operations = new LinkedHashMap<String, Json>();
    var errors = new LinkedHashMap<String, Json>();
    for (var operation : TopDownIndex.of(model).getContainedOperations(service)) {
      operations.put(operation.getId().getName(), operation(operation));
      operation.getErrors(service).forEach(id -> errors.put(id.getName(), error(id)));
    }
    var descriptor =
        Json.object()
            .with("service", Json.of(service.getId().getName()))
            .with("namespace", Json.of(service.getId().getNamespace()))
            .with("protocols", Json.ofTexts(List.of(protocol)))
            .with("version", Json.of(service.getVersion()))
            .with("target", Json.of(service.getId().getName()))
            .with(
                "xmlNamespace",
                Json.of(service.getTrait(XmlNamespaceTrait.class).map(t -> t.getUri()).orElse("")))
            .with("operations", Json.object(operations))
            .with("errors", Json.object(errors))
            .with("types", Json.object(types))
            .with("shapes", Json.object(shapes));
    return service.hasTrait("aws.protocols#awsQueryCompatible")
        ? descriptor.with("queryCompatible", Json.of(true))
        : descriptor;
  }

  private Json operation(OperationShape operation) {
    var line = Json.object();
    var http = operation.getTrait(HttpTrait.class);
    if (http.isPresent() && protocol.equals("rest-json")) {
      line =
          line.with("method", Json.of(http.get().getMethod()))
              .with("uri", Json.of(http.get().getUri().toString()))
              .with("status", Json.of(http.get().getCode()));
    }
    if (operation.getInput().isPresent()) {
      line = line.with("input", Json.of(structure(operation.getInputShape())));
    }
    if (operation.getOutput().isPresent()) {
      line = line.with("output", Json.of(structure(operation.getOutputShape())));
    }
    return line;
  }

  private Json error(ShapeId id) {
    var shape = model.expectShape(id);
    var isClient = shape.expectTrait(ErrorTrait.class).isClientError();
    var status =
        shape.getTrait(HttpErrorTrait.class).map(t -> t.getCode()).orElse(isClient ? 400 : 500);
    var query = shape.findTrait("aws.protocols#awsQueryError").map(t -> t.toNode());
    var line =
        Json.object()
            .with("status", Json.of(query.flatMap(SmithyDescriptor::queryStatus).orElse(status)));
    if (query.isPresent()) {
      var code = query.get().expectObjectNode().expectStringMember("code").getValue();
      line = line.with("queryCode", Json.of(code));
    }
    return shape.getMemberNames().contains("Message")
        ? line.with("message", Json.of("Message"))
        : line;
  }

  private static java.util.Optional<Integer> queryStatus(Node trait) {
    return trait
        .expectObjectNode()
        .getNumberMember("httpResponseCode")
        .map(number -> number.getValue().intValue());
  }

  private String structure(ShapeId id) {
    var name = id.toString().replaceAll("[^A-Za-z0-9]", "_");
    if (!shapes.containsKey(name)) {
      shapes.put(name, Json.of(""));
      var shape = model.expectShape(id);
      var members = shape.members().stream().map(this::member).collect(Collectors.joining(", "));
      shapes.put(name, Json.of((shape.isUnionShape() ? "| " : "") + members));
    }
    return name;
  }

  private String member(MemberShape member) {
    var words = new ArrayList<String>();
    words.add(member.getMemberName());
    words.add((member.hasTrait(RequiredTrait.class) ? "!" : "") + type(member));
    words.addAll(location(member));
    return String.join(" ", words);
  }

  private List<String> location(MemberShape member) {
    var words = new ArrayList<String>();
    if (protocol.equals("rest-json")) {
      member
          .getTrait(HttpHeaderTrait.class)
          .ifPresent(t -> words.add("@header(" + t.getValue().toLowerCase(Locale.ROOT) + ")"));
      member
          .getTrait(HttpPrefixHeadersTrait.class)
          .ifPresent(t -> words.add("@prefix(" + t.getValue().toLowerCase(Locale.ROOT) + ")"));
      member
          .getTrait(HttpQueryTrait.class)
          .ifPresent(t -> words.add("@query(" + t.getValue() + ")"));
      addIf(member.hasTrait(HttpLabelTrait.class), "@label", words);
      addIf(member.hasTrait(HttpQueryParamsTrait.class), "@queryrest", words);
      addIf(member.hasTrait(HttpPayloadTrait.class), "@payload", words);
      addIf(member.hasTrait(HttpResponseCodeTrait.class), "@status", words);
      if (words.isEmpty()) {
        member
            .getTrait(JsonNameTrait.class)
            .ifPresent(t -> words.add("@name(" + t.getValue() + ")"));
      }
    } else if (protocol.equals("query") || protocol.equals("ec2")) {
      member.getTrait(XmlNameTrait.class).ifPresent(t -> words.add("@name(" + t.getValue() + ")"));
      member
          .findTrait("aws.protocols#ec2QueryName")
          .ifPresent(
              t -> words.add("@queryname(" + t.toNode().expectStringNode().getValue() + ")"));
    }
    addIf(member.hasTrait(XmlFlattenedTrait.class), "@flat", words);
    return words;
  }

  private static void addIf(boolean holds, String word, List<String> words) {
    if (holds) {
      words.add(word);
    }
  }

  /// What `member` refers to.
  private String type(MemberShape member) {
    var shape = model.expectShape(member.getTarget());
    if (shape.isStructureShape() || shape.isUnionShape()) {
      return "#" + structure(shape.getId());
    }
    var name = member.getId().toString().replaceAll("[^A-Za-z0-9]", "_");
    if (!types.containsKey(name)) {
      types.put(name, Json.of("document"));
      types.put(name, Json.of(words(member, shape)));
    }
    return name;
  }

  private String words(MemberShape member, Shape shape) {
    return switch (shape.getType()) {
      case LIST, SET ->
          list(shape) + rules(member, shape) + (shape.hasTrait(SparseTrait.class) ? " sparse" : "");
      case MAP ->
          map(shape) + rules(member, shape) + (shape.hasTrait(SparseTrait.class) ? " sparse" : "");
      case TIMESTAMP ->
          "timestamp"
              + member
                  .getMemberTrait(model, TimestampFormatTrait.class)
                  .map(t -> ":" + t.getValue())
                  .orElse("");
      case INT_ENUM -> "integer";
      case BIG_INTEGER -> "bigInteger";
      case BIG_DECIMAL -> "bigDecimal";
      case STRING, ENUM -> "string" + rules(member, shape);
      default -> shape.getType().toString().toLowerCase(Locale.ROOT) + rules(member, shape);
    };
  }

  private String list(Shape shape) {
    var element = shape.asListShape().orElseThrow().getMember();
    var name = element.getTrait(XmlNameTrait.class).map(t -> t.getValue() + "=").orElse("");
    return "[" + name + type(element) + "]";
  }

  private String map(Shape shape) {
    var map = shape.asMapShape().orElseThrow();
    var key = map.getKey().getTrait(XmlNameTrait.class).map(t -> t.getValue()).orElse("key");
    var value = map.getValue().getTrait(XmlNameTrait.class).map(t -> t.getValue()).orElse("value");
    return "{%s=%s} names(%s;%s)".formatted(type(map.getKey()), type(map.getValue()), key, value);
  }

  private String rules(MemberShape member, Shape shape) {
    var text = new StringBuilder();
    if (shape.hasTrait(SensitiveTrait.class)) {
      text.append(" secret");
    }
    find(member, shape, LengthTrait.class)
        .ifPresent(t ->
            text.append(
                " %s..%s"
                    .formatted(
                        t.getMin().map(String::valueOf).orElse(""),
                        t.getMax().map(String::valueOf).orElse(""))));
    find(member, shape, RangeTrait.class)
        .ifPresent(t ->
            text.append(
                " %s..%s"
                    .formatted(
                        t.getMin().map(n -> n.toPlainString()).orElse(""),
                        t.getMax().map(n -> n.toPlainString()).orElse(""))));
    if (shape.isEnumShape()) {
      text.append(" =")
          .append(String.join("|", shape.asEnumShape().orElseThrow().getEnumValues().values()));
    } else {
      shape
          .findTrait("smithy.api#enum")
          .ifPresent(t -> text.append(" =").append(enumeration(t.toNode())));
    }
    find(member, shape, PatternTrait.class)
        .ifPresent(t -> text.append(" /").append(t.getPattern().pattern()).append("/"));
    return text.toString();
  }

  private static String enumeration(Node trait) {
    return trait.expectArrayNode().getElements().stream()
        .map(one -> one.expectObjectNode().expectStringMember("value").getValue())
        .collect(Collectors.joining("|"));
  }

  private static <T extends software.amazon.smithy.model.traits.Trait> java.util.Optional<T> find(
      Shape member, Shape shape, Class<T> trait) {
    return member.getTrait(trait).or(() -> shape.getTrait(trait));
  }
}
