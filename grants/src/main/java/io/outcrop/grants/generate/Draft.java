package io.outcrop.grants.generate;

import io.outcrop.grants.Need;
import io.outcrop.grants.RequiredAuthorization;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What has been found of a wish so far.
final class Draft {
  private final List<Need> needs = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private final Set<WishProblem> problems = new LinkedHashSet<>();

  void need(String operation, String target, RequiredAuthorization authorization) {
    needs.add(new Need(operation, target, authorization));
  }

  void note(String sentence) {
    notes.add(sentence);
  }

  void problem(String place, String message, String help) {
    problems.add(new WishProblem(place, message, help));
  }

  List<Need> needs() {
    return List.copyOf(needs);
  }

  List<String> notes() {
    return List.copyOf(notes);
  }

  List<WishProblem> problems() {
    return List.copyOf(problems);
  }
}
