package io.outcrop.access.handoff;

import io.outcrop.access.change.Change;
import io.outcrop.access.handoff.Handoff.Link;
import io.outcrop.access.plan.Plan;
import io.outcrop.cloud.call.PolicyOwner;
import io.outcrop.json.Fields;
import io.outcrop.json.Problem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The places in the console that matter here, of this region and partition.
final class ConsoleLinks {
  private static final String FILE = "console.json";
  private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z-]+?)(-encoded)?}");
  private static final Pattern SCP = Pattern.compile("/service_control_policy/(p-[a-z0-9-]+)");

  private final Map<String, Template> templates;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<String> wanted = new ArrayList<>();

  ConsoleLinks(Material material, Caller caller) {
    this.templates = shipped();
    values.put("host", caller.partition().consoleHost());
    values.put("region", caller.credentials().region());
    caller.owner().ifPresent(this::owner);
    if (material.plan().steps().stream()
        .map(Plan.Step::change)
        .anyMatch(Change.ActivateAccessKey.class::isInstance)) {
      want("keys");
    }
    managed(material);
    want("policies");
    var model = material.prediction().flatMap(one -> one.called().modelId());
    model.ifPresent(id -> values.put("model", id));
    want(model.isPresent() ? "model" : "bedrock");
    scp(material);
  }

  private record Template(String label, String address) {}

  /// The links; none where the partition's console is not public.
  List<Link> all() {
    if (values.getOrDefault("host", "").isEmpty()) {
      return List.of();
    }
    return wanted.stream()
        .filter(templates::containsKey)
        .map(templates::get)
        .map(one -> new Link(filled(one.label), filled(one.address)))
        .toList();
  }

  private void owner(PolicyOwner owner) {
    switch (owner.kind()) {
      case USER -> value("user", owner.name());
      case ROLE -> value("role", owner.name());
      case GROUP -> {}
    }
  }

  private void managed(Material material) {
    material.plan().steps().stream()
        .map(Plan.Step::change)
        .filter(Change.ReplaceManagedPolicy.class::isInstance)
        .map(change -> ((Change.ReplaceManagedPolicy) change).policyArn())
        .findFirst()
        .ifPresent(arn -> {
          values.put("policy-arn", arn);
          value("policy", arn.substring(arn.lastIndexOf('/') + 1));
        });
  }

  private void scp(Material material) {
    material.examination().findings().stream()
        .flatMap(finding -> finding.evidence().stream())
        .map(evidence -> SCP.matcher(evidence.text() + " " + evidence.source()))
        .filter(Matcher::find)
        .findFirst()
        .ifPresent(match -> value("scp", match.group(1)));
  }

  private void value(String id, String value) {
    values.put(id, value);
    want(id);
  }

  private void want(String id) {
    wanted.add(id);
  }

  private String filled(String text) {
    return PLACE
        .matcher(text)
        .replaceAll(match -> {
          var value = values.getOrDefault(match.group(1), "");
          return Matcher.quoteReplacement(match.group(2) == null ? value : encoded(value));
        });
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Map<String, Template> shipped() {
    var problems = new ArrayList<Problem>();
    var templates = new LinkedHashMap<String, Template>();
    var fields = ResourceFile.read(FILE, problems);
    fields.whole("formatVersion", 1);
    fields.text("about");
    fields.text("asOf");
    fields.objects("links", one -> read(one, templates));
    fields.finish();
    ResourceFile.check(FILE, problems);
    return templates;
  }

  private static String read(Fields one, Map<String, Template> templates) {
    var id = one.text("id");
    one.text("source");
    templates.put(id, new Template(one.text("label"), one.text("address")));
    return id;
  }
}
