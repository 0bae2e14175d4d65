package io.outcrop.sandbox.world;

import io.outcrop.iam.reference.Nearest;
import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.json.Problem;
import io.outcrop.models.catalogue.Lifecycle;
import io.outcrop.models.catalogue.RegionalFact;
import io.outcrop.sandbox.realm.Circumstances;
import io.outcrop.sandbox.realm.ClientSide;
import io.outcrop.sandbox.realm.Propagation;
import io.outcrop.sandbox.realm.Realm;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads a world document into a realm, strictly. Not safe for several threads.
final class RealmReader {
  /// The version of the format that this program writes and reads.
  static final int FORMAT_VERSION = 1;

  private final List<Problem> problems;

  private RealmReader(List<Problem> problems) {
    this.problems = problems;
  }

  static Realm read(Json document, List<Problem> problems) {
    return new RealmReader(problems)
        .realm(new Fields(document, "", problems, RealmReader::unknown));
  }

  static String unknown(String name, Set<String> known) {
    var nearest = Nearest.of(name, known.stream()).map(near -> ", the nearest is `" + near + "`");
    var all = known.stream().map(other -> "`" + other + "`").collect(Collectors.joining(", "));
    return "unknown member `" + name + "`" + nearest.orElse(", known are " + all);
  }

  private Realm realm(Fields fields) {
    if (fields.whole("formatVersion", 0) != FORMAT_VERSION) {
      fields.problem("formatVersion", "expected `formatVersion: " + FORMAT_VERSION + "`");
    }
    var title =
        new Realm.Title(
            fields.text("name"),
            fields.text("summary"),
            Values.instant(fields, "clock"),
            fields.text("region"));
    var accounts = new AccountReader(problems, title.clock()).accounts(fields);
    var subject = subject(fields);
    var here = EndpointSection.Here.of(title, subject, accounts);
    var realm =
        new Realm(
            title,
            subject,
            new OrganizationSection(problems, title.clock()).read(fields),
            accounts,
            circumstances(fields, here),
            client(fields),
            new IdentityCenterSection(here, title.clock(), problems).read(fields));
    fields.finish();
    return realm;
  }

  private static Realm.Subject subject(Fields fields) {
    var inner = fields.object("subject");
    if (inner.isEmpty()) {
      fields.problem("subject", "member `subject` is missing");
      return new Realm.Subject("", "", "");
    }
    var subject = inner.get();
    var result =
        new Realm.Subject(subject.text("model"), subject.text("region"), subject.text("principal"));
    subject.finish();
    return result;
  }

  private Circumstances circumstances(Fields fields, EndpointSection.Here here) {
    var answers =
        fields
            .object("answers")
            .map(inner -> {
              var read =
                  new Circumstances.Answers(
                      inner.whole("seed", 1),
                      Values.duration(inner, "firstToken", FIRST_TOKEN),
                      Values.duration(inner, "pace", PACE));
              inner.finish();
              return read;
            })
            .orElse(new Circumstances.Answers(1, FIRST_TOKEN, PACE));
    return new Circumstances(
        fields.objects("models", RealmReader::statement),
        new EndpointSection(here, problems).read(fields),
        FaultSection.read(fields),
        answers,
        propagation(fields));
  }

  private static Propagation propagation(Fields fields) {
    var text = fields.optionalText("propagation").orElse("none");
    if (!text.equals("none") && !text.equals("real")) {
      fields.problem("propagation", "found `" + text + "`, expected `none` or `real`");
    }
    return text.equals("real") ? Propagation.REAL : Propagation.NONE;
  }

  private static final Duration FIRST_TOKEN = Duration.ofMillis(120);
  private static final Duration PACE = Duration.ofMillis(15);

  private static Circumstances.ModelStatement statement(Fields fields) {
    var because = fields.text("because");
    var fact =
        new RegionalFact(
            fields.text("model"),
            fields.text("region"),
            fields.flag("onDemand", false),
            fields.objects(
                "profiles",
                profile ->
                    new RegionalFact.Profile(profile.text("id"), profile.texts("destinations"))),
            new Lifecycle(
                Values.optionalInstant(fields, "start"),
                Values.optionalInstant(fields, "legacy"),
                Values.optionalInstant(fields, "end")),
            "world");
    return new Circumstances.ModelStatement(fact, because);
  }

  private static ClientSide client(Fields fields) {
    var found = fields.object("client");
    if (found.isEmpty()) {
      return new ClientSide(Map.of(), Map.of(), "", Duration.ZERO, "");
    }
    var client = found.get();
    var result =
        new ClientSide(
            client.textMap("environment"),
            client.textMap("files"),
            client.optionalText("env").orElse(""),
            Values.duration(client, "clockOffset", Duration.ZERO),
            client.optionalText("adminProfile").orElse(""));
    client.finish();
    return result;
  }
}
