package io.outcrop.access.handoff;

import io.outcrop.access.change.Change;
import io.outcrop.json.Fields;
import io.outcrop.json.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How long things take and what they risk, from a resource file that says where it was read.
public final class WorkFacts {
  private static final String FILE = "works.json";

  private final Map<String, Fact> facts;

  private WorkFacts(Map<String, Fact> facts) {
    this.facts = Map.copyOf(facts);
  }

  /// What is known of one kind of work.
  ///
  /// @param takes how long somebody works at it
  /// @param acts when it acts
  /// @param risk what it risks, one sentence
  /// @param source where that was read
  public record Fact(String takes, String acts, String risk, String source) {
    /// Nothing is known.
    public static final Fact NONE = new Fact("", "", "", "");
  }

  static WorkFacts shipped() {
    var problems = new ArrayList<Problem>();
    var fields = ResourceFile.read(FILE, problems);
    fields.whole("formatVersion", 1);
    fields.text("about");
    fields.text("asOf");
    var facts = fields.map("works", WorkFacts::fact);
    fields.finish();
    ResourceFile.check(FILE, problems);
    return new WorkFacts(facts);
  }

  /// What is known of the work named `kind`.
  Fact of(String kind) {
    return facts.getOrDefault(kind, Fact.NONE);
  }

  /// All kinds.
  List<String> kinds() {
    return facts.keySet().stream().sorted().toList();
  }

  /// What is known of making `change`.
  Fact of(Change change) {
    return of(kind(change));
  }

  static String kind(Change change) {
    return switch (change) {
      case Change.PutInlinePolicy put -> put.name().equals(Policies.NAME) ? "grant" : "narrow-deny";
      case Change.DeleteInlinePolicy _, Change.DetachPolicy _ -> "remove-policy";
      case Change.ReplaceManagedPolicy _ -> "managed-policy";
      case Change.ReplaceEndpointPolicy _ -> "endpoint-policy";
      case Change.SubmitUseCaseForm _ -> "use-case-form";
      case Change.SignAgreement _ -> "agreement";
      case Change.ActivateAccessKey _ -> "access-key";
      case Change.CreatePolicy _, Change.AttachPolicy _ -> "grant";
      case Change.RequestQuota _ -> "quota-request";
      case Change.EnableRegion _ -> "region";
      case Change.SetDataRetention _ -> "data-retention";
      case Change.SetEnvVariable _, Change.SetProfileProperty _ -> "environment-file";
    };
  }

  private static Fact fact(Fields fields) {
    return new Fact(
        fields.text("takes"), fields.text("acts"), fields.text("risk"), fields.text("source"));
  }
}
