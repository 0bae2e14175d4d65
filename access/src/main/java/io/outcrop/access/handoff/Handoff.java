package io.outcrop.access.handoff;

import io.outcrop.access.examination.Examination;
import io.outcrop.json.Json;
import java.util.List;
import java.util.function.UnaryOperator;

/// Everything for whoever can mend what the caller cannot. No secret is in it.
///
/// @param examination what was found
/// @param caller who calls
/// @param call the call, and what AWS answered
/// @param policy what IAM has to allow; none if no route to the model is known
/// @param asks what has to change in layers that nobody in the account owns alone
/// @param requirements what has to be so besides IAM
/// @param works what is to be done, in order
/// @param scripts what can be run: cures, a test call, a check of permissions
/// @param links places in the console
/// @param retest the command that examines again
public record Handoff(
    Examination examination,
    Caller caller,
    FailingCall call,
    List<NeededPolicy> policy,
    List<Ask> asks,
    List<Requirement> requirements,
    List<Work> works,
    List<Script> scripts,
    List<Link> links,
    String retest) {
  public Handoff {
    policy = List.copyOf(policy);
    asks = List.copyOf(asks);
    requirements = List.copyOf(requirements);
    works = List.copyOf(works);
    scripts = List.copyOf(scripts);
    links = List.copyOf(links);
  }

  /// What only the command line knows.
  ///
  /// @param site where the call is made; none if nobody said
  /// @param body the caller's own request body; none if nobody gave one
  /// @param bodyFile the file it came from
  /// @param retest the command that examines again, for the model id that should be called
  public record Extras(
      List<CallSite> site, List<Json.Obj> body, String bodyFile, UnaryOperator<String> retest) {
    public Extras {
      site = List.copyOf(site);
      body = List.copyOf(body);
    }
  }

  /// What has to change in a policy that the account's administrators do not own alone.
  ///
  /// @param who whom to ask
  /// @param layer which kind of policy
  /// @param policy its name or ARN, and where it is attached; empty for a new one
  /// @param change what to change, one sentence
  /// @param needs every authorisation that has to pass, in words
  /// @param document the policy as it has to be; none if it could not be read
  public record Ask(
      String who,
      String layer,
      String policy,
      String change,
      List<String> needs,
      List<Json.Obj> document) {
    public Ask {
      needs = List.copyOf(needs);
      document = List.copyOf(document);
    }
  }

  /// Something besides IAM that a call needs.
  ///
  /// @param state `met`, `missing`, `unknown`
  /// @param detail what was seen, or what to do
  public record Requirement(String name, State state, String detail) {
    /// Whether it is so.
    public enum State {
      MET("met"),
      MISSING("missing"),
      UNKNOWN("not known");

      private final String words;

      State(String words) {
        this.words = words;
      }

      /// In words.
      public String words() {
        return words;
      }
    }
  }

  /// One thing to do.
  ///
  /// @param who who can
  /// @param title one imperative sentence
  /// @param call the API call or file; empty if there is no single one
  /// @param effect what it does to least privilege or cost
  /// @param facts how long it takes, what it risks
  /// @param undo how far it can be taken back; empty if nobody knows
  /// @param cause the slug of what it cures
  public record Work(
      String who,
      String title,
      String call,
      String effect,
      WorkFacts.Fact facts,
      String undo,
      String cause) {}

  /// A place in the console.
  public record Link(String label, String address) {}
}
