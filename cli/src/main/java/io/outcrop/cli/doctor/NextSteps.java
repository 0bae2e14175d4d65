package io.outcrop.cli.doctor;

import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.ExaminationRequest.Probing;
import io.outcrop.access.examination.Matrix;
import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.place.Wishes;
import io.outcrop.cli.view.NextCommand;
import java.util.ArrayList;
import java.util.List;

/// The next command to type after the doctor's: it asks what this one asked, and one thing besides.
final class NextSteps {
  /// What only the doctor understands of how a call is examined.
  private static final List<String> OWN =
      List.of("--as", "--judge-only", "--hop", "--only", "--request");

  private static final List<String> WHOLE = List.of("--all-models", "--all-regions");

  private final Wishes wishes;
  private final Arguments arguments;

  NextSteps(Wishes wishes, Arguments arguments) {
    this.wishes = wishes;
    this.arguments = arguments;
  }

  /// What was announced, made.
  String announced() {
    return whole(probe());
  }

  /// The same examination of the model id that should be called, where one was named.
  String again(String model) {
    var named = !wishes.named().model().isEmpty();
    return one(named ? wishes.of(model, "", "") : wishes);
  }

  /// What comes after one examination, or after many.
  String after(Matrix matrix) {
    var worst = matrix.worst();
    var examination = worst.examination();
    if (arguments.has("--as") || arguments.has("--hop")) {
      return examination
          .root()
          .map(root -> "outcrop explain " + root.cause().slug())
          .orElseGet(() -> whole(probe(), List.of("-v")));
    }
    if (matrix.cells().size() > 1 && matrix.status() != Examination.Status.HEALTHY) {
      var subject = examination.subject();
      return one(
          wishes.of(subject.model(), subject.region(), worst.profile()), probe(), List.of("-v"));
    }
    return after(examination);
  }

  /// What comes after one examination.
  String after(Examination examination) {
    return switch (examination.status()) {
      case HEALTHY -> wishes.probing() == Probing.PAID ? "" : whole(List.of("--probe", "paid"));
      case BROKEN -> NextCommand.afterRoot(examination, wishes);
      case UNKNOWN -> whole(probe(), List.of("-v"));
    };
  }

  private List<String> probe() {
    return switch (wishes.probing()) {
      case FREE -> List.of();
      case NONE -> List.of("--probe", "none");
      case PAID -> List.of("--probe", "paid");
    };
  }

  /// Everything that was asked.
  @SafeVarargs
  private String whole(List<String>... more) {
    var all =
        wishes.of(
            String.join(",", arguments.all("--model")),
            String.join(",", arguments.all("--region")),
            String.join(",", arguments.all("--profile")));
    var words = new ArrayList<>(typed(WHOLE));
    for (var one : more) {
      words.addAll(one);
    }
    return one(all, words);
  }

  @SafeVarargs
  private String one(Wishes cell, List<String>... more) {
    var words = new ArrayList<>(typed(OWN));
    for (var one : more) {
      words.addAll(one);
    }
    return NextCommand.of("doctor", cell, words.toArray(String[]::new));
  }

  private List<String> typed(List<String> options) {
    var words = new ArrayList<String>();
    for (var option : options) {
      for (var value : arguments.all(option)) {
        words.add(option);
        if (!value.isEmpty()) {
          words.add(NextCommand.quoted(value));
        }
      }
    }
    return words;
  }
}
