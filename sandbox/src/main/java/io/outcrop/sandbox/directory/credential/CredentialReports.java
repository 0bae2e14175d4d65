package io.outcrop.sandbox.directory.credential;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Ask;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.realm.AccessKey;
import io.outcrop.sandbox.realm.Directory;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.Propagation;
import io.outcrop.sandbox.realm.SignIn;
import io.outcrop.sandbox.trace.LastUse;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// The credential report: a line for the root user and each user. AWS makes one in some seconds and
/// no new one for four hours; where nothing takes time, it is made at once. Source: IAM User Guide,
/// "Generate credential reports for your AWS account", and IAM API Reference,
/// "GetCredentialReport", read 2026-11; how many seconds is not said there.
final class CredentialReports {
  private static final Duration KEPT = Duration.ofHours(4);
  private static final Duration MAKING = Duration.ofSeconds(5);
  private static final String NONE = "N/A";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'+00:00'").withZone(ZoneOffset.UTC);
  private static final String HEAD =
      "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,"
          + "password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,"
          + "access_key_1_last_used_date,access_key_1_last_used_region,"
          + "access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,"
          + "access_key_2_last_used_date,access_key_2_last_used_region,"
          + "access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,"
          + "cert_2_last_rotated";

  private final LastUse lastUse;

  CredentialReports(LastUse lastUse) {
    this.lastUse = lastUse;
  }

  void addTo(Map<String, Operation> operations) {
    operations.put("GenerateCredentialReport", this::generate);
    operations.put("GetCredentialReport", CredentialReports::get);
  }

  private Reply generate(Visit visit) {
    var refused = Ask.of(visit, "*").refused();
    if (refused.isPresent()) {
      return refused.get();
    }
    var last = visit.account().directory().lastReport();
    if (last.isPresent() && !isOld(last.get(), visit)) {
      return Output.reply("State", isInTheMaking(last.get(), visit) ? "INPROGRESS" : "COMPLETE");
    }
    var report = new Directory.Report(visit.now(), text(visit));
    visit.change(account -> account.with(account.directory().with(report)));
    return Output.reply(
        "State",
        "STARTED",
        "Description",
        "No report exists. Starting a new report generation task");
  }

  private static boolean isOld(Directory.Report report, Visit visit) {
    return report.generated().plus(KEPT).isBefore(visit.now());
  }

  private static boolean isInTheMaking(Directory.Report report, Visit visit) {
    return visit.realm().circumstances().propagation() == Propagation.REAL
        && report.generated().plus(MAKING).isAfter(visit.now());
  }

  private static Reply get(Visit visit) {
    var refused = Ask.of(visit, "*").refused();
    if (refused.isPresent()) {
      return refused.get();
    }
    var last = visit.account().directory().lastReport();
    if (last.isEmpty()) {
      return Faults.said(410, "ReportNotPresent", "No report present, please generate one");
    }
    if (isOld(last.get(), visit)) {
      return Faults.said(410, "ReportExpired", "Report has expired, please generate a new one");
    }
    if (isInTheMaking(last.get(), visit)) {
      return Faults.said(
          404,
          "ReportInProgress",
          "The request was rejected because the credential report is still being generated.");
    }
    var text = last.get().text().getBytes(StandardCharsets.UTF_8);
    return Output.reply(
        "Content", Base64.getEncoder().encodeToString(text),
        "ReportFormat", "text/csv",
        "GeneratedTime", last.get().generated());
  }

  private String text(Visit visit) {
    var lines = new ArrayList<String>();
    lines.add(HEAD);
    lines.add(root(visit));
    for (var identity : visit.account().all(Identity.Kind.USER)) {
      if (identity instanceof Identity.User user) {
        lines.add(line(visit, user));
      }
    }
    return String.join("\n", lines);
  }

  private String root(Visit visit) {
    var arn = "arn:aws:iam::" + visit.account().id() + ":root";
    var cells =
        new ArrayList<>(
            List.of(
                "<root_account>",
                arn,
                TIME.format(visit.realm().title().clock()),
                "not_supported",
                "no_information",
                "not_supported",
                "not_supported",
                "false"));
    addKeys(cells, visit.account().root().keys());
    return String.join(",", withCertificates(cells));
  }

  private void addKeys(List<String> cells, Map<String, AccessKey> all) {
    var keys = List.copyOf(all.values());
    for (var i = 0; i < 2; i++) {
      cells.addAll(i < keys.size() ? key(keys.get(i)) : List.of("false", NONE, NONE, NONE, NONE));
    }
  }

  private String line(Visit visit, Identity.User user) {
    var login = user.signIn().password();
    var cells = new ArrayList<String>();
    cells.add(user.label().name());
    cells.add(visit.account().arnOf(user));
    cells.add(TIME.format(user.label().created()));
    cells.add(Boolean.toString(login.isPresent()));
    cells.add(login.isPresent() ? "no_information" : NONE);
    cells.add(login.map(SignIn.Login::changed).map(TIME::format).orElse(NONE));
    cells.add(login.map(one -> rotation(visit, one.changed())).orElse(NONE));
    cells.add(Boolean.toString(!user.signIn().mfa().isEmpty()));
    addKeys(cells, user.keys());
    return String.join(",", withCertificates(cells));
  }

  private static String rotation(Visit visit, Instant changed) {
    return visit.account().directory().passwordPolicy().stream()
        .flatMap(policy -> policy.get("MaxPasswordAge").stream())
        .filter(Json.Num.class::isInstance)
        .map(days -> ((Json.Num) days).value().longValue())
        .map(days -> TIME.format(changed.plus(Duration.ofDays(days))))
        .findFirst()
        .orElse(NONE);
  }

  private List<String> key(AccessKey key) {
    var use = lastUse.ofKey(key.id());
    return List.of(
        Boolean.toString(key.active()),
        TIME.format(key.created()),
        use.map(last -> TIME.format(last.at())).orElse(NONE),
        use.map(LastUse.Use::region).orElse(NONE),
        use.map(LastUse.Use::service).orElse(NONE));
  }

  private static List<String> withCertificates(List<String> cells) {
    cells.addAll(List.of("false", NONE, "false", NONE));
    return cells;
  }
}
