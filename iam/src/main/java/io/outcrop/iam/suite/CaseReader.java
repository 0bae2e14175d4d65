package io.outcrop.iam.suite;

import io.outcrop.aws.Arn;
import io.outcrop.aws.Principal;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.RequestContext;
import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.Problem;
import java.util.ArrayList;
import java.util.List;

/// Reads cases strictly: an unknown member is an error, so that a typing mistake cannot make a case
/// pass. Stateless and safe for many threads.
public final class CaseReader {
  private static final String FORMAT = "authz-case/1";
  private static final List<String> BEYOND_THE_ENGINE = List.of("request-pattern", "service-data");

  private CaseReader() {}

  /// Reads one case.
  public static CaseReading read(String text) {
    return switch (JsonReader.read(text)) {
      case JsonReading.Read(var value) -> read(value);
      case JsonReading.Malformed(var message, var position) ->
          new CaseReading.Rejected("", List.of(new Problem("", position, message)));
    };
  }

  /// Reads one case.
  public static CaseReading read(Json value) {
    var problems = new ArrayList<Problem>();
    var fields = new Fields(value, "", problems);
    var format = fields.text("format");
    if (fields.has("format") && !format.equals(FORMAT)) {
      fields.problem("format", "found `" + format + "`, expected `" + FORMAT + "`");
    }
    var id = fields.text("id");
    var name = fields.text("name");
    source(fields);
    var tags = fields.texts("tags");
    fields.texts("notes");
    var mode = fields.optionalText("mode").orElse("strict");
    var request = request(fields, problems).known(new KnowledgeReader(fields, mode).read());
    var layers = new LayersReader(problems).read(fields, request.principal());
    var expected = new ExpectedReader(problems).read(fields);
    fields.finish();
    if (!problems.isEmpty()) {
      return new CaseReading.Rejected(id, problems);
    }
    return new CaseReading.Read(
        new AuthorizationCase(id, name, tags, request, layers, expected, beyond(tags)));
  }

  private static void source(Fields fields) {
    fields
        .object("source")
        .ifPresent(source -> {
          for (var name : List.of("suite", "version", "file", "licence", "doc")) {
            source.optionalText(name);
          }
          source.whole("index", 0);
          source.finish();
        });
  }

  /// Why the engine cannot run a case: it decides one request on one resource.
  private static String beyond(List<String> tags) {
    return tags.stream().filter(BEYOND_THE_ENGINE::contains).findFirst().orElse("");
  }

  static AuthorizationRequest request(Fields fields, List<Problem> problems) {
    var member = fields.object("request");
    if (member.isEmpty()) {
      fields.problem("request", "member `request` is missing");
      return new AuthorizationRequest(
          new Principal.Anonymous(), "", "", "", RequestContext.empty());
    }
    var request = member.get();
    var principal = principal(request);
    var action = request.text("action");
    var resource = request.object("resource");
    var arn = resource.map(found -> found.text("arn")).orElse("");
    var account =
        resource.flatMap(found -> found.optionalText("accountId")).orElse(owner(arn, principal));
    resource.ifPresentOrElse(
        Fields::finish, () -> request.problem("resource", "member `resource` is missing"));
    var context = context(request, problems);
    request.flag("wildcardOnlyAction", false);
    request.finish();
    return new AuthorizationRequest(principal, action, arn, account, context);
  }

  private static String owner(String arn, Principal principal) {
    return Arn.parse(arn)
        .map(Arn::account)
        .filter(account -> !account.isEmpty())
        .orElse(principal.account());
  }

  private static Principal principal(Fields request) {
    var member = request.object("principal");
    if (member.isEmpty()) {
      request.problem("principal", "member `principal` is missing");
      return new Principal.Anonymous();
    }
    var fields = member.get();
    var type = fields.text("type");
    var principal =
        switch (type) {
          case "aws" -> known(fields);
          case "service" -> new Principal.Service(fields.text("service"));
          case "federated" -> new Principal.WebIdentity(fields.text("id"));
          case "anonymous" -> new Principal.Anonymous();
          default -> {
            fields.problem(
                "type",
                "found `" + type + "`, expected `aws`, `service`, `federated` or `anonymous`");
            yield new Principal.Anonymous();
          }
        };
    fields.finish();
    return principal;
  }

  private static Principal known(Fields fields) {
    var arn = fields.text("arn");
    var principal = Principal.parse(arn);
    if (principal.isEmpty()) {
      fields.problem("arn", "`" + arn + "` names no principal");
    }
    return principal.orElseGet(Principal.Anonymous::new);
  }

  private static RequestContext context(Fields request, List<Problem> problems) {
    var context = RequestContext.empty();
    var member = request.object("context");
    if (member.isEmpty()) {
      return context;
    }
    var fields = member.get();
    for (var key : fields.names()) {
      if (fields.any(key).orElseThrow() instanceof Json.Arr) {
        context = context.withAll(key, fields.texts(key));
      } else {
        var before = problems.size();
        var text = fields.text(key);
        context = problems.size() == before ? context.with(key, text) : context;
      }
    }
    return context;
  }
}
