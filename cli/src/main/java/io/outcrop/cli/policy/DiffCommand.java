package io.outcrop.cli.policy;

import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Option;
import io.outcrop.cli.arguments.Syntax;
import io.outcrop.cli.policy.inquiry.InputFiles;
import io.outcrop.cli.policy.inquiry.KindGuess;
import io.outcrop.cli.policy.inquiry.Places;
import io.outcrop.cli.session.Command;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.ExitCode;
import io.outcrop.cli.session.Session;
import io.outcrop.cli.view.Format;
import io.outcrop.cli.view.NextCommand;
import io.outcrop.cli.view.View;
import io.outcrop.cli.view.ViewOptions;
import io.outcrop.iam.difference.PolicyDifference;
import io.outcrop.iam.difference.PolicyDifferences;
import io.outcrop.iam.policy.PolicyDocument;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.reference.ServiceReference;
import io.outcrop.report.Ending;
import io.outcrop.report.difference.ComparedPolicies;
import io.outcrop.report.difference.DifferenceAnnotations;
import io.outcrop.report.difference.DifferenceJson;
import io.outcrop.report.difference.DifferenceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// `outcrop policy diff`.
public final class DiffCommand implements Command {
  /// The command.
  public DiffCommand() {}

  @Override
  public Syntax syntax() {
    return Syntax.of("policy diff", "what access changes between two versions of a policy")
        .withOperands("OLD NEW", 2)
        .with(
            List.of(
                Option.of("--old", "FILE", "one of several old documents; may be repeated"),
                Option.of("--new", "FILE", "one of several new documents; may be repeated"),
                Option.of(
                    "--kind",
                    "KIND",
                    "identity, resource, trust, boundary, session, scp, rcp or endpoint (default:"
                        + " what the texts and their names say)")))
        .with(ViewOptions.with(Format.GITHUB))
        .withExamples(
            "outcrop policy diff old.json new.json",
            "git show main:dev.json | outcrop policy diff - dev.json",
            "outcrop policy diff --old a.json --new a.json --new b.json");
  }

  @Override
  public int run(Arguments arguments, Session session) {
    var view = View.of(arguments, session, List.of(Format.GITHUB));
    var before = files(arguments, "--old", 0);
    var after = files(arguments, "--new", 1);
    var texts = new LinkedHashMap<String, String>();
    var input = new InputFiles(session);
    Stream.concat(before.stream(), after.stream())
        .distinct()
        .forEach(file -> texts.put(file, input.text(file)));
    var kind = KindGuess.said(arguments).orElseGet(() -> kind(texts));
    var compared =
        new ComparedPolicies(
            kind,
            before,
            after,
            PolicyDifferences.between(
                documents(before, texts, kind),
                documents(after, texts, kind),
                ServiceReference.shipped()));
    var ending = new Ending("", next(compared));
    view.write(
        look -> DifferenceText.render(compared, ending, look),
        () -> DifferenceJson.of(compared, ending),
        Map.of(Format.GITHUB, () -> DifferenceAnnotations.of(compared)));
    return switch (compared.difference()) {
      case PolicyDifference.Equivalent _ -> ExitCode.FINE;
      case PolicyDifference.Changed _ -> ExitCode.PROBLEM;
      case PolicyDifference.NoDifferenceFound _ -> ExitCode.UNKNOWN;
    };
  }

  private static List<String> files(Arguments arguments, String option, int place) {
    if (arguments.has("--old") || arguments.has("--new")) {
      if (!arguments.operands().isEmpty()) {
        throw Complaint.usage(
            "`" + arguments.operands().getFirst() + "` is neither `--old` nor `--new`",
            "either two files, or --old and --new for each");
      }
      return arguments.all(option);
    }
    if (arguments.operands().size() != 2) {
      throw Complaint.usage("two versions are compared", "outcrop policy diff OLD NEW");
    }
    return List.of(arguments.operands().get(place));
  }

  /// What all texts are taken for; those of a set are of one kind.
  private static PolicyKind kind(Map<String, String> texts) {
    var kinds = new LinkedHashMap<PolicyKind, String>();
    texts.forEach((file, text) -> kinds.putIfAbsent(KindGuess.of(file, text), file));
    if (kinds.size() > 1) {
      var words = new ArrayList<String>();
      kinds.forEach((kind, file) -> words.add("`" + file + "` a " + kind.words()));
      throw Complaint.usage(
          "the policies seem to be of different kinds: " + String.join(", ", words),
          "--kind " + kinds.keySet().iterator().next().id());
    }
    return kinds.keySet().stream().findFirst().orElse(PolicyKind.IDENTITY);
  }

  private static List<PolicyDocument> documents(
      List<String> files, Map<String, String> texts, PolicyKind kind) {
    return files.stream()
        .map(file ->
            switch (PolicyParser.parse(texts.getOrDefault(file, ""), kind)) {
              case PolicyParsing.Parsed(var document) -> document;
              case PolicyParsing.Rejected(var problems) ->
                  throw Places.complaint(file, problems, "nothing was compared");
            })
        .toList();
  }

  /// The example of the first change that can be asked for as it is.
  private static String next(ComparedPolicies compared) {
    if (!(compared.difference() instanceof PolicyDifference.Changed(var changes, _))
        || compared.kind() != PolicyKind.IDENTITY
        || compared.after().contains("-")) {
      return "";
    }
    return changes.stream()
        .map(change -> change.example())
        .filter(example -> !example.beside())
        .findFirst()
        .map(example -> {
          var words = new ArrayList<String>(List.of("outcrop policy explain"));
          compared.after().forEach(file -> words.add("--policy " + NextCommand.quoted(file)));
          words.addAll(ExampleWords.of(example.request()));
          return String.join(" ", words);
        })
        .orElse("");
  }
}
