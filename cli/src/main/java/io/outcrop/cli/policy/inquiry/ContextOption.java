package io.outcrop.cli.policy.inquiry;

import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.session.Complaint;
import io.outcrop.iam.request.RequestContext;
import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.json.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads condition keys: `--context aws:PrincipalTag/team=ml`, and `--context-file`.
final class ContextOption {
  private ContextOption() {}

  static RequestContext read(Arguments arguments, InputFiles files) {
    var context = RequestContext.empty();
    for (var file : arguments.all("--context-file")) {
      context = file(file, files, context);
    }
    for (var text : arguments.all("--context")) {
      context = pair(text, context);
    }
    return context;
  }

  /// `base` with the keys of `more`, which win.
  static RequestContext over(RequestContext base, RequestContext more) {
    var context = base;
    for (var key : more.keys()) {
      var value = more.get(key).orElseThrow();
      context =
          value.multivalued()
              ? context.withAll(value.name(), value.texts())
              : context.with(value.name(), value.texts().getFirst());
    }
    return context;
  }

  private static RequestContext pair(String text, RequestContext context) {
    var equals = text.indexOf('=');
    if (equals < 1) {
      throw Complaint.usage(
          "`--context` is `" + text + "`, which has no key and value",
          "--context aws:RequestedRegion=us-east-1");
    }
    var key = text.substring(0, equals);
    var value = text.substring(equals + 1);
    return value.indexOf(',') < 0 ? context.with(key, value) : context.withAll(key, list(value));
  }

  /// A comma at the end makes a list of one.
  private static List<String> list(String value) {
    var parts = value.split(",", -1);
    return Arrays.asList(parts).subList(0, parts.length - (value.endsWith(",") ? 1 : 0));
  }

  private static RequestContext file(String name, InputFiles files, RequestContext before) {
    var problems = new ArrayList<Problem>();
    var fields = new Fields(files.json(name), "", problems);
    var context = before;
    for (var key : fields.names()) {
      context =
          fields.any(key).orElseThrow() instanceof Json.Arr
              ? context.withAll(key, fields.texts(key))
              : context.with(key, fields.text(key));
    }
    if (!problems.isEmpty()) {
      throw Places.complaint(name, problems, "{\"aws:RequestedRegion\":\"us-east-1\"}");
    }
    return context;
  }
}
