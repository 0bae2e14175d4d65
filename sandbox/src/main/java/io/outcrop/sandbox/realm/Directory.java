package io.outcrop.sandbox.realm;

import io.outcrop.aws.Secret;
import io.outcrop.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What IAM keeps of an account besides identities and policies.
///
/// @param alias the account's alias; empty if it has none
/// @param passwordPolicy by AWS's own member names; at most one
/// @param profiles instance profiles by name
/// @param providers identity providers by ARN
/// @param devices virtual multi-factor devices by serial number
/// @param deletions by id, the service-linked roles whose deletion was asked for
/// @param report when the last credential report was made, and what it said; at most one
/// @param messageKey what encoded authorization messages for this account are sealed with; empty in
///   a world whose folder was not made yet
public record Directory(
    String alias,
    List<Json.Obj> passwordPolicy,
    Map<String, InstanceProfile> profiles,
    Map<String, Provider> providers,
    Map<String, Device> devices,
    List<String> deletions,
    List<Report> report,
    Secret messageKey) {
  /// Nothing.
  public static final Directory EMPTY =
      new Directory(
          "", List.of(), Map.of(), Map.of(), Map.of(), List.of(), List.of(), Secret.of(""));

  public Directory {
    passwordPolicy = List.copyOf(passwordPolicy);
    profiles = Realm.ordered(profiles);
    providers = Realm.ordered(providers);
    devices = Realm.ordered(devices);
    deletions = List.copyOf(deletions);
    report = List.copyOf(report);
  }

  /// An instance profile.
  ///
  /// @param label what it is called
  /// @param role the name of its role; empty if it has none
  /// @param tags by key
  public record InstanceProfile(Identity.Label label, String role, Map<String, String> tags) {
    public InstanceProfile {
      tags = Realm.ordered(tags);
    }
  }

  /// Somebody who vouches for people outside of AWS.
  ///
  /// @param arn its ARN
  /// @param kind what it speaks
  /// @param document its metadata (SAML), or its public keys as a JSON Web Key Set (OpenID Connect)
  /// @param audiences client ids, of OpenID Connect
  /// @param thumbprints of the provider's certificates, of OpenID Connect
  /// @param created when it was made
  /// @param tags by key
  public record Provider(
      String arn,
      Kind kind,
      String document,
      List<String> audiences,
      List<String> thumbprints,
      Instant created,
      Map<String, String> tags) {
    public Provider {
      audiences = List.copyOf(audiences);
      thumbprints = List.copyOf(thumbprints);
      tags = Realm.ordered(tags);
    }

    /// What a provider speaks.
    public enum Kind {
      OIDC,
      SAML
    }

    /// Its name as the ARN has it: a host and path, or a name.
    public String name() {
      return arn.substring(arn.indexOf('/') + 1);
    }
  }

  /// A virtual multi-factor device.
  ///
  /// @param serial its ARN
  /// @param seed what its codes are made from
  /// @param tags by key
  public record Device(String serial, Secret seed, Map<String, String> tags) {
    public Device {
      tags = Realm.ordered(tags);
    }
  }

  /// A credential report.
  public record Report(Instant generated, String text) {}

  /// The last credential report, if there is one.
  public Optional<Report> lastReport() {
    return report.stream().findFirst();
  }

  /// The same with another alias; empty for none.
  public Directory withAlias(String changed) {
    return new Directory(
        changed, passwordPolicy, profiles, providers, devices, deletions, report, messageKey);
  }

  /// The same with another password policy, or none.
  public Directory withPasswordPolicy(List<Json.Obj> changed) {
    return new Directory(
        alias, changed, profiles, providers, devices, deletions, report, messageKey);
  }

  /// The same with `profile` added, or in place of the one of its name.
  public Directory with(InstanceProfile profile) {
    return withProfiles(put(profiles, profile.label().name(), profile));
  }

  /// The same without the instance profile of this name.
  public Directory withoutProfile(String name) {
    return withProfiles(remove(profiles, name));
  }

  private Directory withProfiles(Map<String, InstanceProfile> changed) {
    return new Directory(
        alias, passwordPolicy, changed, providers, devices, deletions, report, messageKey);
  }

  /// The same with `provider` added, or in place of the one of its ARN.
  public Directory with(Provider provider) {
    return withProviders(put(providers, provider.arn(), provider));
  }

  /// The same without the provider of this ARN.
  public Directory withoutProvider(String arn) {
    return withProviders(remove(providers, arn));
  }

  private Directory withProviders(Map<String, Provider> changed) {
    return new Directory(
        alias, passwordPolicy, profiles, changed, devices, deletions, report, messageKey);
  }

  /// The same with `device` added, or in place of the one of its serial number.
  public Directory with(Device device) {
    return withDevices(put(devices, device.serial(), device));
  }

  /// The same without the device of this serial number.
  public Directory withoutDevice(String serial) {
    return withDevices(remove(devices, serial));
  }

  private Directory withDevices(Map<String, Device> changed) {
    return new Directory(
        alias, passwordPolicy, profiles, providers, changed, deletions, report, messageKey);
  }

  /// The same with a deletion of a service-linked role remembered.
  public Directory withDeletion(String id) {
    var changed = new ArrayList<>(deletions);
    changed.add(id);
    return new Directory(
        alias, passwordPolicy, profiles, providers, devices, changed, report, messageKey);
  }

  /// The same with another key for messages.
  public Directory withMessageKey(Secret changed) {
    return new Directory(
        alias, passwordPolicy, profiles, providers, devices, deletions, report, changed);
  }

  /// The same with a new credential report.
  public Directory with(Report made) {
    return new Directory(
        alias, passwordPolicy, profiles, providers, devices, deletions, List.of(made), messageKey);
  }

  private static <V> Map<String, V> put(Map<String, V> map, String key, V value) {
    var changed = new LinkedHashMap<>(map);
    changed.put(key, value);
    return changed;
  }

  private static <V> Map<String, V> remove(Map<String, V> map, String key) {
    var changed = new LinkedHashMap<>(map);
    changed.remove(key);
    return changed;
  }
}
