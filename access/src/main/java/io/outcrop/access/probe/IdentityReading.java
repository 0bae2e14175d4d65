package io.outcrop.access.probe;

import io.outcrop.access.evidence.Permissions.Held;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.call.AtOnce;
import io.outcrop.cloud.call.Iam;
import io.outcrop.cloud.call.PolicyOwner;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Reads identity policies; what needs nothing of each other is asked at the same time. One that
/// cannot be read makes the layer unknown: it might deny.
final class IdentityReading {
  private final Iam iam;
  private final AtOnce together;

  IdentityReading(Iam iam, AtOnce together) {
    this.iam = iam;
    this.together = together;
  }

  /// What was read.
  ///
  /// @param layer the policies of one principal
  /// @param inline those among them that are inline
  record Read(Layer layer, List<Held> inline) {
    Read {
      inline = List.copyOf(inline);
    }
  }

  /// One policy, or why it could not be read.
  record Piece(Layer layer, Optional<Held> inline) {
    private static Piece unread(String why) {
      return new Piece(new Layer.Unknown(why), Optional.empty());
    }
  }

  /// Begins to read the managed policies that are attached to `owner`: the longest way of all, from
  /// the list over each policy to its version.
  AtOnce.Later<List<Piece>> attached(PolicyOwner owner) {
    return together.begin(() -> together.each(attachments(owner), Supplier::get));
  }

  /// The inline and attached policies of `owner`, and of the groups of a user.
  ///
  /// @param attached what [#attached] began
  Read of(PolicyOwner owner, AtOnce.Later<List<Piece>> attached) {
    var own = together.begin(() -> inlined(owner));
    if (owner.kind() != PolicyOwner.Kind.USER) {
      return read(own.get(), attached, List.of());
    }
    return switch (iam.groups(owner.name())) {
      case Answer.Succeeded<List<String>>(var names, var _) -> {
        var groups =
            together.each(names, name -> policies(new PolicyOwner(PolicyOwner.Kind.GROUP, name)));
        yield read(own.get(), attached, groups.stream().flatMap(List::stream).toList());
      }
      case Answer.Refused<?> refused ->
          unread("the groups of " + owner + ": " + refused.error().message());
      case Answer.Unreachable<?> unreachable ->
          unread("the groups of " + owner + ": " + unreachable.why());
    };
  }

  private static Read unread(String why) {
    return new Read(new Layer.Unknown(why), List.of());
  }

  /// Begins to read the managed policy `arn` as a layer of its own; none if `arn` is empty.
  AtOnce.Later<Layer> managed(String arn, String attachedTo, PolicyKind kind) {
    return together.begin(() -> arn.isEmpty() ? new Layer.Absent() : read(arn, attachedTo, kind));
  }

  /// How each policy of `owner` is read.
  private List<Supplier<Piece>> policies(PolicyOwner owner) {
    var attached = together.begin(() -> attachments(owner));
    var pieces = new ArrayList<>(inlined(owner));
    pieces.addAll(attached.get());
    return pieces;
  }

  private List<Supplier<Piece>> inlined(PolicyOwner owner) {
    return each(iam.inlinePolicyNames(owner), name -> () -> inline(owner, name));
  }

  private List<Supplier<Piece>> attachments(PolicyOwner owner) {
    return each(
        iam.attachedPolicies(owner),
        one ->
            () ->
                new Piece(
                    read(one.arn(), owner.toString(), PolicyKind.IDENTITY), Optional.empty()));
  }

  private static <T> List<Supplier<Piece>> each(
      Answer<List<T>> listed, Function<T, Supplier<Piece>> piece) {
    return switch (listed) {
      case Answer.Succeeded<List<T>>(var found, var _) -> found.stream().map(piece).toList();
      case Answer.Refused<List<T>> refused ->
          List.of(() -> Piece.unread(refused.operation() + ": " + refused.error().message()));
      case Answer.Unreachable<List<T>> unreachable ->
          List.of(() -> Piece.unread(unreachable.operation() + ": " + unreachable.why()));
    };
  }

  private Read read(
      List<Supplier<Piece>> own,
      AtOnce.Later<List<Piece>> attached,
      List<Supplier<Piece>> ofGroups) {
    var unread = new ArrayList<>(own);
    unread.addAll(ofGroups);
    var pieces = new ArrayList<>(together.each(unread, Supplier::get));
    pieces.addAll(own.size(), attached.get());
    var inline = new ArrayList<Held>();
    var policies = new ArrayList<NamedPolicy>();
    var failures = new ArrayList<String>();
    for (var piece : pieces) {
      piece.inline().ifPresent(inline::add);
      switch (piece.layer()) {
        case Layer.Known(var found) -> policies.addAll(found);
        case Layer.Unknown(var why) -> failures.add(why);
        case Layer.Absent _ -> {}
      }
    }
    var layer =
        failures.isEmpty()
            ? new Layer.Known(policies)
            : new Layer.Unknown("identity policies: " + failures.getFirst());
    return new Read(layer, inline);
  }

  private Piece inline(PolicyOwner owner, String name) {
    var what = "policy `" + name + "` of " + owner + ": ";
    return switch (iam.inlinePolicy(owner, name)) {
      case Answer.Succeeded<Json.Obj>(var document, var _) ->
          new Piece(
              parsed(name, "", owner.toString(), document, PolicyKind.IDENTITY),
              Optional.of(new Held(owner, name, document)));
      case Answer.Refused<Json.Obj> refused -> Piece.unread(what + refused.error().message());
      case Answer.Unreachable<Json.Obj> unreachable -> Piece.unread(what + unreachable.why());
    };
  }

  private Layer read(String arn, String attachedTo, PolicyKind kind) {
    return switch (iam.managedPolicy(arn)) {
      case Answer.Succeeded<Iam.Managed>(var policy, var _) ->
          parsed(policy.name(), arn, attachedTo, policy.document(), kind);
      case Answer.Refused<Iam.Managed> refused ->
          new Layer.Unknown("policy `" + arn + "`: " + refused.error().message());
      case Answer.Unreachable<Iam.Managed> unreachable ->
          new Layer.Unknown("policy `" + arn + "`: " + unreachable.why());
    };
  }

  private static Layer parsed(
      String name, String arn, String attachedTo, Json.Obj document, PolicyKind kind) {
    return switch (PolicyParser.parse(document, kind)) {
      case PolicyParsing.Parsed(var policy) ->
          new Layer.Known(List.of(new NamedPolicy(name, arn, attachedTo, policy)));
      case PolicyParsing.Rejected(var problems) ->
          new Layer.Unknown("policy `" + name + "` is malformed: " + problems.getFirst());
    };
  }
}
