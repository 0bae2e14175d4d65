package io.outcrop.iam.edit;

import io.outcrop.iam.edit.DocumentEdit.Target;
import io.outcrop.iam.edit.EditAnswer.Ask;
import io.outcrop.iam.edit.EditAnswer.Loose;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.suite.AuthorizationCase;
import io.outcrop.iam.suite.CaseReader;
import io.outcrop.iam.suite.CaseReading;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;

/// A case of the suite: what is asked, in which situation, and the expected answer.
///
/// @param ask `allow` or `deny`
/// @param situation the request and its policies
record EditCase(
    Path file, Json.Obj source, String ask, Ownership owned, AuthorizationCase situation) {
  static EditCase read(Path file) {
    var source = (Json.Obj) json(file);
    var situation = source.object("case").orElseThrow();
    return new EditCase(
        file,
        source,
        source.text("ask").orElseThrow(),
        owned(source.text("owned").orElse("identity")),
        switch (CaseReader.read(JsonWriter.pretty(situation))) {
          case CaseReading.Read(var found) -> found;
          case CaseReading.Rejected(_, var problems) ->
              throw new AssertionError(file + ": " + problems);
        });
  }

  private static Json json(Path file) {
    try {
      return switch (JsonReader.read(Files.readString(file))) {
        case JsonReading.Read(var value) -> value;
        case JsonReading.Malformed(var message, var position) ->
            throw new AssertionError(file + ": " + message + " at " + position);
      };
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  private static Ownership owned(String name) {
    return switch (name) {
      case "identity" -> Ownership.ofIdentity();
      case "account" -> Ownership.ofAccount();
      case "everything" -> Ownership.ofEverything();
      default -> throw new AssertionError("nobody owns `" + name + "`");
    };
  }

  /// The layers; the name of a policy that is an ARN is its ARN, too.
  PolicyLayers layers() {
    var layers = situation.layers();
    for (var held : Place.held(layers)) {
      var policy = held.policy();
      if (policy.name().startsWith("arn:")) {
        var named =
            new NamedPolicy(
                policy.name().substring(policy.name().lastIndexOf('/') + 1),
                policy.name(),
                policy.attachedTo(),
                policy.document());
        layers = held.place().put(layers, named);
      }
    }
    return layers;
  }

  AuthorizationRequest request() {
    return situation.request();
  }

  EditAnswer answer() {
    return ask.equals("allow")
        ? SmallestEdits.find(layers(), request(), owned)
        : SmallestEdits.deny(layers(), request(), owned);
  }

  /// The answer as the suite writes it.
  static Json json(EditAnswer answer) {
    var members = new LinkedHashMap<String, Json>();
    switch (answer) {
      case EditAnswer.Found(var edits, _) -> {
        members.put("answer", Json.of("found"));
        members.put("edits", json(edits));
      }
      case EditAnswer.AlreadyAllowed _ -> members.put("answer", Json.of("already-allowed"));
      case EditAnswer.AlreadyDenied _ -> members.put("answer", Json.of("already-denied"));
      case EditAnswer.SomeoneElse(var asks, var own, _) -> {
        members.put("answer", Json.of("someone-else"));
        members.put("asks", Json.array(asks.stream().map(EditCase::json).toList()));
        members.put("own", json(own));
      }
      case EditAnswer.DependsOnUnknown(var unknown, var edits) -> {
        members.put("answer", Json.of("depends-on-unknown"));
        members.put("unknown", Json.ofTexts(unknown));
        members.put("edits", json(edits));
      }
      case EditAnswer.NotFound(var why, var closest) -> {
        members.put("answer", Json.of("not-found"));
        members.put("why", Json.of(why));
        members.put("closest", Json.array(closest.stream().map(EditCase::json).toList()));
      }
    }
    return Json.object(members);
  }

  static Json json(List<DocumentEdit> edits) {
    return Json.array(edits.stream().map(EditCase::json).toList());
  }

  private static Json.Obj json(Ask ask) {
    var members = new LinkedHashMap<String, Json>();
    members.put("who", Json.of(ask.who()));
    json(ask.edit()).members().forEach((name, member) -> members.put(name, member.value()));
    return Json.object(members);
  }

  private static Json json(Loose loose) {
    var members = new LinkedHashMap<String, Json>();
    members.put("edits", json(loose.edits()));
    var example = loose.example();
    members.put("example", Json.of(words(example)));
    return Json.object(members);
  }

  static String words(AuthorizationRequest request) {
    return request.action() + " on " + request.resource() + " with " + keys(request);
  }

  private static String keys(AuthorizationRequest request) {
    var context = request.context();
    return context.keys().stream()
        .sorted()
        .map(key -> key + "=" + context.get(key).orElseThrow().texts())
        .toList()
        .toString();
  }

  private static Json.Obj json(DocumentEdit edit) {
    var members = new LinkedHashMap<String, Json>();
    members.put("layer", Json.of(edit.layer().id()));
    members.put(
        "policy",
        Json.of(
            switch (edit.target()) {
              case Target.Existing(var policy, var level) ->
                  level.isEmpty() ? policy.name() : policy.name() + " at " + level;
              case Target.New(var description) -> description;
            }));
    members.put("words", Json.of(edit.words()));
    members.put("patch", edit.patch().toJson());
    return Json.object(members);
  }
}
