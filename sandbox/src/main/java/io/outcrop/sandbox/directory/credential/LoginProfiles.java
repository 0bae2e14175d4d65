package io.outcrop.sandbox.directory.credential;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.directory.desk.Refusals;
import io.outcrop.sandbox.directory.desk.Subject;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.SignIn;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.util.List;
import java.util.Map;

/// Passwords for the console, as far as IAM shows that there is one. Nobody can sign in here, so
/// the password itself is looked at and forgotten.
final class LoginProfiles {
  private static final int SHORTEST = 8;

  void addTo(Map<String, Operation> operations) {
    operations.put("CreateLoginProfile", Subject.user(LoginProfiles::create));
    operations.put("GetLoginProfile", Subject.user(LoginProfiles::get));
    operations.put("UpdateLoginProfile", Subject.user(LoginProfiles::update));
    operations.put("DeleteLoginProfile", Subject.user(LoginProfiles::delete));
  }

  private static Reply create(Visit visit, Identity.User user) {
    var name = user.label().name();
    if (user.signIn().password().isPresent()) {
      return Refusals.exists("Login Profile for user " + name + " already exists.");
    }
    if (visit.required("Password").length() < shortest(visit)) {
      return tooShort(visit);
    }
    var login = new SignIn.Login(visit.now(), visit.now(), visit.flag("PasswordResetRequired"));
    visit.change(account -> account.with(user.with(user.signIn().withLogin(List.of(login)))));
    return shown(user, login);
  }

  private static int shortest(Visit visit) {
    return visit.account().directory().passwordPolicy().stream()
        .flatMap(policy -> policy.get("MinimumPasswordLength").stream())
        .mapToInt(value -> value instanceof Json.Num number ? number.value().intValue() : SHORTEST)
        .findFirst()
        .orElse(SHORTEST);
  }

  private static Reply tooShort(Visit visit) {
    return Faults.said(
        400,
        "PasswordPolicyViolation",
        "Password should have a minimum length of " + shortest(visit));
  }

  private static Reply get(Visit visit, Identity.User user) {
    return user.signIn().password().map(login -> shown(user, login)).orElseGet(() -> missing(user));
  }

  private static Reply shown(Identity.User user, SignIn.Login login) {
    return Output.reply(
        "LoginProfile",
        Output.of(
            "UserName", user.label().name(),
            "CreateDate", login.created(),
            "PasswordResetRequired", login.resetRequired()));
  }

  private static Reply update(Visit visit, Identity.User user) {
    var old = user.signIn().password();
    if (old.isEmpty()) {
      return missing(user);
    }
    var password = visit.text("Password");
    if (password.isPresent() && password.get().length() < shortest(visit)) {
      return tooShort(visit);
    }
    var resets = visit.call().input().get("PasswordResetRequired").isPresent();
    var login =
        new SignIn.Login(
            old.get().created(),
            password.isPresent() ? visit.now() : old.get().changed(),
            resets ? visit.flag("PasswordResetRequired") : old.get().resetRequired());
    visit.change(account -> account.with(user.with(user.signIn().withLogin(List.of(login)))));
    return Output.done();
  }

  private static Reply delete(Visit visit, Identity.User user) {
    if (user.signIn().password().isEmpty()) {
      return missing(user);
    }
    visit.change(account -> account.with(user.with(user.signIn().withLogin(List.of()))));
    return Output.done();
  }

  private static Reply missing(Identity.User user) {
    return Refusals.noSuchEntity(
        "Login Profile for User " + user.label().name() + " cannot be found.");
  }
}
