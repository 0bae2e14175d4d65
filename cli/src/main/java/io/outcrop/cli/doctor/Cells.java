package io.outcrop.cli.doctor;

import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.access.examination.Scope;
import io.outcrop.access.examination.Stage;
import io.outcrop.aws.Arn;
import io.outcrop.aws.Partition;
import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Nearest;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cloud.client.Setting;
import io.outcrop.cloud.credentials.CredentialSearches;
import io.outcrop.cloud.credentials.Credentials;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.Resolution;
import io.outcrop.models.catalogue.Model;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which examinations a command line asks for: every model in every region by every profile.
final class Cells {
  /// A name, or an ARN with or without a version. Source: AWS Lambda API Reference,
  /// "GetFunctionConfiguration", read 2026-11.
  private static final Pattern FUNCTION =
      Pattern.compile(
          "(arn:aws[a-z-]*:lambda:[a-z0-9-]+:[0-9]{12}:function:)?[A-Za-z0-9_-]{1,64}"
              + "(:[A-Za-z0-9_$-]{1,128})?");

  private final Arguments arguments;
  private final ExaminationRequest one;
  private final ModelCatalogue models;

  private Cells(Arguments arguments, ExaminationRequest one, ModelCatalogue models) {
    this.arguments = arguments;
    this.one = one;
    this.models = models;
  }

  /// @param one what is examined where nothing more is said
  static List<ExaminationRequest> of(
      Arguments arguments, ExaminationRequest one, ModelCatalogue models) {
    var scoped = one.within(scope(arguments, one.scope()));
    return new Cells(arguments, scoped, models).all();
  }

  private List<ExaminationRequest> all() {
    var regions = regions();
    var cells = new ArrayList<ExaminationRequest>();
    for (var profile : orOne(values("--profile"), one.profile())) {
      for (var region : regions) {
        for (var model : models(region)) {
          cells.add(one.by(profile).of(model, region));
        }
      }
    }
    if (cells.isEmpty()) {
      throw Complaint.usage(
          "no model can be called in " + names(regions), "name a region that has Claude");
    }
    carefully(regions);
    return cells;
  }

  private static Scope scope(Arguments arguments, Scope asked) {
    var role = arguments.text("--as");
    if (!role.isEmpty()
        && Arn.parse(role).filter(arn -> arn.resource().startsWith("role/")).isEmpty()) {
      throw Complaint.usage(
          "`--as` is `" + role + "`, which is no role's ARN",
          "--as arn:aws:iam::111122223333:role/NAME");
    }
    if (role.isEmpty() && arguments.has("--judge-only")) {
      throw Complaint.usage("`--judge-only` judges a role, and none is named", "--as ROLE_ARN");
    }
    var stages = values(arguments, "--only");
    if (stages.isEmpty() && arguments.has("--only")) {
      throw Complaint.usage("`--only` names no stage", "outcrop doctor --list-stages");
    }
    for (var stage : stages) {
      if (!Stage.NAMES.contains(stage)) {
        throw Complaint.usage(
            "there is no stage `" + stage + "`",
            Nearest.to(stage, Stage.NAMES)
                .map(nearest -> "did you mean `" + nearest + "`?")
                .orElse("outcrop doctor --list-stages"));
      }
    }
    return new Scope(
        stages,
        role,
        arguments.has("--judge-only"),
        asked.calls(),
        hop(arguments),
        asked.guardrail(),
        asked.expected());
  }

  private static String hop(Arguments arguments) {
    var hop = arguments.text("--hop");
    if (!hop.isEmpty() && arguments.has("--as")) {
      throw Complaint.usage("`--hop` and `--as` exclude each other", "leave one of them out");
    }
    if (!hop.isEmpty() && !FUNCTION.matcher(hop).matches()) {
      throw Complaint.usage(
          "`--hop` is `" + hop + "`, which names no Lambda function", "--hop my-function");
    }
    return hop;
  }

  private List<Setting> regions() {
    var named = values("--region");
    if (!arguments.has("--all-regions")) {
      return named.size() < 2
          ? List.of(one.region())
          : named.stream().map(name -> new Setting("AWS_REGION", name, "--region")).toList();
    }
    if (!named.isEmpty()) {
      throw Complaint.usage(
          "`--all-regions` and `--region` exclude each other", "leave one of them out");
    }
    var partition = one.region().isSet() ? Partition.ofRegion(one.region().value()) : Partition.AWS;
    return offered()
        .filter(region -> Partition.ofRegion(region) == partition)
        .map(region -> new Setting("AWS_REGION", region, "--all-regions"))
        .toList();
  }

  /// The regions in which one of the wanted models is known.
  private Stream<String> offered() {
    var wanted =
        arguments.has("--all-models")
            ? models.models().stream()
            : orOne(values("--model"), one.model().value()).stream()
                .flatMap(id -> models.owner(id).stream());
    var regions = new TreeSet<String>();
    wanted.map(Model::byRegion).forEach(here -> regions.addAll(here.keySet()));
    return regions.stream();
  }

  private List<Setting> models(Setting region) {
    var named = values("--model");
    if (arguments.has("--all-models")) {
      if (!named.isEmpty()) {
        throw Complaint.usage(
            "`--all-models` and `--model` exclude each other", "leave one of them out");
      }
      return callable(region.value());
    }
    return named.size() < 2
        ? List.of(one.model())
        : named.stream().map(id -> new Setting("BEDROCK_MODEL_ID", id, "--model")).toList();
  }

  /// Every model that answers in `region` now, by the id that it answers to.
  private List<Setting> callable(String region) {
    return models.models().stream()
        .flatMap(model -> id(model, region).stream())
        .distinct()
        .map(id -> new Setting("BEDROCK_MODEL_ID", id, "--all-models"))
        .toList();
  }

  private List<String> id(Model model, String region) {
    return switch (models.resolve(model.id(), region, one.clock().instant())) {
      case Resolution.Found found -> List.of(found.route().id());
      case Resolution.ProfileNeeded needed ->
          needed.routes().stream().limit(1).map(route -> route.id()).toList();
      case Resolution.NotInRegion _,
          Resolution.NotYet _,
          Resolution.Ended _,
          Resolution.Unknown _ ->
          List.of();
    };
  }

  /// Many regions, one after the other, with a key that never ends, is what a stolen key looks like
  /// to whoever watches. Source: published detections for the abuse of Bedrock, read 2026-11.
  private void carefully(List<Setting> regions) {
    var sweep = arguments.has("--all-regions") && regions.size() > 1;
    if (!sweep || one.client().sandboxed() || arguments.has("--yes")) {
      return;
    }
    var winner = CredentialSearches.search(one.client(), one.profile(), one.clock()).winner();
    if (winner.isPresent()
        && winner.get() instanceof Credentials.Keys(var id, var _, var _)
        && !id.isTemporary()) {
      throw Complaint.usage(
          "%d regions with the long-term key `%s`: detections take that for a stolen key"
              .formatted(regions.size(), id.masked()),
          "`--yes` does it all the same; a role's session, or the regions that you use by"
              + " `--region`, raise no alarm");
    }
  }

  private static List<String> orOne(List<String> values, String otherwise) {
    return values.isEmpty() ? List.of(otherwise) : values;
  }

  private List<String> values(String option) {
    return values(arguments, option);
  }

  private static List<String> values(Arguments arguments, String option) {
    return arguments.all(option).stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .distinct()
        .toList();
  }

  private static String names(List<Setting> regions) {
    return String.join(", ", regions.stream().map(Setting::value).toList());
  }
}
