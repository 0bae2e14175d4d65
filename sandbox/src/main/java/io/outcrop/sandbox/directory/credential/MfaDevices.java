package io.outcrop.sandbox.directory.credential;

import io.outcrop.aws.Secret;
import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Ask;
import io.outcrop.sandbox.directory.desk.Names;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.directory.desk.Quotas;
import io.outcrop.sandbox.directory.desk.Refusals;
import io.outcrop.sandbox.directory.desk.Shown;
import io.outcrop.sandbox.directory.desk.Subject;
import io.outcrop.sandbox.directory.desk.Tags;
import io.outcrop.sandbox.live.Issuer;
import io.outcrop.sandbox.realm.Directory;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Pages;
import io.outcrop.sandbox.visit.Visit;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Virtual multi-factor devices. Their codes count: a device is enabled with two of them, and a
/// session can be made with one. The picture of a seed (`QRCodePNG`) is not made.
final class MfaDevices {
  private final Issuer issuer;

  MfaDevices(Issuer issuer) {
    this.issuer = issuer;
  }

  void addTo(Map<String, Operation> operations) {
    operations.put("CreateVirtualMFADevice", this::create);
    operations.put("DeleteVirtualMFADevice", MfaDevices::delete);
    operations.put("ListVirtualMFADevices", MfaDevices::listVirtual);
    operations.put("EnableMFADevice", Subject.user(MfaDevices::enable));
    operations.put("ResyncMFADevice", Subject.user(MfaDevices::resync));
    operations.put("DeactivateMFADevice", Subject.user(MfaDevices::deactivate));
    operations.put("ListMFADevices", Subject.user(MfaDevices::list));
  }

  private Reply create(Visit visit) {
    var name = visit.required("VirtualMFADeviceName");
    var path = visit.text("Path").orElse("/");
    var serial = "arn:aws:iam::" + visit.account().id() + ":mfa" + path + name;
    var tags = Tags.of(visit);
    return Names.path("path", path)
        .or(() -> Names.name("virtualMFADeviceName", name, 226))
        .or(() -> Tags.wrong(visit))
        .or(() -> Ask.of(visit, serial).requesting(tags).refused())
        .or(() ->
            visit.account().directory().devices().containsKey(serial)
                ? Optional.of(
                    Refusals.exists("MFADevice entity at the same path and name already exists."))
                : Optional.empty())
        .<Reply>map(refused -> refused)
        .orElseGet(() -> {
          var seed = issuer.seed();
          var device = new Directory.Device(serial, seed, tags);
          visit.change(account -> account.with(account.directory().with(device)));
          return Output.reply(
              "VirtualMFADevice",
              Output.of(
                  "SerialNumber", serial,
                  "Base32StringSeed", base64(seed),
                  "Tags", Tags.shown(tags)));
        });
  }

  private static String base64(Secret seed) {
    return Base64.getEncoder().encodeToString(seed.reveal().getBytes(StandardCharsets.US_ASCII));
  }

  private static Reply delete(Visit visit) {
    var serial = visit.required("SerialNumber");
    var refused = Ask.of(visit, serial).refused();
    if (refused.isPresent()) {
      return refused.get();
    }
    if (!visit.account().directory().devices().containsKey(serial)) {
      return missing(serial);
    }
    if (owner(visit, serial).isPresent()) {
      return Refusals.conflict("MFA VirtualDevice " + serial + " is in use.");
    }
    visit.change(account -> account.with(account.directory().withoutDevice(serial)));
    return Output.done();
  }

  private static Reply.Fault missing(String serial) {
    return Refusals.noSuchEntity(
        "VirtualMFADevice with serial number " + serial + " doesn't exist.");
  }

  private static Optional<Identity.User> owner(Visit visit, String serial) {
    return visit.account().all(Identity.Kind.USER).stream()
        .map(Identity.User.class::cast)
        .filter(user -> user.signIn().mfa().containsKey(serial))
        .findFirst();
  }

  private static Reply listVirtual(Visit visit) {
    var refused = Ask.of(visit, "arn:aws:iam::" + visit.account().id() + ":mfa/").refused();
    if (refused.isPresent()) {
      return refused.get();
    }
    var status = visit.text("AssignmentStatus").orElse("Any");
    var devices =
        visit.account().directory().devices().values().stream()
            .filter(device ->
                status.equals("Any")
                    || owner(visit, device.serial()).isPresent() == status.equals("Assigned"))
            .toList();
    return Pages.reply(
        visit,
        "VirtualMFADevices",
        devices,
        Directory.Device::serial,
        device -> {
          var owner = owner(visit, device.serial());
          return Output.of(
              "SerialNumber", device.serial(),
              "User", owner.<Json>map(user -> Shown.listed(visit.account(), user)),
              "EnableDate", owner.map(user -> user.signIn().mfa().get(device.serial())));
        });
  }

  private static Reply enable(Visit visit, Identity.User user) {
    var serial = visit.required("SerialNumber");
    var device = visit.account().directory().devices().get(serial);
    if (device == null) {
      return missing(serial);
    }
    if (owner(visit, serial).isPresent()) {
      return Refusals.exists("MFA Device is already in use.");
    }
    if (user.signIn().mfa().size() >= Quotas.of("MFADevicesPerUser")) {
      return Quotas.exceeded("MFADevicesPerUser");
    }
    if (!areRight(visit, device)) {
      return wrongCodes();
    }
    var changed = user.with(user.signIn().withDevice(serial, visit.now()));
    visit.change(account -> account.with(changed));
    return Output.done();
  }

  private static boolean areRight(Visit visit, Directory.Device device) {
    return OneTimeCode.matches(
        device.seed(),
        visit.required("AuthenticationCode1"),
        visit.required("AuthenticationCode2"),
        visit.now());
  }

  private static Reply.Fault wrongCodes() {
    return Faults.said(
        403, "InvalidAuthenticationCode", "Authentication code for device is not valid.");
  }

  private static Reply resync(Visit visit, Identity.User user) {
    var serial = visit.required("SerialNumber");
    var device = visit.account().directory().devices().get(serial);
    if (device == null || !user.signIn().mfa().containsKey(serial)) {
      return missing(serial);
    }
    return areRight(visit, device) ? Output.done() : wrongCodes();
  }

  private static Reply deactivate(Visit visit, Identity.User user) {
    var serial = visit.required("SerialNumber");
    if (!user.signIn().mfa().containsKey(serial)) {
      return missing(serial);
    }
    visit.change(account -> account.with(user.with(user.signIn().withoutDevice(serial))));
    return Output.done();
  }

  private static Reply list(Visit visit, Identity.User user) {
    return Pages.reply(
        visit,
        "MFADevices",
        List.copyOf(user.signIn().mfa().entrySet()),
        Map.Entry::getKey,
        device ->
            Output.of(
                "UserName", user.label().name(),
                "SerialNumber", device.getKey(),
                "EnableDate", device.getValue()));
  }
}
