package io.outcrop.access.composed;

import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.Examination.Status;
import io.outcrop.sandbox.Sandbox;
import io.outcrop.sandbox.WorldFolder;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// One composition with the accounts that it takes: with all its faults, and with each of them
/// mended.
final class Trial {
  /// Causes of which AWS says the same, but for names.
  private static final List<List<String>> ALIKE =
      List.of(
          List.of(
              "iam-no-identity-policy-allow",
              "iam-missing-stream-action",
              "iam-missing-inference-profile-arn",
              "iam-missing-destination-region-fm-arn",
              "iam-allow-conditional-not-met"),
          List.of(
              "identity-explicit-deny",
              "identity-deny-region-condition",
              "identity-deny-global-profile",
              "key-quarantined",
              "api-key-call-denied"),
          List.of("scp-explicit-deny", "scp-region-block-cross-region", "scp-deny-global-profile"));

  private final Composition composition;
  private final Draft broken;
  private final Map<Fault, Draft> mended = new LinkedHashMap<>();

  /// @param number of the first of its accounts
  Trial(Composition composition, int number) {
    this.composition = composition;
    this.broken = composition.draft(number);
    var next = number;
    for (var fault : composition.faults()) {
      mended.put(fault, composition.without(fault).draft(++next));
    }
  }

  Composition composition() {
    return composition;
  }

  List<Draft> drafts() {
    var all = new ArrayList<Draft>();
    all.add(broken);
    all.addAll(mended.values());
    return all;
  }

  /// What is wrong with the doctor's word; nothing if it holds.
  Optional<String> run(Sandbox shared, Path folder) {
    return isAlone() ? alone(folder) : run(_ -> shared, folder);
  }

  /// Whether its accounts can share no world with others.
  boolean isAlone() {
    return broken.isAlone();
  }

  /// Each of its accounts in a world that holds nothing else.
  private Optional<String> alone(Path folder) {
    var open = new LinkedHashMap<Draft, Sandbox>();
    try {
      for (var draft : drafts()) {
        var home = folder.resolve("world-" + draft.number);
        WorldFolder.create(home, ComposedWorld.of(List.of(draft)));
        open.put(
            draft,
            Sandbox.start(Sandbox.Options.in(home).withClock(InstantSource.fixed(draft.clock))));
      }
      return run(draft -> Objects.requireNonNull(open.get(draft)), folder);
    } finally {
      open.values().forEach(Sandbox::close);
    }
  }

  private Optional<String> run(Function<Draft, Sandbox> sandboxes, Path folder) {
    var sandbox = sandboxes.apply(broken);
    var examination = new Visit(sandbox, folder, broken).examination();
    var answer = new Visit(sandbox, folder, broken).answer();
    var slugs = examination.findings().stream().map(one -> one.cause().slug()).toList();
    var said = "AWS says `%s`, the doctor %s".formatted(answer, slugs);
    if (composition.faults().isEmpty()) {
      var silent = slugs.isEmpty() && examination.status() == Status.HEALTHY;
      return silent && answer.equals(Visit.LET_THROUGH)
          ? Optional.empty()
          : Optional.of("nothing is wrong, and " + said + "; " + examination.stages());
    }
    var root =
        slugs.stream()
            .limit(1)
            .flatMap(first ->
                composition.faults().stream()
                    .filter(fault -> isNamed(fault, first))
                    .sorted(Comparator.comparing(fault -> !fault.causes().contains(first))))
            .findFirst();
    if (root.isEmpty()) {
      return Optional.of("the root is none of the faults: " + said + words(examination));
    }
    for (var entry : mended.entrySet()) {
      var fault = entry.getKey();
      var after = new Visit(sandboxes.apply(entry.getValue()), folder, entry.getValue()).answer();
      if (fault.equals(root.get()) && after.equals(answer)) {
        return Optional.of("mending the root " + fault + " changes nothing: " + said);
      }
      if (!fault.equals(root.get())
          && !after.equals(answer)
          && !isOtherDenial(fault, answer, after)) {
        return Optional.of(
            "mending %s changes the answer to `%s`, and the root is %s: %s"
                .formatted(fault, after, root.get(), said));
      }
    }
    return slugs.stream()
        .filter(slug ->
            composition.faults().stream()
                .noneMatch(one -> one.isSaidAs(slug) || isNamed(one, slug)))
        .findFirst()
        .map(slug -> "`" + slug + "` is none of the faults: " + said + words(examination));
  }

  /// Whether two denials differ because the right id names other resources than the wrong one did.
  private static boolean isOtherDenial(Fault fault, String answer, String after) {
    return fault.group().equals("model")
        && answer.startsWith("AccessDeniedException")
        && after.startsWith("AccessDeniedException");
  }

  /// Whether `slug` names `fault`. By whom a short-term API key was signed nobody says, so that his
  /// policies cannot be read; what AWS says the same of cannot be told apart then.
  private boolean isNamed(Fault fault, String slug) {
    return fault.causes().contains(slug)
        || (broken.login == Draft.Login.SHORT_API_KEY
            && fault.causes().stream().anyMatch(one -> alike(one, slug)));
  }

  private static String words(Examination examination) {
    return "; "
        + examination.findings().stream().map(one -> one.sentence()).toList()
        + examination.notes();
  }

  /// The world's file of the broken account.
  String file() {
    return ComposedWorld.text(List.of(broken));
  }

  private static boolean alike(String one, String other) {
    return ALIKE.stream().anyMatch(all -> all.contains(one) && all.contains(other));
  }
}
