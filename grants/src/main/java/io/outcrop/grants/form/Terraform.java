package io.outcrop.grants.form;

import io.outcrop.grants.document.Holder;
import io.outcrop.grants.document.NamedDocument;
import io.outcrop.grants.document.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A Terraform configuration: a data source for each document, and a resource for each policy.
/// Source: Terraform Registry, provider `hashicorp/aws`, `aws_iam_policy_document`.
final class Terraform {
  private final Handover handover;
  private final Hcl hcl = new Hcl();
  private final Set<String> names = new HashSet<>();
  private final List<String> addresses = new ArrayList<>();

  private Terraform(Handover handover) {
    this.handover = handover;
  }

  static Rendering of(Handover handover) {
    for (var document : handover.documents()) {
      var problem = HclStatements.problem(document.document());
      if (problem.isPresent()) {
        return new Rendering.NotPossible(problem.get(), "");
      }
    }
    return new Terraform(handover).rendering();
  }

  private Rendering rendering() {
    var does = Forms.does(handover);
    hcl.comment(does + ": terraform apply");
    if (handover.documents().stream().anyMatch(NamedDocument::lacksAccount)) {
      hcl.open("data \"aws_caller_identity\" \"current\"").close();
    }
    handover.documents().forEach(this::document);
    return new Rendering.Rendered(
        hcl.text(),
        does,
        "terraform destroy"
            + String.join("", addresses.stream().map(one -> " -target=" + one).toList())
            + "\n");
  }

  private void document(NamedDocument document) {
    var name = name(document);
    hcl.open("data \"aws_iam_policy_document\" \"" + name + "\"");
    HclStatements.write(document.document(), hcl);
    hcl.close();
    switch (handover.target()) {
      case Target.Unattached() -> managed(document, name);
      case Target.Attached(var holder) -> {
        managed(document, name);
        attach(holder, name);
      }
      case Target.Inline(var holder) -> inline(document, holder, name);
    }
  }

  private void managed(NamedDocument document, String name) {
    resource("aws_iam_policy", name)
        .attributes(
            List.of(
                new Hcl.Attribute("name", Hcl.string(document.name())),
                new Hcl.Attribute("policy", json(name))))
        .close();
  }

  private void attach(Holder holder, String name) {
    var word = holder.kind().word();
    resource("aws_iam_" + word + "_policy_attachment", name)
        .attributes(
            List.of(
                new Hcl.Attribute(word, Hcl.string(holder.name())),
                new Hcl.Attribute("policy_arn", "aws_iam_policy." + name + ".arn")))
        .close();
  }

  private void inline(NamedDocument document, Holder holder, String name) {
    var word = holder.kind().word();
    resource("aws_iam_" + word + "_policy", name)
        .attributes(
            List.of(
                new Hcl.Attribute("name", Hcl.string(document.name())),
                new Hcl.Attribute(word, Hcl.string(holder.name())),
                new Hcl.Attribute("policy", json(name))))
        .close();
  }

  private Hcl resource(String type, String name) {
    addresses.add(type + "." + name);
    return hcl.open("resource \"" + type + "\" \"" + name + "\"");
  }

  private static String json(String name) {
    return "data.aws_iam_policy_document." + name + ".json";
  }

  /// `OutcropBedrockAccess-2` as `outcrop_bedrock_access_2`, unlike all before it.
  private String name(NamedDocument document) {
    var name =
        document
            .name()
            .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
            .replaceAll("[^A-Za-z0-9]+", "_")
            .toLowerCase(Locale.ROOT);
    var unique = name.matches("[a-z].*") ? name : "policy_" + name;
    while (!names.add(unique)) {
      unique = unique + "x";
    }
    return unique;
  }
}
