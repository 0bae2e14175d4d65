package io.outcrop.models;

import io.outcrop.models.Resolution.Reason;
import io.outcrop.models.Resolution.Unknown;
import io.outcrop.models.catalogue.LookAlike;
import io.outcrop.models.catalogue.Model;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds what was probably meant by an id that does not exist: first among the look-alikes that
/// were seen in the wild, then by the ways in which ids go wrong, last by their spelling.
final class NearestIds {
  private static final Pattern CONTEXT = Pattern.compile("(.+):(\\d+[km])");
  private static final Pattern PREFIXED = Pattern.compile("([a-z][a-z-]{1,9})\\.(anthropic\\..+)");
  private static final int TYPING_ERRORS = 3;
  private final ModelCatalogue catalogue;
  private final Alternatives alternatives;

  NearestIds(ModelCatalogue catalogue, Alternatives alternatives) {
    this.catalogue = catalogue;
    this.alternatives = alternatives;
  }

  Unknown unknown(ModelReference reference, String region) {
    if (reference.text().contains(":application-inference-profile/")) {
      return new Unknown(
          reference,
          Reason.NOT_ON_BEDROCK,
          List.of(),
          "an application inference profile is known only to the account that made it");
    }
    var guess =
        lookAlike(reference.id())
            .or(() -> contextSuffix(reference.id()))
            .or(() -> prefix(reference.id()))
            .or(() -> sameModel(reference.id()))
            .or(() -> typingError(reference.id()))
            .or(() -> sameFamily(reference.id()));
    return guess.isPresent()
        ? answer(reference, region, guess.get())
        : new Unknown(
            reference, Reason.NOT_ON_BEDROCK, List.of(), "no Claude model has an id like this");
  }

  private Unknown answer(ModelReference reference, String region, Guess guess) {
    var alive = guess.models().stream().flatMap(model -> alternatives.routes(model).stream());
    var routes = alive.toList();
    if (!routes.isEmpty()) {
      return new Unknown(reference, guess.reason(), routes, guess.why());
    }
    var meant = guess.models().getFirst();
    return new Unknown(
        reference,
        guess.reason(),
        alternatives.insteadOf(meant),
        guess.why()
            + "; "
            + meant.displayName()
            + " itself cannot be called in `"
            + region
            + "` at this date");
  }

  private Optional<Guess> lookAlike(String id) {
    var matcher = PREFIXED.matcher(id);
    return exactLookAlike(id)
        .or(() -> matcher.matches() ? exactLookAlike(matcher.group(2)) : Optional.empty())
        .map(found ->
            new Guess(
                Reason.valueOf(found.reason()),
                found.models().stream().flatMap(model -> catalogue.find(model).stream()).toList(),
                found.why()));
  }

  private Optional<LookAlike> exactLookAlike(String id) {
    return catalogue.lookAlikes().stream().filter(known -> known.id().equals(id)).findFirst();
  }

  private Optional<Guess> contextSuffix(String id) {
    var matcher = CONTEXT.matcher(id);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var suffix = matcher.group(2);
    return catalogue
        .owner(matcher.group(1))
        .map(model ->
            new Guess(
                Reason.CONTEXT_SUFFIX,
                List.of(model),
                suffix.endsWith("m")
                    ? "`:" + suffix + "` is a convention of other clients, not part of an id"
                    : "`:"
                        + suffix
                        + "` names a variant for provisioned throughput, which cannot be called"
                        + " on demand"));
  }

  private Optional<Guess> prefix(String id) {
    var matcher = PREFIXED.matcher(id);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return catalogue
        .find(matcher.group(2))
        .map(model ->
            new Guess(
                Reason.PREFIX,
                List.of(model),
                "no profile `" + matcher.group(1) + ".` is known for " + model.displayName()));
  }

  private Optional<Guess> sameModel(String id) {
    var wanted = Spelling.of(id);
    var models =
        catalogue.models().stream()
            .filter(model -> Spelling.of(model.id()).means(wanted))
            .sorted(
                Comparator.comparingInt(
                    model -> Spelling.distance(Spelling.of(model.id()).plain(), wanted.plain())))
            .toList();
    return models.isEmpty() ? Optional.empty() : Optional.of(misspelt(id, models));
  }

  private static Guess misspelt(String id, List<Model> models) {
    var name = models.getFirst().displayName();
    var real = "`" + models.getFirst().id() + "`";
    return isBedrockSpelling(id)
        ? new Guess(
            Reason.SUFFIX, models, "the id of " + name + " is " + real + ", with no other ending")
        : new Guess(
            Reason.ALIAS,
            models,
            "this is not how Bedrock spells " + name + ", whose id is " + real);
  }

  private Optional<Guess> typingError(String id) {
    var wanted = Spelling.of(id);
    record Near(Model model, int distance) {}
    return catalogue.models().stream()
        .filter(model -> Spelling.of(model.id()).numbers().equals(wanted.numbers()))
        .map(model ->
            new Near(model, Spelling.distance(wanted.family(), Spelling.of(model.id()).family())))
        .filter(near -> near.distance() <= TYPING_ERRORS)
        .filter(near -> near.distance() * 2 < wanted.family().length())
        .min(Comparator.comparingInt(Near::distance))
        .map(near -> misspelt(id, List.of(near.model())));
  }

  private Optional<Guess> sameFamily(String id) {
    var wanted = Spelling.of(id);
    var family =
        catalogue.models().stream()
            .filter(model -> !wanted.family().isEmpty())
            .filter(model -> Spelling.of(model.id()).family().equals(wanted.family()))
            .toList();
    if (family.isEmpty()) {
      return Optional.empty();
    }
    var callable =
        family.stream().filter(model -> !alternatives.routes(model).isEmpty()).limit(1).toList();
    var models = callable.isEmpty() ? family.subList(0, 1) : callable;
    return Optional.of(
        wanted.numbers().isEmpty()
            ? new Guess(Reason.ALIAS, models, "this names a family and no model of it")
            : new Guess(
                Reason.NOT_ON_BEDROCK, models, "no model of this generation is on Bedrock"));
  }

  private static boolean isBedrockSpelling(String id) {
    return (id.startsWith("anthropic.") || PREFIXED.matcher(id).matches()) && !id.contains("@");
  }

  private record Guess(Reason reason, List<Model> models, String why) {}
}
