package io.outcrop.access.handoff;

import io.outcrop.access.change.Change;
import io.outcrop.access.cure.PolicyText;
import io.outcrop.access.evidence.Observations;
import io.outcrop.access.evidence.Permissions;
import io.outcrop.access.handoff.NeededPolicy.FormText;
import io.outcrop.access.handoff.NeededPolicy.Standing;
import io.outcrop.access.plan.Plan;
import io.outcrop.access.prediction.Prediction;
import io.outcrop.access.prediction.Refusal;
import io.outcrop.cloud.call.PolicyOwner;
import io.outcrop.grants.Grants;
import io.outcrop.grants.document.Holder;
import io.outcrop.grants.document.NamedDocument;
import io.outcrop.grants.document.Target;
import io.outcrop.grants.form.Form;
import io.outcrop.grants.form.Forms;
import io.outcrop.grants.form.Handover;
import io.outcrop.grants.form.Rendering;
import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Makes the policy that the client's calls need, complete for profile and destinations, plain and
/// streaming where there are both, whatever part of it somebody else has given already.
final class Policies {
  /// The name under which Outcrop grants.
  static final String NAME = "OutcropBedrockAccess";

  private static final String MARKETPLACE = "marketplace-permissions";

  private final Observations seen;
  private final Prediction prediction;
  private final Caller caller;
  private final List<String> slugs;
  private final Optional<AskedCall> asked;

  Policies(Material material, Prediction prediction, Caller caller) {
    this.seen = material.seen();
    this.prediction = prediction;
    this.caller = caller;
    this.slugs = material.slugs();
    this.asked = material.asked();
  }

  /// The policy; none if it is not known over which route the model answers.
  Optional<NeededPolicy> needed() {
    return asked.map(this::over);
  }

  /// The grant as a change, with what the policy of that name says already kept; none if nothing is
  /// missing or nobody's policies can be changed.
  Optional<Change> grant(NeededPolicy policy, Plan plan) {
    var planned =
        plan.steps().stream()
            .map(Plan.Step::change)
            .filter(
                change -> change instanceof Change.PutInlinePolicy put && put.name().equals(NAME))
            .map(Change.PutInlinePolicy.class::cast)
            .findFirst();
    if (planned.isPresent()) {
      var change = planned.get();
      var all = new ArrayList<>(change.before());
      all.add(change.after());
      all.add(policy.narrow());
      return Optional.of(
          new Change.PutInlinePolicy(change.owner(), NAME, change.before(), PolicyText.union(all)));
    }
    var wanted =
        policy.standing() == Standing.UNKNOWN && slugs.stream().anyMatch(Policies::isNoAllow);
    return wanted
        ? holder().map(owner -> new Change.PutInlinePolicy(owner, NAME, List.of(), policy.narrow()))
        : Optional.empty();
  }

  private NeededPolicy over(AskedCall call) {
    var least = Grants.leastPolicy(call.all());
    var documents = new ArrayList<>(List.of(least.document()));
    var reasons = new ArrayList<>(least.lines());
    if (buys()) {
      var first = Grants.firstUsePolicy(prediction.productId());
      documents.add(first.document());
      reasons.addAll(first.lines());
    }
    var narrow = PolicyText.union(documents);
    var wide = WidePolicy.of(call, buys());
    return new NeededPolicy(
        standing(),
        NAME,
        narrow,
        reasons,
        wide.document(),
        wide.whyNot(),
        target(),
        forms(narrow),
        notes());
  }

  private Standing standing() {
    if (seen.permissions().seen().isEmpty()) {
      return Standing.UNKNOWN;
    }
    return prediction.lacking().isEmpty() && !buys() ? Standing.THERE : Standing.MISSING;
  }

  private boolean buys() {
    return slugs.contains(MARKETPLACE)
        || prediction.refusals().stream().map(Refusal::slug).anyMatch(MARKETPLACE::equals);
  }

  private static boolean isNoAllow(String slug) {
    return slug.equals("iam-no-identity-policy-allow")
        || slug.startsWith("iam-missing-")
        || slug.equals(MARKETPLACE);
  }

  private Optional<PolicyOwner> holder() {
    return seen.permissions()
        .seen()
        .map(Permissions::owner)
        .flatMap(owners -> owners.stream().findFirst())
        .or(caller::owner)
        .filter(owner -> !isManagedElsewhere(owner));
  }

  private static boolean isManagedElsewhere(PolicyOwner owner) {
    return isPermissionSet(owner) || owner.name().startsWith("AWSServiceRoleFor");
  }

  private static boolean isPermissionSet(PolicyOwner owner) {
    return owner.kind() == PolicyOwner.Kind.ROLE && owner.name().startsWith("AWSReservedSSO_");
  }

  private String target() {
    var owner = caller.owner();
    if (owner.isEmpty()) {
      return caller.principal().isEmpty()
          ? "the principal whose credentials will be used: nobody can tell yet who that is"
          : "nothing: a " + caller.kind() + " has no policies of its own";
    }
    if (isPermissionSet(owner.get())) {
      return "the permission set behind role `%s` in IAM Identity Center: a change of the role itself is written over"
          .formatted(owner.get().name());
    }
    if (isManagedElsewhere(owner.get())) {
      return "nothing: role `%s` belongs to a service of AWS; another principal has to call"
          .formatted(owner.get().name());
    }
    return "%s `%s`%s, as an inline policy or as a managed one"
        .formatted(
            word(owner.get()),
            owner.get().name(),
            caller.accountIsKnown() ? " of account " + caller.account() : "");
  }

  private List<String> notes() {
    var notes = new ArrayList<String>();
    if (caller.owner().filter(one -> one.kind() == PolicyOwner.Kind.ROLE).isPresent()) {
      notes.add(
          "if a stack, Terraform or a deployment made the role, the policy belongs into that"
              + " source: the next deployment takes away what is added by hand");
    }
    if (!caller.accountIsKnown()) {
      notes.add(
          "`" + NamedDocument.ACCOUNT + "` stands for the account, which nobody could ask for");
    }
    return notes;
  }

  private List<FormText> forms(Json.Obj narrow) {
    var target =
        holder()
            .flatMap(owner -> Holder.of(word(owner), owner.name()))
            .<Target>map(Target.Inline::new)
            .orElseGet(Target.Unattached::new);
    var handover =
        new Handover(
            List.of(new NamedDocument(NAME, narrow)),
            target,
            caller.partition().id(),
            caller.account());
    return Arrays.stream(Form.values())
        .filter(form -> form != Form.JSON)
        .map(form -> text(form, Forms.render(form, handover)))
        .toList();
  }

  private static FormText text(Form form, Rendering rendering) {
    return switch (rendering) {
      case Rendering.Rendered(var text, var does, var undo) ->
          new FormText(title(form), language(form), text, does, undo);
      case Rendering.NotPossible(var why, var help) ->
          new FormText(
              title(form), language(form), "", why + (help.isEmpty() ? "" : ": " + help), "");
    };
  }

  private static String title(Form form) {
    return switch (form) {
      case JSON -> "Policy";
      case SH -> "AWS CLI, sh";
      case POWERSHELL -> "AWS CLI, PowerShell";
      case CLOUDFORMATION -> "CloudFormation";
      case SAM -> "SAM";
      case TERRAFORM -> "Terraform";
    };
  }

  private static String language(Form form) {
    return switch (form) {
      case JSON -> "json";
      case SH -> "sh";
      case POWERSHELL -> "powershell";
      case CLOUDFORMATION, SAM -> "yaml";
      case TERRAFORM -> "hcl";
    };
  }

  private static String word(PolicyOwner owner) {
    return owner.kind().name().toLowerCase(Locale.ROOT);
  }
}
