package io.outcrop.grants.form;

import io.outcrop.grants.document.Holder;
import io.outcrop.grants.document.NamedDocument;
import io.outcrop.grants.document.Target;
import io.outcrop.json.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A template with one resource for each policy. Source: AWS CloudFormation Template Reference,
/// `AWS::IAM::ManagedPolicy`, `UserPolicy`, `RolePolicy`, `GroupPolicy`.
final class CloudFormation {
  private CloudFormation() {}

  static Rendering of(Handover handover) {
    var does = Forms.does(handover);
    var stack = handover.documents().getFirst().name().replaceAll("[^A-Za-z0-9]+", "-");
    var resources = Json.object();
    var names = new HashSet<String>();
    for (var document : handover.documents()) {
      resources = resources.with(logicalId(document, names), resource(document, handover.target()));
    }
    var template =
        Json.object()
            .with("AWSTemplateFormatVersion", Json.of("2010-09-09"))
            .with("Description", Json.of("access to Claude on Amazon Bedrock"))
            .with("Resources", resources);
    var deploy =
        "aws cloudformation deploy --stack-name %s --capabilities CAPABILITY_NAMED_IAM"
                .formatted(stack)
            + " --template-file FILE";
    return new Rendering.Rendered(
        "# " + does + ":\n#   " + deploy + "\n" + Yaml.members(template, 0),
        "as a stack: " + does,
        "aws cloudformation delete-stack --stack-name " + stack + "\n");
  }

  private static Json resource(NamedDocument document, Target target) {
    return switch (target) {
      case Target.Unattached() -> managed(document);
      case Target.Attached(var holder) -> {
        var resource = managed(document);
        var properties = resource.object("Properties").orElseThrow();
        yield resource.with(
            "Properties",
            properties.with(
                Forms.capital(holder.kind()) + "s", Json.array(List.of(Json.of(holder.name())))));
      }
      case Target.Inline(var holder) -> inline(document, holder);
    };
  }

  private static Json.Obj managed(NamedDocument document) {
    return Json.object()
        .with("Type", Json.of("AWS::IAM::ManagedPolicy"))
        .with(
            "Properties",
            Json.object()
                .with("ManagedPolicyName", Json.of(document.name()))
                .with("PolicyDocument", document.document()));
  }

  private static Json.Obj inline(NamedDocument document, Holder holder) {
    var kind = Forms.capital(holder.kind());
    return Json.object()
        .with("Type", Json.of("AWS::IAM::" + kind + "Policy"))
        .with(
            "Properties",
            Json.object()
                .with("PolicyName", Json.of(document.name()))
                .with(kind + "Name", Json.of(holder.name()))
                .with("PolicyDocument", document.document()));
  }

  /// Letters and digits of the policy's name, unlike all before it.
  private static String logicalId(NamedDocument document, Set<String> used) {
    var id = "Policy" + document.name().replaceAll("[^A-Za-z0-9]", "");
    while (!used.add(id)) {
      id = id + "x";
    }
    return id;
  }
}
