package io.outcrop.sandbox.world;

import static io.outcrop.sandbox.world.RealmWriter.map;
import static io.outcrop.sandbox.world.RealmWriter.members;
import static io.outcrop.sandbox.world.RealmWriter.secret;
import static io.outcrop.sandbox.world.RealmWriter.text;
import static io.outcrop.sandbox.world.SessionSection.texts;

import io.outcrop.aws.Secret;
import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.sandbox.realm.Directory;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.UniqueId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What IAM keeps of an account besides identities and policies, in a world's document.
final class DirectorySection {
  private final Instant clock;

  DirectorySection(Instant clock) {
    this.clock = clock;
  }

  Directory read(Fields account) {
    var found = account.object("iam");
    if (found.isEmpty()) {
      return Directory.EMPTY;
    }
    var fields = found.get();
    var profiles = new LinkedHashMap<String, Directory.InstanceProfile>();
    fields
        .map("instanceProfiles", this::profile)
        .forEach((name, profile) -> {
          var label = profile.label();
          var id = label.id().isEmpty() ? UniqueId.of("AIPA", name) : label.id();
          profiles.put(
              name,
              new Directory.InstanceProfile(
                  new Identity.Label(name, label.path(), id, label.created()),
                  profile.role(),
                  profile.tags()));
        });
    var providers = new LinkedHashMap<String, Directory.Provider>();
    for (var provider : fields.objects("identityProviders", this::provider)) {
      providers.put(provider.arn(), provider);
    }
    var devices = new LinkedHashMap<String, Directory.Device>();
    for (var device : fields.objects("mfaDevices", DirectorySection::device)) {
      devices.put(device.serial(), device);
    }
    var directory =
        new Directory(
            fields.optionalText("alias").orElse(""),
            policy(fields),
            profiles,
            providers,
            devices,
            fields.texts("deletedServiceLinkedRoles"),
            report(fields),
            Secret.of(fields.optionalText("messageKey").orElse("")));
    fields.finish();
    return directory;
  }

  private static List<Json.Obj> policy(Fields fields) {
    var policy = fields.any("passwordPolicy");
    if (policy.isPresent() && !(policy.get() instanceof Json.Obj)) {
      fields.problem("passwordPolicy", "found " + policy.get().kind() + ", expected an object");
    }
    return policy
        .map(value -> value instanceof Json.Obj object ? List.of(object) : List.<Json.Obj>of())
        .orElse(List.of());
  }

  private static List<Directory.Report> report(Fields fields) {
    return fields
        .object("credentialReport")
        .map(inner -> {
          var report = new Directory.Report(Values.instant(inner, "generated"), inner.text("text"));
          inner.finish();
          return List.of(report);
        })
        .orElse(List.of());
  }

  private Directory.InstanceProfile profile(Fields fields) {
    var label =
        new Identity.Label(
            "",
            fields.optionalText("path").orElse("/"),
            fields.optionalText("id").orElse(""),
            created(fields));
    return new Directory.InstanceProfile(
        label, fields.optionalText("role").orElse(""), fields.textMap("tags"));
  }

  private Directory.Provider provider(Fields fields) {
    return new Directory.Provider(
        fields.text("arn"),
        Values.word(fields, "kind", Directory.Provider.Kind.class)
            .orElse(Directory.Provider.Kind.OIDC),
        fields.optionalText("document").orElse(""),
        fields.texts("audiences"),
        fields.texts("thumbprints"),
        created(fields),
        fields.textMap("tags"));
  }

  private static Directory.Device device(Fields fields) {
    return new Directory.Device(
        fields.text("serial"),
        Secret.of(fields.optionalText("seed").orElse("")),
        fields.textMap("tags"));
  }

  private Instant created(Fields fields) {
    var created = Values.optionalInstant(fields, "created");
    return created == null ? clock : created;
  }

  static @Nullable Json write(Directory directory) {
    if (directory.equals(Directory.EMPTY)) {
      return null;
    }
    return members(
        "alias", text(directory.alias()),
        "passwordPolicy",
            directory.passwordPolicy().isEmpty() ? null : directory.passwordPolicy().getFirst(),
        "instanceProfiles", map(directory.profiles(), DirectorySection::profile),
        "identityProviders",
            RealmWriter.array(
                List.copyOf(directory.providers().values()), DirectorySection::provider),
        "mfaDevices",
            RealmWriter.array(List.copyOf(directory.devices().values()), DirectorySection::device),
        "deletedServiceLinkedRoles", texts(directory.deletions()),
        "credentialReport",
            directory
                .lastReport()
                .<Json>map(report ->
                    members(
                        "generated", Json.of(report.generated().toString()),
                        "text", Json.of(report.text())))
                .orElse(null),
        "messageKey", secret(directory.messageKey()));
  }

  private static Json profile(Directory.InstanceProfile profile) {
    return members(
        "path", Json.of(profile.label().path()),
        "id", Json.of(profile.label().id()),
        "created", Json.of(profile.label().created().toString()),
        "role", text(profile.role()),
        "tags", tags(profile.tags()));
  }

  private static Json provider(Directory.Provider provider) {
    return members(
        "arn", Json.of(provider.arn()),
        "kind", Json.of(provider.kind().name()),
        "document", text(provider.document()),
        "audiences", texts(provider.audiences()),
        "thumbprints", texts(provider.thumbprints()),
        "created", Json.of(provider.created().toString()),
        "tags", tags(provider.tags()));
  }

  private static Json device(Directory.Device device) {
    return members(
        "serial", Json.of(device.serial()),
        "seed", secret(device.seed()),
        "tags", tags(device.tags()));
  }

  /// Tags; nothing for none.
  static @Nullable Json tags(Map<String, String> tags) {
    return tags.isEmpty() ? null : map(tags, Json::of);
  }
}
