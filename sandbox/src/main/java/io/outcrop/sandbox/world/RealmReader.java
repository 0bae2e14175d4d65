package io.outcrop.sandbox.world;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.json.Problem;
import io.outcrop.models.catalogue.Lifecycle;
import io.outcrop.models.catalogue.RegionalFact;
import io.outcrop.sandbox.realm.Circumstances;
import io.outcrop.sandbox.realm.ClientSide;
import io.outcrop.sandbox.realm.Organization;
import io.outcrop.sandbox.realm.Realm;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads a world document into a realm, strictly. Not safe for several threads.
final class RealmReader {
  /// The version of the format that this program writes and reads.
  static final int FORMAT_VERSION = 1;

  /// What the policy says that every organization has. Source: AWS Organizations User Guide,
  /// "Service control policies", FullAWSAccess.
  private static final Json.Obj FULL_ACCESS =
      Json.object(
          Map.of(
              "Version",
              Json.of("2012-10-17"),
              "Statement",
              Json.array(
                  List.of(
                      Json.object(
                          Map.of(
                              "Effect", Json.of("Allow"),
                              "Action", Json.of("*"),
                              "Resource", Json.of("*")))))));

  private final List<Problem> problems;

  private RealmReader(List<Problem> problems) {
    this.problems = problems;
  }

  static Realm read(Json document, List<Problem> problems) {
    return new RealmReader(problems).realm(new Fields(document, "", problems));
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
    var realm =
        new Realm(
            title,
            subject(fields),
            organization(fields),
            accounts,
            circumstances(fields),
            client(fields));
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

  private Organization organization(Fields fields) {
    var found = fields.object("organization");
    if (found.isEmpty()) {
      return Organization.NONE;
    }
    var organization = found.get();
    var nodes = new LinkedHashMap<String, Organization.Node>();
    var root = organization.text("root");
    nodes.put(
        root,
        new Organization.Node(
            root, Organization.Kind.ROOT, "Root", "", attached(organization, "rootScps")));
    organization
        .map("units", unit -> node(unit, Organization.Kind.ORGANIZATIONAL_UNIT))
        .forEach((id, node) -> nodes.put(id, named(node, id)));
    organization
        .map("accounts", account -> node(account, Organization.Kind.ACCOUNT))
        .forEach((id, node) -> nodes.put(id, named(node, id)));
    var scps = new LinkedHashMap<String, Organization.Scp>();
    scps.put(
        Organization.FULL_AWS_ACCESS,
        new Organization.Scp(Organization.FULL_AWS_ACCESS, "FullAWSAccess", FULL_ACCESS));
    organization
        .map(
            "scps",
            scp ->
                new Organization.Scp(
                    "", scp.text("name"), Values.policy(scp, "document", PolicyKind.SCP, problems)))
        .forEach((id, scp) -> scps.put(id, new Organization.Scp(id, scp.name(), scp.document())));
    var result =
        new Organization(
            organization.text("id"), organization.text("managementAccount"), root, nodes, scps);
    organization.finish();
    return result;
  }

  private static Organization.Node node(Fields fields, Organization.Kind kind) {
    return new Organization.Node(
        "",
        kind,
        fields.optionalText("name").orElse(""),
        fields.text("parent"),
        attached(fields, "scps"));
  }

  private static Organization.Node named(Organization.Node node, String id) {
    return new Organization.Node(id, node.kind(), node.name(), node.parent(), node.scps());
  }

  private static List<String> attached(Fields fields, String name) {
    return fields.has(name) ? fields.texts(name) : List.of(Organization.FULL_AWS_ACCESS);
  }

  private Circumstances circumstances(Fields fields) {
    var answers =
        fields
            .object("answers")
            .map(inner -> {
              var read =
                  new Circumstances.Answers(
                      inner.whole("seed", 1), Values.duration(inner, "pace", PACE));
              inner.finish();
              return read;
            })
            .orElse(new Circumstances.Answers(1, PACE));
    return new Circumstances(
        fields.objects("models", RealmReader::statement),
        fields.objects("endpointPolicies", this::endpointPolicy),
        fields.objects("faults", RealmReader::fault),
        answers);
  }

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

  private Circumstances.EndpointPolicy endpointPolicy(Fields fields) {
    return new Circumstances.EndpointPolicy(
        fields.text("service"),
        fields.text("endpointId"),
        Values.policy(fields, "document", PolicyKind.ENDPOINT, problems));
  }

  private static Circumstances.Fault fault(Fields fields) {
    return new Circumstances.Fault(
        Values.word(fields, "kind", Circumstances.Fault.Kind.class)
            .orElse(Circumstances.Fault.Kind.THROTTLE),
        fields.optionalText("model").orElse("*"),
        fields.whole("count", -1));
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
