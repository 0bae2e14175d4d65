package io.outcrop.sandbox.world;

import static io.outcrop.sandbox.world.RealmWriter.members;
import static io.outcrop.sandbox.world.RealmWriter.text;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.json.Problem;
import io.outcrop.sandbox.realm.ManagedPolicy;
import java.time.Instant;
import java.util.List;

/// Customer managed policies, in a world's document: a document, or versions of it.
final class ManagedPolicySection {
  private final List<Problem> problems;
  private final Instant clock;

  ManagedPolicySection(List<Problem> problems, Instant clock) {
    this.problems = problems;
    this.clock = clock;
  }

  ManagedPolicy read(String account, String name, String path, Fields fields) {
    var arn = "arn:aws:iam::" + account + ":policy" + path + name;
    var created = created(fields, clock);
    var versions = versions(fields, created);
    if (versions.isEmpty()) {
      fields.problem("document", "member `document` is missing");
    }
    var plain = new ManagedPolicy(arn, name, path, "v1", versions);
    var about = plain.about();
    return new ManagedPolicy(
        arn,
        name,
        path,
        fields.optionalText("defaultVersion").orElse("v1"),
        versions,
        new ManagedPolicy.About(
            fields.optionalText("id").orElse(about.id()),
            fields.optionalText("description").orElse(""),
            fields.has("created") ? created : about.created(),
            created(fields, "updated", about.updated()),
            Math.max((int) fields.whole("lastVersion", 1), about.lastVersion()),
            fields.textMap("tags")));
  }

  private List<ManagedPolicy.Version> versions(Fields fields, Instant created) {
    return fields.has("document")
        ? List.of(new ManagedPolicy.Version("v1", document(fields), created))
        : fields.objects("versions", this::version);
  }

  private ManagedPolicy.Version version(Fields fields) {
    var document = document(fields);
    return new ManagedPolicy.Version(
        fields.text("id"),
        document,
        created(fields, clock),
        Values.written(fields.optionalText("written").orElse(""), document));
  }

  private Json.Obj document(Fields fields) {
    return Values.policy(fields, "document", PolicyKind.IDENTITY, problems);
  }

  private static Instant created(Fields fields, Instant otherwise) {
    return created(fields, "created", otherwise);
  }

  private static Instant created(Fields fields, String name, Instant otherwise) {
    var created = Values.optionalInstant(fields, name);
    return created == null ? otherwise : created;
  }

  static Json write(ManagedPolicy policy) {
    var about = policy.about();
    return members(
        "path", Json.of(policy.path()),
        "id", Json.of(about.id()),
        "description", text(about.description()),
        "created", Json.of(about.created().toString()),
        "updated", Json.of(about.updated().toString()),
        "lastVersion", Json.of(about.lastVersion()),
        "tags", DirectorySection.tags(about.tags()),
        "defaultVersion", Json.of(policy.defaultVersion()),
        "versions",
            RealmWriter.array(
                policy.versions(),
                version ->
                    members(
                        "id", Json.of(version.id()),
                        "document", version.document(),
                        "written", text(version.written()),
                        "created", Json.of(version.created().toString()))));
  }
}
