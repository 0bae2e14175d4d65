package io.outcrop.cli.place;

import io.outcrop.access.examination.ClientCall;
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
      List.of(Option.of("--guardrail", "ID[:VERSION]", "the guardrail that goes with the call"));

  private ClientOptions() {}

  /// What `arguments` say about where to look, and what is sent.
  ///
  /// @throws Complaint if they say what cannot be
  public static Wishes wishes(Arguments arguments, Session session) {
    var wishes = Wishes.of(arguments, session);
    return arguments
        .value("--guardrail")
        .map(text -> wishes.under(guardrail(text, wishes.call())))
        .orElse(wishes);
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
