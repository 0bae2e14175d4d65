package io.outcrop.cli.policy.inquiry;

import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.Session;
import io.outcrop.iam.Authorizer;
import io.outcrop.report.policy.Simulation;
import io.outcrop.report.policy.Whereabouts;
import java.util.ArrayList;
import java.util.List;

/// What a command line asks of policies.
///
/// @param call the call to a model that needs all of it; none if the requests stand for themselves
/// @param questions at least one, in order
/// @param whereabouts where the policies stand
/// @param notes what the answers rest on
/// @param world the sandbox's world that the policies come from; empty if from none
public record Inquiry(
    List<Simulation.Call> call,
    List<Question> questions,
    Whereabouts whereabouts,
    List<String> notes,
    String world) {
  public Inquiry {
    call = List.copyOf(call);
    questions = List.copyOf(questions);
    notes = List.copyOf(notes);
  }

  /// Reads what is asked, and the policies; from an account where that is asked for.
  ///
  /// @throws Complaint if it cannot be asked
  public static Inquiry of(Arguments arguments, Session session) {
    var reader = new InquiryReader(arguments, session);
    return arguments.has("--request") ? reader.requests() : reader.options();
  }

  /// The answers, in order.
  public Simulation decide() {
    var rulings = new ArrayList<Simulation.Ruling>();
    for (var question : questions) {
      var decision = Authorizer.decide(question.request(), question.layers());
      rulings.add(new Simulation.Ruling(question.request(), decision, question.purpose()));
    }
    return new Simulation(call, rulings, whereabouts, notes);
  }
}
