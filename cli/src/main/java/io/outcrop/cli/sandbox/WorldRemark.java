package io.outcrop.cli.sandbox;

import io.outcrop.json.JsonWriter;
import io.outcrop.json.Problem;
import io.outcrop.lint.Linter;
import io.outcrop.lint.finding.Severity;
import io.outcrop.lint.subject.LintOptions;
import io.outcrop.sandbox.world.Oddities;
import io.outcrop.sandbox.world.PlacedPolicies;
import io.outcrop.sandbox.world.World;
import io.outcrop.sandbox.world.WorldReading;
import io.outcrop.sandbox.world.Worlds;
import java.util.ArrayList;
import java.util.List;

/// Something about a world's file.
///
/// @param wrong whether no world can be made of it; else it is only surely not meant
record WorldRemark(boolean wrong, Problem problem) {
  /// Everything about the file that says `text`.
  static List<WorldRemark> of(String text) {
    return switch (Worlds.read(text)) {
      case WorldReading.Malformed(var problems) ->
          problems.stream().map(problem -> new WorldRemark(true, problem)).toList();
      case WorldReading.Read(var world) -> {
        var remarks = new ArrayList<WorldRemark>();
        Oddities.of(world).forEach(problem -> remarks.add(new WorldRemark(false, problem)));
        remarks.addAll(policies(world));
        yield List.copyOf(remarks);
      }
    };
  }

  private static List<WorldRemark> policies(World world) {
    var policies = PlacedPolicies.of(world);
    if (policies.isEmpty()) {
      return List.of();
    }
    var linter = Linter.shipped();
    var remarks = new ArrayList<WorldRemark>();
    for (var policy : policies) {
      var options = new LintOptions(policy.account(), world.realm().title().clock());
      for (var finding :
          linter.lint(JsonWriter.pretty(policy.document()), policy.kind(), options).findings()) {
        if (finding.severity() == Severity.ERROR) {
          var pointer = policy.pointer() + finding.pointer();
          remarks.add(
              new WorldRemark(
                  false,
                  new Problem(
                      pointer,
                      PlacedPolicies.place(world, pointer),
                      finding.message() + " [" + finding.slug() + "]")));
        }
      }
    }
    return remarks;
  }
}
