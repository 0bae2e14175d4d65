package io.outcrop.cli.place;

import io.outcrop.access.examination.ClientCall;
import io.outcrop.access.examination.ExpectedPrincipal;
import io.outcrop.access.examination.NamedGuardrail;
import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Option;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.Session;
import java.util.List;

/// The options that say more of what the user's client sends, for commands that examine it.
public final class ClientOptions {
  /// All of them.
  public static final List<Option> OPTIONS =
      List.of(
          Option.of("--guardrail", "ID[:VERSION]", "the guardrail that goes with the call"),
          Option.of(
              "--expect",
              "WHO",
              "who is meant to call: an ARN, an account, a role's or user's name"));

  private ClientOptions() {}

  /// What `arguments` say about where to look, and what is sent.
  ///
  /// @throws Complaint if they say what cannot be
  public static Wishes wishes(Arguments arguments, Session session) {
    var wishes = Wishes.of(arguments, session);
    var said = wishes.scope();
    var scope = arguments.value("--expect").map(who -> said.expecting(expected(who))).orElse(said);
    return wishes.within(
        arguments
            .value("--guardrail")
            .map(text -> scope.under(guardrail(text, scope.call())))
            .orElse(scope));
  }

  private static ExpectedPrincipal expected(String text) {
    return ExpectedPrincipal.parse(text)
        .orElseThrow(() ->
            Complaint.usage(
                "`--expect` is `" + text + "`, which is no principal's ARN, account or name",
                "--expect arn:aws:iam::111122223333:role/NAME"));
  }

  private static NamedGuardrail guardrail(String text, ClientCall call) {
    if (call != ClientCall.INVOKE && call != ClientCall.CONVERSE) {
      throw Complaint.usage(
          "`--guardrail` goes with InvokeModel and Converse, and the call is `" + call.id() + "`",
          "--call converse");
    }
    return NamedGuardrail.parse(text)
        .orElseThrow(() ->
            Complaint.usage(
                "`--guardrail` is `" + text + "`, which is no guardrail's id or ARN",
                "--guardrail abcdef123456:1"));
  }
}
