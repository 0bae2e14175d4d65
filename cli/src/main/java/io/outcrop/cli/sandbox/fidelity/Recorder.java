package io.outcrop.cli.sandbox.fidelity;

import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.place.Place;
import io.outcrop.cli.place.Serving;
import io.outcrop.cli.place.Wishes;
import io.outcrop.cli.place.WorldChoice;
import io.outcrop.cli.place.WorldStore;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.ExitCode;
import io.outcrop.cli.session.Session;
import io.outcrop.cli.view.View;
import io.outcrop.cloud.AwsAccount;
import io.outcrop.cloud.Connection;
import io.outcrop.cloud.call.RawReads;
import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.credentials.CredentialSearches;
import io.outcrop.json.Json;
import io.outcrop.report.style.Look;
import io.outcrop.report.style.Mark;
import io.outcrop.report.style.Masking;
import io.outcrop.report.style.Page;
import io.outcrop.report.style.Style;
import io.outcrop.report.style.Styled;
import io.outcrop.sandbox.fidelity.Ledger;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes calls that only read, to AWS and to a sandbox, and says where they differ. What it says
/// names no account and no ARN, so that it can be passed on.
final class Recorder {
  private static final String USUAL_MODEL = "anthropic.claude-sonnet-4-6";

  private final Arguments arguments;
  private final Session session;

  Recorder(Arguments arguments, Session session) {
    this.arguments = arguments;
    this.session = session;
  }

  int run() {
    var view = View.of(arguments, session);
    session
        .terminal()
        .tell(
            Arrays.stream(RawReads.Read.values())
                .map(read -> "  " + read.words())
                .collect(
                    Collectors.joining(
                        "\n", "these calls are made, which only read and cost nothing:\n", "")));
    var wishes = Wishes.of(arguments, session);
    var named = wishes.named();
    var model = named.model().isEmpty() ? USUAL_MODEL : named.model();
    List<Comparison> compared;
    try (var place = Place.open(wishes, session);
        var sandbox =
            new WorldStore(session).fresh(WorldChoice.of("healthy", session), Serving.usual())) {
      var request = place.request();
      var own = Place.clientOf(sandbox.running().client());
      try (var aws =
              open(
                  request.client(), named.profile(), request.region().value(), request.endpoint());
          var here = open(own, "", "us-east-1", sandbox.running().endpoint())) {
        compared = compared(aws.rawReads(), here.rawReads(), model);
      }
    }
    view.write(look -> text(compared, look), () -> Masking.of(json(compared), true));
    return code(compared);
  }

  private AwsAccount open(
      ClientSide client, String profile, String region, @Nullable URI endpoint) {
    var credentials =
        CredentialSearches.search(client, profile, session.clock())
            .winner()
            .orElseThrow(() ->
                Complaint.unknown(
                    "there are no credentials to make the calls with", "outcrop doctor says why"));
    if (region.isEmpty()) {
      throw Complaint.usage("no region is set", "--region us-east-1");
    }
    var timeout = Wishes.of(arguments, session).timeout();
    return AwsAccount.open(new Connection(client, credentials, region, endpoint, timeout));
  }

  private static List<Comparison> compared(RawReads aws, RawReads sandbox, String model) {
    var ledger = Ledger.shipped();
    return Arrays.stream(RawReads.Read.values())
        .map(read -> Comparison.of(read, aws.make(read, model), sandbox.make(read, model), ledger))
        .toList();
  }

  private static int code(List<Comparison> compared) {
    if (compared.stream().allMatch(one -> one.outcome().equals("nothing"))) {
      return ExitCode.UNKNOWN;
    }
    return compared.stream().allMatch(Comparison::agrees) ? ExitCode.FINE : ExitCode.PROBLEM;
  }

  private static String text(List<Comparison> compared, Look look) {
    var masking =
        Masking.of(
            compared.stream().map(Comparison::outcome).collect(Collectors.joining("\n")), true);
    var page = new Page();
    for (var one : compared) {
      page.item(
          0,
          one.agrees() ? Mark.FINE : Mark.WARNING,
          Styled.prose(one.read().words() + ": " + masking.apply(one.outcome())));
      one.ledger()
          .ifPresent(entry ->
              page.text(2, Styled.of(Style.FAINT, "in the ledger as " + entry.status().word())));
      if (!one.outcome().equals("answered") && one.ledger().isEmpty() && one.problem().isEmpty()) {
        page.text(2, Styled.prose("the ledger has no such sentence"));
      }
      details(page, "AWS has and the sandbox has not", one.missing());
      details(page, "the sandbox has and AWS had not this time", one.extra());
      if (!one.problem().isEmpty()) {
        page.text(2, Styled.prose(one.problem()));
      }
    }
    return page.render(look);
  }

  private static void details(Page page, String what, List<String> members) {
    if (!members.isEmpty()) {
      page.text(2, Styled.prose(what + ": " + String.join(", ", members)));
    }
  }

  private static Json.Obj json(List<Comparison> compared) {
    return Json.object()
        .with("formatVersion", Json.of(1))
        .with("calls", Json.array(compared.stream().map(Comparison::json).toList()));
  }
}
